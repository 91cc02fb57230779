"""The scope of practice as data."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScopeConfig(AppConfig):
    name = "handrail.scope"
    label = "scope"

    def ready(self) -> None:
        from handrail.ui import navigation

        navigation.register("scope", _("Scope of practice"), icon="list", url_name="scope:item_list", order=60, place="more")
