"""Contacts, the notes of them, signatures and appointments: what was done together."""
