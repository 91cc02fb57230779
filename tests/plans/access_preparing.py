"""What the matrix and the canaries need to know of preparation sheets and choices."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import (
    Choice,
    Chosen,
    Fit,
    HowDone,
    HowItFits,
    LookedUp,
    Matter,
    Option,
    Preparation,
    fingerprint,
    marked_lines,
)

TEXTS = {LookedUp: ["text", "source"], Fit: ["words"], Chosen: ["words"]}


def prepare(things: Any) -> None:
    """Sheets, and choices with everything; kept on `things`. Of each a second one that was done or taken out before."""
    so = {"by": things.cast.dana, "at": timezone.now()}
    things.sheet, things.sheet_done, things.sheet_away = (_sheet(things.cast, so) for _time in range(3))
    actions.finish_preparation(preparation=things.sheet_done, how=HowDone.OWN, **so)
    actions.put_preparation_away(preparation=things.sheet_away, **so)
    things.answer = actions.write_answer(preparation=things.sheet, prompt="questions", text="What if I wait?", **so).answer
    things.choice, things.choice_away = (_choice(things.cast, so) for _time in range(2))
    actions.put_choice_away(choice=things.choice_away, **so)
    texts = ("That it is quiet", "To be near Imani", "To have a window")
    matters = [actions.add_matter(choice=things.choice, text=text, **so) for text in texts]
    _first, things.matter, things.matter_out = matters
    actions.remove_matter(matter=things.matter_out, **so)
    things.option, things.option_out = (actions.add_option(choice=things.choice, text=text, **so) for text in ("Stay", "Go"))
    actions.remove_option(option=things.option_out, **so)
    fact = {"text": "No deposit", "source": "Ms. Lang", "on": timezone.localdate()}
    things.fact, things.fact_out = (actions.note_looked_up(option=things.option, **fact, **so) for _time in range(2))
    actions.take_out_looked_up(fact=things.fact_out, **so)


def _sheet(cast: Any, so: dict[str, Any]) -> Preparation:
    sheet = Preparation(person=cast.marcus, program=cast.community, occasion="appointment")
    return actions.begin_preparation(preparation=sheet, text="The doctor", **so)


def _choice(cast: Any, so: dict[str, Any]) -> Choice:
    return actions.begin_choice(choice=Choice(person=cast.marcus, program=cast.community), text="Which room?", **so)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: what is done again or put back was done or taken out before."""
    about = {
        things.cast.marcus: ["prepared_list", "preparation_add", "choice_add"],
        things.sheet: [f"preparation_{deed}" for deed in ("show", "edit", "hold", "print", "finish", "put_away")],
        things.sheet_done: ["preparation_reopen"],
        things.sheet_away: ["preparation_take_out"],
        things.answer: ["line_tick"],
        things.choice: ["choice_show", "choice_choose", "choice_print", "choice_put_away", "matter_add", "option_add"],
        things.choice_away: ["choice_take_out"],
        things.matter: ["matter_move", "matter_remove"],
        things.matter_out: ["matter_put_back"],
        things.option: ["option_remove", "option_weigh", "looked_up_add"],
        things.option_out: ["option_put_back"],
        things.fact: ["looked_up_take_out"],
        things.fact_out: ["looked_up_put_back"],
    }
    return {
        **{f"plans:{page}": [one.pk] for one, pages in about.items() for page in pages},
        "plans:answer_write": [things.sheet.pk, "say"],
        "plans:thought_write": [things.choice.pk, "look-again"],
    }


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    words = {"text": "In a month", "opened": fingerprint(""), "page": new_id()}
    return {
        "plans:preparation_add": {
            "id": new_id(),
            "occasion": "call",
            "text": "The office",
            "program": things.cast.community.pk,
        },
        "plans:preparation_edit": {"on": "2027-01-01"},
        "plans:preparation_finish": {"how": "own"},
        "plans:answer_write": words,
        "plans:line_tick": {"tick": marked_lines("What if I wait?")[0].mark},
        "plans:choice_add": {"id": new_id(), "text": "Which job?", "program": things.cast.community.pk},
        "plans:choice_choose": {"option": things.option.pk, "words": "The river."},
        "plans:thought_write": words,
        "plans:matter_add": {"id": new_id(), "text": "That it is quiet"},
        "plans:matter_move": {"way": "up"},
        "plans:option_add": {"id": new_id(), "text": "To wait"},
        "plans:option_weigh": {f"how-{things.matter.pk}": "good"},
        "plans:looked_up_add": {"id": new_id(), "text": "No pets", "source": "Ms. Lang"},
    }


def mark(person: Any, word: str) -> None:
    """The person's own word in every text of every row."""
    for model, texts in TEXTS.items():
        model.objects.filter(person=person).update(**{text: f"{word}{model.__name__}{text}" for text in texts})


def write(person: Any, program: Any, so: dict[str, Any]) -> None:
    """A sheet and a choice with everything; the texts of their own are put in afterwards."""
    for how in (None, HowDone.HELPED):
        sheet = Preparation(person=person, program=program, occasion="letter", on=timezone.localdate())
        actions.begin_preparation(preparation=sheet, text="", **so)
        for prompt in ("greeting", "say", "bring", "went"):
            actions.write_answer(preparation=sheet, prompt=prompt, text="", **so)
        if how:
            actions.finish_preparation(preparation=sheet, how=how, **so)
    for is_made in (False, True):
        choice = actions.begin_choice(choice=Choice(person=person, program=program), text="", **so)
        actions.write_thought(choice=choice, prompt="look-again", text="", **so)
        matter, option = actions.add_matter(choice=choice, text="", **so), actions.add_option(choice=choice, text="", **so)
        actions.note_looked_up(option=option, text="", source="", on=timezone.localdate(), **so)
        actions.say_how_it_fits(option=option, said=[actions.Said(matter, HowItFits.PARTLY, "seen")], **so)
        if is_made:
            actions.choose(choice=choice, option=option, words="why", **so)


def own_pages(person: Any) -> list[str]:
    """One address of each kind that shows something of this person."""
    sheet, choice = Preparation.objects.filter(person=person.pk).first(), Choice.objects.filter(person=person.pk).first()
    option = Option.objects.filter(person=person.pk).first()
    if sheet is None or choice is None or option is None:
        return []
    assert Matter.objects.filter(choice=choice).exists()
    of_sheet = [reverse(f"plans:preparation_{page}", args=[sheet.pk]) for page in ("show", "edit", "hold", "print")]
    return [
        *of_sheet,
        reverse("plans:prepared_list", args=[person.pk]),
        reverse("plans:answer_write", args=[sheet.pk, "say"]),
        reverse("plans:choice_show", args=[choice.pk]),
        reverse("plans:choice_print", args=[choice.pk]),
        reverse("plans:option_weigh", args=[option.pk]),
        reverse("plans:looked_up_add", args=[option.pk]),
    ]
