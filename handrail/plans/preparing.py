"""Preparation sheets as pages tell them: question by question, line by line, and how much somebody does on their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from handrail.accounts.models import Program
from handrail.people.models import Person
from handrail.plans import queries
from handrail.plans.catalogue.preparing import Prompt, preparing
from handrail.plans.models import Answer, HowDone, Occasion, Preparation, PreparationDone

DONE_SHOWN = 3
LENGTHS: dict[str, float] = {"short": 40, "middling": 120, "long": float("inf")}
"""Up to how many letters a thing to hold in the hand is short, or middling."""
NOT_HELD = ("greeting",)
"""What belongs on paper only."""


@dataclass(frozen=True)
class ShownPrompt:
    """One question of a sheet, and the answer to it if there is one."""

    prompt: Prompt
    answer: Answer | None


@dataclass(frozen=True)
class Sheet:
    """A sheet with its questions, those that are asked afterwards, and how it was done if it was."""

    preparation: Preparation
    prompts: list[ShownPrompt]
    after: list[ShownPrompt]
    done: PreparationDone | None

    @property
    def after_now(self) -> list[ShownPrompt]:
        """What is asked first when it is over, and whatever was answered."""
        return [one for one in self.after if one.answer or one is self.after[0]]

    @property
    def after_more(self) -> list[ShownPrompt]:
        """What else could be looked back on."""
        return [one for one in self.after if not one.answer and one is not self.after[0]]

    @property
    def is_letter(self) -> bool:
        """Whether it can be printed as a letter."""
        return self.preparation.occasion == Occasion.LETTER

    @property
    def is_over(self) -> bool:
        """Whether it is time to ask how it went: it was done, or its day is here or gone."""
        day: date | None = self.preparation.on
        return self.done is not None or (day is not None and day <= timezone.localdate())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet to hold in the hand."""
        return not any(one.answer and one.answer.words for one in self.prompts if one.prompt.id not in NOT_HELD)


@dataclass(frozen=True)
class Held:
    """One thing to read from the hand: under what it stands, and its words."""

    title: str
    text: str
    nth: int
    of: int

    @property
    def length(self) -> str:
        """How large it can be: the fewer the letters, the larger."""
        return next(name for name, most in LENGTHS.items() if len(self.text) <= most)


def sheet_of(preparation: Any) -> Sheet:
    """One sheet, as `queries.whole_preparation` reads it."""
    answers = {one.prompt: one for one in preparation.all_answers}
    done = preparation.doings_now
    return Sheet(
        preparation=preparation,
        prompts=[ShownPrompt(one, answers.get(one.id)) for one in preparation.sheet.prompts],
        after=[ShownPrompt(one, answers.get(one.id)) for one in preparing().after],
        done=done[0] if done else None,
    )


def things_to_hold(sheet: Sheet) -> list[Held]:
    """What stands on a sheet, one thing after the other: each line is one, for a whole page of text is read by nobody."""
    held = []
    for one in sheet.prompts:
        if one.answer and one.prompt.id not in NOT_HELD:
            lines = [line.strip() for line in one.answer.words.split("\n") if line.strip()]
            held += [Held(str(one.prompt.title), line, nth, len(lines)) for nth, line in enumerate(lines, start=1)]
    return held


def on_my_own(times: Mapping[str, int]) -> str:
    """`4 of 6 on my own`; nothing as long as nothing was done."""
    together = sum(times.values())
    if not together:
        return ""
    return _("%(own)s of %(all)s on my own") % {"own": times.get(HowDone.OWN, 0), "all": together}


def what_is_prepared(person: Person, programs: Iterable[Program]) -> dict[str, Any]:
    """For the plan: the sheets ahead, the last ones done, and the count in words."""
    reached = list(programs)
    times = queries.done_by_how(person, reached)
    return {
        "open": queries.preparations_of(person, reached),
        "done": queries.prepared_lately(person, reached, DONE_SHOWN) if times else [],
        "on_my_own": on_my_own(times),
        "more": sum(times.values()) > DONE_SHOWN,
        "named": len(reached) > 1,
    }


def what_is_chosen(person: Person, programs: Iterable[Program]) -> dict[str, Any]:
    """For the plan: the choices to make, and the last ones made."""
    reached = list(programs)
    made = queries.made_lately(person, reached, DONE_SHOWN + 1)
    return {
        "open": queries.open_choices(person, reached),
        "made": made[:DONE_SHOWN],
        "more": len(made) > DONE_SHOWN,
        "named": len(reached) > 1,
    }
