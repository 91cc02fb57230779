"""Contacts, the notes of them, signatures and appointments: what was done together."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "handrail.contacts"
    label = "contacts"
