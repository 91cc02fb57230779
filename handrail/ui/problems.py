"""What is wrong with a form, in the order in which the reader meets it, each with the place to go to."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.forms import BaseForm, BoundField, Field
from django.forms.widgets import ChoiceWidget
from django.utils.translation import gettext


@dataclass(frozen=True)
class Problem:
    """One sentence and the id of the input it is about ("" for the form as a whole)."""

    sentence: str
    goes_to: str


def problems_of(form: BaseForm) -> list[Problem]:
    """Empty when all is well or nothing was sent yet."""
    if not form.is_bound:
        return []
    whole = [Problem(str(sentence), "") for sentence in form.non_field_errors()]
    return whole + [Problem(_named(bound, sentence), input_id(bound)) for bound in form for sentence in sentences_of(bound)]


def sentences_of(bound: BoundField) -> list[str]:
    """What is wrong with one field. Django's "This field is required." becomes a kind request."""
    return [_kindly(bound, error) for error in bound.errors.as_data()]


def input_id(bound: BoundField) -> str:
    """The id of the field's first input: that of a group of choices is its first choice."""
    widget = bound.field.widget
    if isinstance(widget, ChoiceWidget) and bound.use_fieldset:
        return widget.id_for_label(bound.auto_id, index="0")
    return bound.id_for_label or bound.auto_id


def _named(bound: BoundField, sentence: str) -> str:
    # Translators: a field's label and what is wrong with it, in the list above a form.
    return gettext("%(label)s: %(sentence)s") % {"label": bound.label, "sentence": sentence}


def _kindly(bound: BoundField, error: ValidationError) -> str:
    said = str(next(iter(error)))
    if error.code != "required" or said != str(Field.default_error_messages["required"]):
        return said
    chooses = getattr(bound.field.widget, "input_type", "") in ("checkbox", "radio", "select")
    return gettext("Please choose.") if chooses else gettext("Please fill this in.")
