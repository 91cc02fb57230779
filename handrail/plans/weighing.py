"""A choice as its page tells it: options side by side against what matters, and what was chosen."""

from dataclasses import dataclass
from typing import Any

from handrail.plans.catalogue.choices import ALONGSIDE, aid
from handrail.plans.catalogue.preparing import Prompt
from handrail.plans.models import Choice, Chosen, Fit, Matter, Option, Thought


@dataclass(frozen=True)
class Weighed:
    """How one option fits one matter; nothing while nobody said so."""

    matter: Matter
    option: Option
    fit: Fit | None
    earlier: list[Fit]


@dataclass(frozen=True)
class ShownOption:
    """An option with everything that is known of it, in the order of what matters."""

    option: Any
    weighed: list[Weighed]


@dataclass(frozen=True)
class ShownChoice:
    """A choice. `rows` are the same as the options hold, matter by matter: a table reads them."""

    choice: Choice
    matters: list[Matter]
    options: list[ShownOption]
    rows: list[tuple[Matter, list[Weighed]]]
    thoughts: list[tuple[Prompt, Thought | None]]
    latest: Chosen | None
    before: list[Chosen]

    @property
    def seen_otherwise(self) -> list[tuple[Weighed, Fit]]:
        """How it was seen before, the latest of each first."""
        return [(one, fit) for option in self.options for one in option.weighed for fit in one.earlier]

    @property
    def can_be_weighed(self) -> bool:
        """Whether there is something to hold against something."""
        return bool(self.matters and self.options)


def choice_of(choice: Any) -> ShownChoice:
    """One choice, as `queries.whole_choice` reads it."""
    matters = choice.matters_now
    options = [_option(one, matters) for one in choice.options_now]
    thoughts = {one.prompt: one for one in choice.all_thoughts}
    return ShownChoice(
        choice=choice,
        matters=matters,
        options=options,
        rows=[(matter, [one.weighed[nth] for one in options]) for nth, matter in enumerate(matters)],
        thoughts=[(aid().prompts[id], thoughts.get(id)) for id in ALONGSIDE],
        latest=choice.all_chosen[0] if choice.all_chosen else None,
        before=choice.all_chosen[1:],
    )


def _option(option: Any, matters: list[Matter]) -> ShownOption:
    weighed = []
    for matter in matters:
        said = [fit for fit in option.all_fits if fit.matter_id == matter.pk]
        weighed.append(Weighed(matter, option, said[-1] if said else None, said[-2::-1]))
    return ShownOption(option, weighed)


def fits_of(option: Any) -> dict[Any, Fit]:
    """The fit that counts, by what matters; the last that was said."""
    return {fit.matter_id: fit for fit in option.all_fits}
