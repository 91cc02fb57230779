"""Crisis plan, family crisis plan, relapse-prevention plan; being with somebody in a crisis; crisis lines."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CrisisConfig(AppConfig):
    name = "handrail.crisis"
    label = "crisis"

    def ready(self) -> None:
        from handrail.crisis import in_contacts, panels, papers, rules, today, told
        from handrail.ui import navigation

        told.offer()
        papers.offer()
        in_contacts.offer()
        panels.offer()
        today.offer()
        navigation.register(
            "crisis",
            _("In a crisis"),
            icon="lifebuoy",
            url_name="crisis:crisis_list",
            order=40,
            key="g c",
            shown=lambda staff: bool(rules.may_list(staff)),
        )
        navigation.register("lines", _("Crisis lines"), icon="phone", url_name="crisis:line_list", order=58, place="more")
