"""The first page, and what stands around every page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "handrail.home"
    label = "home"

    def ready(self) -> None:
        from handrail.ui import navigation

        navigation.register("today", _("Today"), icon="today", url_name="home:today", order=10, key="g t")
        navigation.register("more", _("More"), icon="more", url_name="home:more", order=90, place="phone")
