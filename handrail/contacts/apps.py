"""Contacts, the notes of them, signatures and appointments: what was done together."""

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ContactsConfig(AppConfig):
    name = "handrail.contacts"
    label = "contacts"

    def ready(self) -> None:
        from handrail.accounts.roles import RUN_SUPPORT
        from handrail.contacts import endings, listed, panels, reaches, today, told
        from handrail.learning import places
        from handrail.ui import navigation

        reaches.offer()
        endings.offer()
        today.offer()
        panels.offer()
        listed.offer()
        told.offer()
        places.register(
            "contact",
            places.Offer(
                _("Share with somebody"),
                icon="people",
                address=lambda key: f"{reverse('contacts:contact_pick')}?piece={key}",
                shown=lambda staff: staff.has(*RUN_SUPPORT),
            ),
        )
        navigation.register(
            "contact",
            _("Contact"),
            icon="plus",
            url_name="contacts:contact_pick",
            order=30,
            key="n",
            prominent=True,
            shown=lambda staff: staff.has(*RUN_SUPPORT),
        )
