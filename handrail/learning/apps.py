"""What can be learned together: pieces, curricula, handouts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LearningConfig(AppConfig):
    name = "handrail.learning"
    label = "learning"

    def ready(self) -> None:
        from handrail.learning import found
        from handrail.ui import navigation

        found.offer()
        navigation.register("library", _("Library"), icon="book", url_name="learning:piece_list", order=55, place="more")
