"""The person's own plan: what they want, goals in their words, steps, and how it goes."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "handrail.plans"
    label = "plans"

    def ready(self) -> None:
        from handrail.plans import endings, found, in_contacts, own_plan, panels, today, told

        told.offer()
        endings.offer()
        panels.offer()
        today.offer()
        in_contacts.offer()
        found.offer()
        own_plan.offer()
