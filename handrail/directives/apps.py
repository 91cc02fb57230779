"""The directive workshop: how somebody wants to be treated when a crisis takes their say."""

from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "handrail.directives"
    label = "directives"

    def ready(self) -> None:
        from handrail.directives import endings, panels, places, today, told
        from handrail.plans.uploads import takes_scans

        told.offer()
        places.offer()
        panels.offer()
        today.offer()
        endings.offer()
        takes_scans("directives:scan_add")
