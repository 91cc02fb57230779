"""What is typed about one fact of a person: a number, a supporter, an arrangement, how they want to be found."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program
from handrail.kit.ids import new_id
from handrail.people.forms.access import TOO_MANY_DIGITS, TOO_OLD
from handrail.people.forms.changes import OnlyWhatChanged
from handrail.people.forms.folding import Folding
from handrail.people.models import Arrangement, ContactPoint, FamilyTie, Finding, Kin, MayKnow, Person, PointKind, Supporter
from handrail.people.models.reaching import WAYS
from handrail.people.numbers import digits_to_dial, number_in
from handrail.ui.widgets import Chips, LongText, ManyChips, Time

NEVER = "never"
NOT_IN_YOUR_LIST = _("They are not in your list, or are noted as family already. Look for somebody else.")


class RowForm(Folding, OnlyWhatChanged):
    """A row about a person. A page for a new one carries its key, and asks for the program where there are several."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": TOO_OLD, "invalid": TOO_OLD})
    program = forms.TypedChoiceField(label=_("Program"), widget=Chips, error_messages={"required": _("Choose a program.")})

    def __init__(self, *args: Any, programs: Sequence[Program] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programs = {str(program.pk): program for program in programs}
        if not programs:
            del self.fields["id"]
        else:
            self.initial.setdefault("id", new_id())
            for field in self.fields.values():
                field.show_hidden_initial = False  # of a new row all is kept
        if len(programs) < 2:
            del self.fields["program"]
        else:
            self.fields["program"].choices = [(key, program.name) for key, program in self.programs.items()]  # type: ignore[attr-defined]
            self.order_fields(["program"])
        for field in self.fields.values():
            # A shared phone must not offer what somebody else's page was told.
            field.widget.attrs["autocomplete"] = "off"

    def row(self, person: Person) -> Any:
        """The new row as it was typed, with its key, its person and its program; not saved."""
        row = self.save(commit=False)
        chosen = self.cleaned_data.get("program") or next(iter(self.programs))
        row.pk, row.person, row.program = self.cleaned_data["id"], person, self.programs[chosen]
        return row


class PointForm(RowForm):
    """A way to reach the person, and what is safe there."""

    safe = forms.MultipleChoiceField(
        required=False,
        label=_("What is safe"),
        help_text=_("Ask the person. What is not marked, nobody does."),
        widget=ManyChips,
        choices=[
            ("may_call", _("Call")),
            ("may_text", _("Text")),
            ("may_write", _("Write")),
            ("may_come", _("Come by")),
            ("may_leave_word", _("Leave word")),
            (NEVER, _("Never use it")),
        ],
    )
    more_words = _("Safe hours, and who else sees it")
    folded = ("whose", "safe_from", "safe_until", "safe_words", "who_else")
    GUARDED = frozenset({"safe", "safe_from", "safe_until", "safe_words"})
    TOGETHER = (frozenset({"kind", "value"}), frozenset({"safe_from", "safe_until"}))
    field_order = ("kind", "value", "safe", "is_best")

    class Meta:
        model = ContactPoint
        fields = ("kind", "value", "is_best", "whose", "safe_from", "safe_until", "safe_words", "who_else")
        widgets = {"kind": Chips, "safe_from": Time, "safe_until": Time}
        labels = {
            "kind": _("What it is"),
            "value": _("Number, address or place"),
            "is_best": _("Try this first"),
            "whose": _("Whose it is"),
            "safe_from": _("Safe from"),
            "safe_until": _("Safe until"),
            "safe_words": _("When else it is safe, or not"),
            "who_else": _("Who else sees or hears it"),
        }
        help_texts = {
            "value": _("As they say it. “Ask for Ray at the barber’s” is fine."),
            "whose": _("For example: my sister’s, at work."),
            "safe_words": _("For example: not on weekends."),
        }
        error_messages = {"value": {"required": _("How can they be reached?")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [way for way in (*WAYS, NEVER) if getattr(self.instance, way)]
        self.initial.setdefault("safe", allowed)

    def kept(self) -> list[str]:
        """What is safe is one question on the page and a column for each answer."""
        kept = super().kept()
        return sorted({*kept, *WAYS, NEVER} - {"safe"}) if "safe" in kept else kept

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        safe = cleaned.get("safe", [])
        if NEVER in safe and len(safe) > 1:
            self.add_error("safe", _("Never means never: untick the others, or untick this."))
        if bool(cleaned.get("safe_from")) != bool(cleaned.get("safe_until")):
            empty = "safe_until" if cleaned.get("safe_from") else "safe_from"
            self.add_error(empty, _("Say from when until when, or leave both empty."))
        elif cleaned.get("safe_from") and cleaned["safe_from"] == cleaned["safe_until"]:
            self.add_error("safe_until", _("That would be no hour at all. For any hour leave both empty."))
        self._clean_value(cleaned.get("kind"), cleaned.get("value", ""))
        return cleaned

    def _clean_value(self, kind: Any, value: str) -> None:
        if kind == PointKind.PHONE and value and not number_in(value):
            self.add_error("value", _("A phone number has digits. For anything else choose “Something else”."))
        elif kind == PointKind.PHONE and value and not digits_to_dial(value):
            self.add_error("value", TOO_MANY_DIGITS)
        if kind == PointKind.EMAIL and value:
            try:
                validate_email(value)
            except ValidationError:
                self.add_error("value", _("This does not look like an e-mail address."))

    def save(self, commit: bool = True) -> ContactPoint:
        point: ContactPoint = super().save(commit=commit)
        for way in (*WAYS, NEVER):
            setattr(point, way, way in self.cleaned_data["safe"])
        return point


class StopForm(forms.Form):
    """Why a number, a supporter or an arrangement no longer holds."""

    why = forms.CharField(
        required=False,
        max_length=300,
        label=_("Why, if it helps to know"),
        help_text=_("The person can read this."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class FindingForm(RowForm):
    """Where the person agreed to be looked for, and how meeting them feels safe."""

    agreed = forms.BooleanField(required=False, label=_("They agreed that we look for them there"))
    field_order = ("ways", "agreed", "feels_safe", "feels_unsafe")

    class Meta:
        model = Finding
        fields = ("ways", "feels_safe", "feels_unsafe")
        widgets = dict.fromkeys(fields, LongText(attrs={"rows": 3}))
        labels = {
            "ways": _("Ways to find them"),
            "feels_safe": _("What makes it feel safe to be with us"),
            "feels_unsafe": _("What makes it feel unsafe"),
        }
        help_texts = {
            "ways": _("Only places and times they named. For example: mornings at the library, the table by the window."),
            "feels_safe": _("In their words. For example: sit near the door, say before you stand up."),
            "feels_unsafe": _("In their words. For example: being touched from behind, closed doors."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agreed_before = {self.instance.ways: self.instance.agreed_on} if self.instance.agreed_on else {}
        self.initial.setdefault("agreed", bool(self.agreed_before))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("ways") and not cleaned.get("agreed"):
            self.add_error("agreed", _("Nobody is looked for where they did not agree to it. Ask them first."))
        return cleaned

    def save(self, commit: bool = True) -> Finding:
        finding: Finding = super().save(commit=commit)
        # Agreed to on the day they said so: other words are agreed to anew, the same are not.
        finding.agreed_on = self.agreed_before.get(finding.ways, timezone.localdate()) if finding.ways else None
        return finding


class SupporterForm(RowForm):
    """Somebody who stands by the person."""

    more_words = _("In the person’s own words")
    folded = ("relation_words",)
    GUARDED = frozenset({"may_know", "may_know_words"})
    TOGETHER = (GUARDED,)

    class Meta:
        model = Supporter
        fields = ("name", "relation", "relation_words", "how_to_reach", "may_know", "may_know_words")
        widgets = {"may_know": forms.RadioSelect}
        labels = {
            "name": _("Who it is"),
            "relation": _("What they are to the person"),
            "relation_words": _("In the person’s own words"),
            "how_to_reach": _("How to reach them"),
            "may_know": _("What they may be told"),
            "may_know_words": _("What they may be told, in the person’s words"),
        }
        help_texts = {
            "name": _("As the person calls them."),
            "may_know": _("As the person said. Sharing records takes a signed consent as well."),
        }
        error_messages = {"name": {"required": _("Who is it?")}}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("may_know") == MayKnow.SOME and not cleaned.get("may_know_words"):
            self.add_error("may_know_words", _("What may they be told? Write it as the person said it."))
        return cleaned


class ArrangementForm(RowForm):
    """A need, and what is arranged for it."""

    class Meta:
        model = Arrangement
        fields = ("kind", "need", "arranged")
        widgets = {"kind": Chips}
        labels = {"kind": _("What it is about"), "need": _("What they need"), "arranged": _("What is arranged")}
        help_texts = {
            "need": _("For example: cannot climb stairs. Prays on Friday at noon."),
            "arranged": _("It shows on every appointment and contact. For example: we meet on the ground floor."),
        }
        error_messages = {
            "need": {"required": _("What do they need?")},
            "arranged": {"required": _("What is arranged for it?")},
        }


class TieForm(RowForm):
    """Two people of the agency are family. Somebody is looked for, and chosen among those the sender looks after."""

    words = forms.CharField(
        required=False,
        max_length=100,
        label=_("Who it is"),
        help_text=_("A part of the name. Only people in your list are searched."),
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    other = forms.TypedChoiceField(
        label=_("Who it is"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Look for somebody, then choose them."), "invalid_choice": NOT_IN_YOUR_LIST},
    )

    class Meta:
        model = FamilyTie
        fields = ("kin",)
        widgets = {"kin": Chips}
        labels = {"kin": _("What they are to the person")}

    field_order = ("words", "other", "kin")

    def __init__(self, *args: Any, others: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(other.pk): other for other in others}
        self.fields["other"].choices = [(key, other.chosen_name) for key, other in self.others.items()]  # type: ignore[attr-defined]
        self.fields["kin"].choices = Kin.choices  # type: ignore[attr-defined]

    @property
    def to_choose(self) -> list[Any]:
        """What is asked once somebody was found."""
        return [bound for bound in self.visible_fields() if bound.name != "words"]

    def save(self, commit: bool = True) -> FamilyTie:
        tie: FamilyTie = super().save(commit=commit)
        tie.other = self.others[self.cleaned_data["other"]]
        return tie
