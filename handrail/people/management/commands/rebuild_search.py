"""`handrail manage rebuild_search`: what people are found by, made anew."""

from typing import Any

from django.core.management.base import BaseCommand

from handrail.people.search import rebuild


class Command(BaseCommand):
    help = "Make anew what people are found by, after the list of short names has changed. Safe while people work."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild():,} people can be found.")
