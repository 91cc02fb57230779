"""The queue."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "handrail.jobs"
    label = "jobs"
