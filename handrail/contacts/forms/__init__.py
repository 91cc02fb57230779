"""What people type about contacts. Forms never save."""

from handrail.contacts.forms.afterwards import AddendumForm, CommentForm, ReturnForm
from handrail.contacts.forms.appointments import AppointmentForm, CallForm, EndForm, MoveForm
from handrail.contacts.forms.fields import Words
from handrail.contacts.forms.writing import TOO_OLD, ContactForm, PartForm, Plan

__all__ = [
    "TOO_OLD",
    "AddendumForm",
    "AppointmentForm",
    "CallForm",
    "CommentForm",
    "ContactForm",
    "EndForm",
    "MoveForm",
    "PartForm",
    "Plan",
    "ReturnForm",
    "Words",
]
