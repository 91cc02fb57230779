"""The card to fold and carry along: eight small panels on one sheet of paper."""

from typing import Any

from handrail.crisis.guides import Shape
from handrail.crisis.lines import Line, lines_to_call
from handrail.crisis.shown import ShownPart, ShownPlan
from handrail.kit.pairs import Pair
from handrail.paper.document import Document

LONGEST = 160
"""Longer lines do not fit a card: they go on in the plan, and the card says so."""
MOST_LINES = 6

HOW_TO_FOLD = Pair(
    "Cut along the outer line. Fold down the middle, then fold it up like a fan.",
    "Corta por la línea de afuera. Dobla por la mitad y luego en acordeón.",
)
FRONT = {
    "crisis": Pair(
        "If I am in a crisis, please read this. It says what helps me.",
        "Si estoy en crisis, por favor lee esto. Dice lo que me ayuda.",
    ),
    "family": Pair(
        "If our family is in a crisis, please read this. It says what helps us.",
        "Si nuestra familia está en crisis, por favor lee esto. Dice lo que nos ayuda.",
    ),
    "relapse": Pair(
        "When it gets hard, I read this. It is what I told myself on a good day.",
        "Cuando se pone difícil, leo esto. Es lo que me dije en un buen día.",
    ),
}
LINES = Pair("Lines to call or text", "Líneas para llamar o mandar mensaje")
MORE = Pair("More in the full plan", "Hay más en el plan completo")
CALL, PRESS, TEXT = Pair("call", "llama al"), Pair("then press", "y marca"), Pair("text", "manda mensaje al")
WORD = Pair("the word", "la palabra")
UNPRINTABLE = Pair("These signs could not be printed: {signs}", "Estos signos no se pudieron imprimir: {signs}")


def card_of(shown: ShownPlan, language: str, name: str = "") -> Document:
    """The card of a plan. There is no name on it, unless there is one to put on it."""
    assert shown.plan
    parts = [part for part in shown.parts if part.asked.card]
    lines = lines_to_call(shown.plan.agency_id)[:MOST_LINES]
    panels = [_panel(part, language) for part in parts]
    panels.append({"title": LINES.told_in(language), "entries": [_line(line, language) for line in lines]})
    extra = {
        "how": HOW_TO_FOLD.told_in(language),
        "front": FRONT[shown.guide.id].told_in(language),
        "name": name,
        "more": MORE.told_in(language),
        "panels": panels,
    }
    title = shown.guide.name.told_in(language)
    return Document(title, language, [], design="card", extra=extra, unprintable=UNPRINTABLE.told_in(language))


def _panel(part: ShownPart, language: str) -> dict[str, Any]:
    return {"title": part.asked.title.told_in(language), "entries": _entries(part)}


def _entries(part: ShownPart) -> list[dict[str, str]]:
    if part.asked.shape in (Shape.WORDS, Shape.LIST):
        return [_entry(line) for line in part.lines]
    people = [_entry(one.name, one.phone, one.who, one.when) for one in part.people]
    return [*people, *(_entry(one.name, one.phone, one.how, one.why) for one in part.places)]


def _entry(text: str, phone: str = "", *more: str) -> dict[str, str]:
    return {"text": _short(text), "phone": phone, "more": _short(" · ".join(one for one in more if one))}


def _line(line: Line, language: str) -> dict[str, str]:
    """`988 Lifeline: call 988, text 988`."""
    ways = []
    if line.call:
        press = f", {PRESS.told_in(language)} {line.press}" if line.press else ""
        ways.append(f"{CALL.told_in(language)} {line.call}{press}")
    if line.text:
        word = f" ({WORD.told_in(language)} {line.text_word})" if line.text_word else ""
        ways.append(f"{TEXT.told_in(language)} {line.text}{word}")
    return {"text": line.name.told_in(language), "phone": "", "more": "; ".join(ways)}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 2].rstrip() + " …"
