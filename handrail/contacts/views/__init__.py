"""The pages of contacts."""

from handrail.contacts.views.appointments import appointment_add, appointment_show, call_ask, call_settle
from handrail.contacts.views.hand_over import comment_add, hand_back, hand_over
from handrail.contacts.views.learned import learned_list
from handrail.contacts.views.notes import addendum_add, contact_list, contact_sign, part_cosign, part_return, part_show
from handrail.contacts.views.writing import (
    contact_discard,
    contact_draft,
    contact_edit,
    contact_join,
    contact_pick,
    contact_start,
    part_leave,
)

__all__ = [
    "addendum_add",
    "appointment_add",
    "appointment_show",
    "call_ask",
    "call_settle",
    "comment_add",
    "contact_discard",
    "contact_draft",
    "contact_edit",
    "contact_join",
    "contact_list",
    "contact_pick",
    "contact_sign",
    "contact_start",
    "hand_back",
    "hand_over",
    "learned_list",
    "part_cosign",
    "part_leave",
    "part_return",
    "part_show",
]
