"""The project itself: it has commands and pages of its own, but no models."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "handrail.project"
    label = "project"

    def ready(self) -> None:
        from handrail.accounts.queries import is_demo
        from handrail.project import jobs, today  # noqa: F401 - jobs names what the worker does by itself
        from handrail.ui import gallery

        today.offer()
        gallery.shown_when = lambda request: is_demo()
