"""A preparation sheet: speaking for oneself at an appointment, in a meeting, on the phone, in a letter; and how it was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.plans.catalogue.preparing import Prompt, Sheet, preparing
from handrail.plans.models.taking_back import CanBeTakenBack, StandingQuerySet
from handrail.plans.models.words import InOwnWords, fingerprint
from handrail.ui.moments import day_words, time_words

if TYPE_CHECKING:
    from collections.abc import Iterable


class Occasion(models.TextChoices):
    """What somebody prepares for. Each has a sheet of its own in `catalogue/preparing.toml`."""

    APPOINTMENT = "appointment", _("An appointment")
    MEETING = "meeting", _("A meeting")
    CALL = "call", _("A phone call")
    LETTER = "letter", _("A letter or message")


class PreparationQuerySet(StandingQuerySet["Preparation"]):
    """Which sheets are still ahead."""

    def open(self) -> PreparationQuerySet:
        """Sheets that are there, and nobody has told yet how it was done."""
        done = PreparationDone.objects.standing().filter(preparation=OuterRef("pk"))
        return self.filter(~Exists(done), taken_back_at__isnull=True)


class Preparation(InOwnWords, CanBeTakenBack):
    """A sheet for one occasion; its words say what it is about. Day and hour are those of the agency's clock, if there are any."""

    occasion = models.CharField(max_length=20, choices=Occasion.choices)
    on = models.DateField(null=True, blank=True)
    at_hour = models.TimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = PreparationQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta(CanBeTakenBack.Meta):
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.CheckConstraint(
                condition=Q(at_hour__isnull=True) | Q(on__isnull=False), name="plans_preparation_hour_of_a_day"
            ),
        ]
        indexes: ClassVar = [
            # Today asks for the sheets of two days, whoever they are of.
            models.Index(fields=["on"], name="plans_preparation_day", condition=Q(on__isnull=False))
        ]

    @property
    def sheet(self) -> Sheet:
        """What it asks."""
        return preparing().sheets[self.occasion]

    @property
    def when_words(self) -> str:
        """`tomorrow 10:30`, `Tuesday`, `22 November 2026 10:30`; nothing without a day."""
        if self.on is None:
            return ""
        day = day_words(self.on)
        return day if self.at_hour is None else gettext("%(day)s %(time)s") % {"day": day, "time": time_words(self.at_hour)}

    def sheet_prompt(self, id: str) -> Prompt | None:
        """One of its questions, before or after; none when it does not ask that."""
        return preparing().prompt_of(self.occasion, id)

    def facts(self) -> dict[str, Any]:
        """What can be changed of it besides words: the day and the hour, as one thing."""
        return {"when": (self.on, self.at_hour)}


@dataclass(frozen=True)
class TickableLine:
    """One line of an answer; `mark` names it without saying it."""

    text: str
    mark: str
    ticked: bool


def marked_lines(text: str, ticked: Iterable[str] = ()) -> list[TickableLine]:
    """The lines of a text that say something, each once."""
    known = set(ticked)
    lines = {fingerprint(line): line for line in (one.strip() for one in text.split("\n")) if line}
    return [TickableLine(line, mark, mark in known) for mark, line in lines.items()]


class Answer(InOwnWords):
    """What somebody says to one question of a sheet, before it or after it. It may be emptied again."""

    PLACE = ("preparation", "prompt")

    preparation = models.ForeignKey(Preparation, on_delete=models.PROTECT, related_name="answers", db_index=False)
    prompt = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [
            # Also how the answers of a sheet are found.
            models.UniqueConstraint(fields=["preparation", "prompt"], name="plans_answer_one_a_prompt")
        ]

    @property
    def asked(self) -> Prompt | None:
        """The question; none when the catalogue no longer asks it."""
        return self.preparation.sheet_prompt(self.prompt)

    @property
    def is_list(self) -> bool:
        """Whether its lines can be ticked."""
        return self.asked is not None and self.asked.is_list

    @property
    def lines(self) -> list[TickableLine]:
        """Its lines, with what is ticked of them; `ticks_now` where `queries` have read it along."""
        ticks = getattr(self, "ticks_now", None)
        if ticks is None:
            ticks = self.ticks.filter(taken_back_at__isnull=True)
        return marked_lines(self.words, [one.line for one in ticks])


class Tick(CanBeTakenBack):
    """A line of an answer is done with: asked, or packed. The line is named by a fingerprint; put otherwise it is another one."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="ticks")
    line = models.CharField(max_length=16)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["answer", "line"], condition=Q(taken_back_at__isnull=True), name="plans_tick_once_a_line"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class HowDone(models.TextChoices):
    """Who did what was prepared. Less help and more own life is the direction; none of them is better."""

    OWN = "own", _("I did it on my own")
    HELPED = "helped", _("I did it with help")
    FOR_ME = "for_me", _("Somebody did it for me")


class PreparationDone(CanBeTakenBack):
    """What was prepared is over, and who did it."""

    preparation = models.ForeignKey(Preparation, on_delete=models.PROTECT, related_name="doings")
    how = models.CharField(max_length=20, choices=HowDone.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "preparations done"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["preparation"], condition=Q(taken_back_at__isnull=True), name="plans_preparationdone_once"
            ),
        ]

    def __str__(self) -> str:
        return str(HowDone(self.how).label)
