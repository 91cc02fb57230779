"""Records from elsewhere."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "handrail.exchange"
    label = "exchange"

    def ready(self) -> None:
        from handrail.accounts.roles import SUPERVISORS
        from handrail.exchange import endings, panels, said, work  # noqa: F401 - work names the jobs
        from handrail.ui import navigation

        panels.offer()
        endings.offer()
        said.offer()
        navigation.register(
            "imports",
            _("Bring people along"),
            icon="door",
            url_name="exchange:import_list",
            order=70,
            place="more",
            shown=lambda staff: staff.has(*SUPERVISORS),
        )
