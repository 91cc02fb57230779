"""People and who reaches them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "handrail.people"
    label = "people"

    def ready(self) -> None:
        from handrail.accounts.roles import RUN_SUPPORT, Role
        from handrail.people import reaches, rhythm, today
        from handrail.ui import navigation

        reaches.offer()
        rhythm.offer()
        today.offer()
        navigation.register(
            "people",
            _("People"),
            icon="people",
            url_name="people:person_list",
            order=20,
            key="g p",
            shown=lambda staff: staff.has(*RUN_SUPPORT, Role.DIRECTOR),
        )
