"""What people type about contacts. Forms never save."""

from handrail.contacts.forms.afterwards import AddendumForm, CommentForm, ReturnForm
from handrail.contacts.forms.appointments import AppointmentForm, CallForm, EndForm, MoveForm
from handrail.contacts.forms.writing import ContactForm, PartForm, Plan, Words

__all__ = [
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
