"""The look: tokens, parts, page frames. It knows nothing about people and holds no data."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "handrail.ui"
    label = "ui"
