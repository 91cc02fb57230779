"""The project itself: it has commands and pages of its own, but no models."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "handrail.project"
    label = "project"

    def ready(self) -> None:
        from handrail.project import jobs  # noqa: F401 - names what the worker does by itself
