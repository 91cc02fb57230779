"""Preparation sheets, letters and choices as documents. Whatever is not typed by people is in the language asked for."""

from datetime import date

from django.utils import timezone, translation
from django.utils.formats import date_format, time_format
from django.utils.translation import pgettext

from handrail.kit.pairs import Pair
from handrail.paper.document import Block, Document, Heading, Items, Table, Words
from handrail.plans.models import HowItFits
from handrail.plans.preparing import Sheet, ShownPrompt
from handrail.plans.weighing import ShownChoice, Weighed

SHEET = Pair("Preparation sheet", "Hoja de preparación")
LETTER = Pair("Letter", "Carta")
CHOICE = Pair("A choice", "Una decisión")
CLOSING = Pair("Sincerely,", "Atentamente,")
SIGNATURE = Pair("Signature", "Firma")
FOUND = Pair("What we found out", "Lo que averiguamos")
MATTERS = Pair("What matters to me", "Lo que me importa")
CHOSEN = Pair("What I choose", "Lo que elijo")
NOT_YET = Pair("Not yet", "Todavía no")
SIDE_BY_SIDE = Pair("Side by side", "Lado a lado")
UNPRINTABLE = Pair("Signs that could not be printed: {signs}", "Signos que no se pudieron imprimir: {signs}")
FITS = {
    HowItFits.GOOD: Pair("It fits", "Va bien"),
    HowItFits.PARTLY: Pair("Partly", "En parte"),
    HowItFits.NOT: Pair("Does not fit", "No va bien"),
    HowItFits.UNKNOWN: Pair("Not sure yet", "Todavía no lo sé"),
}
SPANISH_DATE = r"j \d\e F \d\e Y"


def document_of_sheet(sheet: Sheet, size: float, language: str) -> Document:
    """A letter as a letter; any other sheet on one page, question by question, with what is not answered left out."""
    return _letter(sheet, size, language) if sheet.is_letter else _sheet(sheet, size, language)


def _letter(sheet: Sheet, size: float, language: str) -> Document:
    said = {one.prompt.id: one.answer.words for one in sheet.prompts if one.answer and one.answer.words.strip()}
    blocks: list[Block] = [Words(one) for one in said.get("say", "").split("\n\n") if one.strip()]
    if "questions" in said:
        blocks.append(Items(_lines(said["questions"]), numbered=True))
    extra = {
        "date": day_in_words(timezone.localdate(), language),
        "greeting": said.get("greeting", ""),
        "closing": CLOSING.told_in(language),
        "signature": SIGNATURE.told_in(language),
    }
    return _document(LETTER, blocks, size, language, design="letter", extra=extra)


def _sheet(sheet: Sheet, size: float, language: str) -> Document:
    preparation = sheet.preparation
    blocks: list[Block] = [Heading(preparation.words)]
    kind = preparation.sheet.name.told_in(language)
    when = [day_in_words(preparation.on, language)] if preparation.on else []
    if preparation.at_hour:
        with translation.override(language):
            when.append(time_format(preparation.at_hour, pgettext("time format", "H:i")))
    blocks.append(Words(" · ".join([kind, *when]), quiet=True))
    for one in [*sheet.prompts, *(sheet.after if sheet.done else [])]:
        blocks += _prompt(one, language)
    return _document(SHEET, blocks, size, language)


def _prompt(one: ShownPrompt, language: str) -> list[Block]:
    if one.answer is None or not one.answer.words.strip():
        return []
    heading = Heading(one.prompt.title.told_in(language), level=2)
    if one.prompt.is_list:
        lines = one.answer.lines
        return [heading, Items([line.text for line in lines], [line.ticked for line in lines])]
    return [heading, Words(one.answer.words, said=True)]


def document_of_choice(shown: ShownChoice, size: float, language: str) -> Document:
    """One page: the question, options beside each other, what was found out, and what was chosen."""
    blocks: list[Block] = [Heading(shown.choice.words)]
    if shown.latest:
        chosen = shown.latest.option.words if shown.latest.option else NOT_YET.told_in(language)
        blocks += [Heading(CHOSEN.told_in(language), level=2), Words(chosen, said=True)]
        blocks += [Words(shown.latest.words)] if shown.latest.words else []
    if shown.can_be_weighed:
        head = [MATTERS.told_in(language), *(one.option.words for one in shown.options)]
        rows = [[matter.words, *(_fit(one, language) for one in row)] for matter, row in shown.rows]
        blocks += [Heading(SIDE_BY_SIDE.told_in(language), level=2), Table(head, rows)]
    else:
        blocks += _list(MATTERS, [one.words for one in shown.matters], language)
        blocks += [Heading(one.option.words, level=2) for one in shown.options]
    if any(one.option.facts_now for one in shown.options):
        blocks.append(Heading(FOUND.told_in(language), level=2))
        for one in shown.options:
            facts = [f"{fact.text} ({fact.source}, {day_in_words(fact.on, language)})" for fact in one.option.facts_now]
            blocks += [Heading(one.option.words, level=3), Items(facts)] if facts else []
    for prompt, thought in shown.thoughts:
        if thought and thought.words.strip():
            blocks += [Heading(prompt.title.told_in(language), level=2), Words(thought.words, said=True)]
    return _document(CHOICE, blocks, size, language)


def _list(title: Pair, texts: list[str], language: str) -> list[Block]:
    return [Heading(title.told_in(language), level=2), Items(texts)] if texts else []


def _fit(weighed: Weighed, language: str) -> str:
    if weighed.fit is None:
        return "–"
    how = FITS[HowItFits(weighed.fit.how)].told_in(language)
    return f"{how}\n{weighed.fit.words}" if weighed.fit.words else how


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def day_in_words(day: date, language: str) -> str:
    """A day as a letter says it: `November 23, 2026`, `23 de noviembre de 2026`."""
    with translation.override(language):
        return str(date_format(day, SPANISH_DATE if language == "es" else "F j, Y"))


def _document(title: Pair, blocks: list[Block], size: float, language: str, **more: object) -> Document:
    unprintable = UNPRINTABLE.told_in(language)
    return Document(title.told_in(language), language, blocks, size=size, unprintable=unprintable, **more)  # type: ignore[arg-type]
