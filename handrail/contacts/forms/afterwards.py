"""What is said to a note that is signed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.contacts.forms.fields import Words
from handrail.contacts.models import View
from handrail.ui.widgets import Chips

FEW_WORDS = _("Please say it in a few words.")


class AddendumForm(forms.Form):
    """Something to add."""

    more = Words(label=_("What you want to add"), required=True, error_messages={"required": FEW_WORDS})


class ReturnForm(forms.Form):
    """Why a note goes back to its writer."""

    why = Words(
        label=_("What is missing, or not clear"),
        help_text=_("The writer reads this. What is signed stays; they can add to it."),
        required=True,
        max_length=1000,
        error_messages={"required": FEW_WORDS},
    )


class CommentForm(forms.Form):
    """What the person says. Written by their own hand."""

    view = forms.ChoiceField(label=_("Is this how it was?"), choices=View.choices, widget=Chips)
    own_words = Words(rows=5, label=_("In your own words"))
