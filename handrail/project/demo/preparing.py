"""Tells of preparation sheets and choices: begun, answered, ticked, done; weighed and made."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handrail.plans import actions
from handrail.plans.models import Answer, Choice, Chosen, Preparation, marked_lines
from handrail.project.demo.lives.prepared import CHOICES, SHEETS, OneOption, Sheet, Weighing
from handrail.project.demo.together import Together


def tell_what_is_prepared(telling: Any) -> None:
    """Every sheet and every choice of a life, each on its days."""
    life, us = telling.life, telling.together
    for number, sheet in enumerate(SHEETS.get(life.person, ()), start=1):
        on, by = telling.day_on(sheet.begun)
        day = None if sheet.on is None else telling.clock.day(sheet.on)
        us.story.then(telling.moment_on(on, 45), prepare, us, sheet, day, by)
        if sheet.done:
            on, by = telling.day_on(sheet.done[0])
            us.story.then(telling.clock.at_work(on, 400 + number), finish, us, sheet, by)
    for choice in CHOICES.get(life.person, ()):
        on, by = telling.day_on(choice.begun)
        us.story.then(telling.moment_on(on, 50), weigh, us, choice, by)
        for number, (option, ago, why) in enumerate(choice.chosen):
            on, by = telling.day_on(ago)
            us.story.then(telling.clock.at_work(on, 410 + number), choose, us, choice, option, why, by)


def prepare(us: Together, sheet: Sheet, day: Any, by: str, *, at: datetime) -> None:
    """A sheet is begun, and what one wants to say is written down."""
    so: dict[str, Any] = {"by": us.story.staff[by], "at": at}
    preparation = Preparation(person=us.person, program=us.program, occasion=sheet.occasion, on=day, at_hour=sheet.hour)
    us.story.made[sheet] = actions.begin_preparation(preparation=preparation, text=sheet.about, **so)
    for prompt, text in sheet.answers.items():
        actions.write_answer(preparation=preparation, prompt=prompt, text=text, **so)
    if not sheet.done:
        _tick(preparation, sheet, so)


def finish(us: Together, sheet: Sheet, by: str, *, at: datetime) -> None:
    """It is over: what was asked is ticked, how it went is told."""
    assert sheet.done
    so: dict[str, Any] = {"by": us.story.staff[by], "at": at}
    preparation = us.story.made[sheet]
    _tick(preparation, sheet, so)
    actions.finish_preparation(preparation=preparation, how=sheet.done[1], **so)
    for prompt, text in sheet.after.items():
        actions.write_answer(preparation=preparation, prompt=prompt, text=text, **so)


def _tick(preparation: Preparation, sheet: Sheet, so: dict[str, Any]) -> None:
    for answer in Answer.objects.filter(preparation=preparation).select_related("own"):
        for line in marked_lines(answer.words):
            if line.text in sheet.ticked:
                actions.tick_line(answer=answer, line=line.mark, **so)


def weigh(us: Together, told: Weighing, by: str, *, at: datetime) -> None:
    """A choice: what matters, what was looked up, and how each option fits."""
    so: dict[str, Any] = {"by": us.story.staff[by], "at": at}
    choice = actions.begin_choice(choice=Choice(person=us.person, program=us.program), text=told.question, **so)
    matters = [actions.add_matter(choice=choice, text=text, **so) for text in told.matters]
    options = [_option(choice, one, matters, so) for one in told.options]
    for prompt, text in told.thoughts.items():
        actions.write_thought(choice=choice, prompt=prompt, text=text, **so)
    us.story.made[told] = (choice, options)


def _option(choice: Choice, told: OneOption, matters: list[Any], so: dict[str, Any]) -> Any:
    option = actions.add_option(choice=choice, text=told.words, **so)
    for fact in told.found:
        actions.note_looked_up(option=option, text=fact.text, source=fact.source, on=so["at"].date(), **so)
    said = [actions.Said(matter, *fit) for matter, fit in zip(matters, told.fits, strict=False)]
    if said:
        actions.say_how_it_fits(option=option, said=said, **so)
    return option


def choose(us: Together, told: Weighing, number: int | None, why: str, by: str, *, at: datetime) -> None:
    """What was chosen, or not yet."""
    choice, options = us.story.made[told]
    before = Chosen.objects.filter(choice=choice).order_by("-at").first()
    actions.choose(
        choice=choice,
        option=None if number is None else options[number],
        words=why,
        saw=before.pk if before else None,
        by=us.story.staff[by],
        at=at,
    )
