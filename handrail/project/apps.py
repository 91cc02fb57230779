"""The project itself: it has commands and pages of its own, but no models."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "handrail.project"
    label = "project"
