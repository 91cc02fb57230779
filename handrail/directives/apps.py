"""The directive workshop: how somebody wants to be treated when a crisis takes their say."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    name = "handrail.directives"
    label = "directives"

    def ready(self) -> None:
        from handrail.directives import endings, in_contacts, panels, places, rules, today, told
        from handrail.plans.uploads import takes_scans
        from handrail.ui import navigation

        told.offer()
        places.offer()
        panels.offer()
        today.offer()
        endings.offer()
        in_contacts.offer()
        takes_scans("directives:scan_add")
        navigation.register(
            "card",
            _("Code on a card"),
            icon="note",
            url_name="directives:card_find",
            order=59,
            place="more",
            shown=lambda staff: bool(rules.may_find_by_card(staff)),
            alone=True,
        )
