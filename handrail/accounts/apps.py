"""Sign-in and staff."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "handrail.accounts"
    label = "accounts"

    def ready(self) -> None:
        from handrail.accounts import today
        from handrail.accounts.roles import SET_UP
        from handrail.accounts.rules import may_see_staff
        from handrail.ui import navigation

        today.offer()
        navigation.register(
            "staff", _("Colleagues"), icon="team", url_name="accounts:staff_list", order=50, place="more", shown=may_see_staff
        )
        navigation.register(
            "programs",
            _("Programs"),
            icon="building",
            url_name="accounts:program_list",
            order=55,
            place="more",
            shown=may_see_staff,
        )
        navigation.register(
            "agency",
            _("Agency"),
            icon="settings",
            url_name="accounts:agency_edit",
            order=70,
            place="more",
            shown=lambda staff: staff.has(*SET_UP),
        )
        navigation.register("me", _("Me"), icon="person", url_name="accounts:me", order=80, place="more")
