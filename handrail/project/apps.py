"""The project itself: it has commands and pages of its own, but no models."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "handrail.project"
    label = "project"

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from handrail.accounts.queries import is_demo
        from handrail.kit.planning import keep_plans
        from handrail.project import jobs, today  # noqa: F401 - jobs names what the worker does by itself
        from handrail.ui import gallery

        connection_created.connect(keep_plans)
        today.offer()
        gallery.shown_when = lambda request: is_demo()
