"""The crisis lines of an agency: its own rows over those that come with Handrail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from handrail.crisis.models import CrisisLine
from handrail.crisis.shipped import ShippedLine, shipped_lines
from handrail.kit.pairs import Pair
from handrail.kit.questions import written_once
from handrail.people.numbers import dialled

EVERYBODY_KNOWS = "911"
"""The last of the shipped lines that stand before the agency's own."""
LOOKED_AT_AGAIN_AFTER = timedelta(days=182)
"""Half a year: numbers change."""


@dataclass(frozen=True)
class Line:
    """A line as pages and paper tell it."""

    id: str
    name: Pair
    what_for: Pair
    call: str
    press: str
    text: str
    text_word: str
    chat: bool
    chat_at: str
    """The website on which they chat, where it is known."""
    reviewed_on: date
    review_by: date
    checked: bool
    """Somebody of the agency looked at it, or its own source was read."""
    hidden: bool = False
    is_local: bool = False
    by: str = ""
    source: str = ""

    @property
    def dial(self) -> str:
        """The number as a phone dials it."""
        return dialled(self.call)

    @property
    def sms(self) -> str:
        """The number a text goes to."""
        return dialled(self.text)

    def is_due(self, on: date) -> bool:
        """Whether it is time to look at it again."""
        return self.review_by <= on


def all_lines(agency_id: UUID) -> list[Line]:
    """Every line, the hidden too: those that everybody knows, then the agency's own, then the rest."""
    own = {row.line: row for row in _standing(agency_id)}
    shipped = [_of_row(own[line.id]) if line.id in own else _of_shipped(line) for line in shipped_lines().values()]
    local = [_of_row(row) for name, row in own.items() if name not in shipped_lines()]
    behind = list(shipped_lines()).index(EVERYBODY_KNOWS) + 1
    return [*shipped[:behind], *local, *shipped[behind:]]


def lines_to_call(agency_id: UUID) -> list[Line]:
    """Those that are shown."""
    return [line for line in all_lines(agency_id) if not line.hidden]


def lines_due(agency_id: UUID, on: date) -> list[Line]:
    """Those that are to be looked at again."""
    return [line for line in lines_to_call(agency_id) if line.is_due(on)]


@written_once
def _standing(agency_id: UUID) -> QuerySet[CrisisLine]:
    return CrisisLine.objects.standing().filter(agency=agency_id).select_related("by").order_by("at", "id")


def _of_shipped(line: ShippedLine) -> Line:
    return Line(
        id=line.id,
        name=line.name,
        what_for=line.what_for,
        call=line.call,
        press=line.press,
        text=line.text,
        text_word=line.text_word,
        chat=line.chat,
        chat_at=line.chat_at,
        reviewed_on=line.reviewed_on,
        review_by=line.review_by,
        checked=line.checked,
        source=line.source,
    )


def _of_row(row: CrisisLine) -> Line:
    return Line(
        id=row.line,
        name=Pair(row.name, row.name_es or row.name),
        what_for=Pair(row.what_for, row.what_for_es or row.what_for),
        call=row.call,
        press=row.press,
        text=row.text,
        text_word=row.text_word,
        chat=row.chat,
        chat_at=shipped_lines()[row.line].chat_at if row.chat and row.line in shipped_lines() else "",
        reviewed_on=row.reviewed_on,
        review_by=row.review_by,
        checked=True,
        hidden=row.hidden,
        is_local=row.line not in shipped_lines(),
        by=row.by.name,
    )


def row_of(line: Line) -> CrisisLine:
    """A new row that tells the line as it stands, to be changed and kept."""
    return CrisisLine(
        line=line.id,
        hidden=line.hidden,
        name=line.name.en,
        name_es=line.name.es if line.name.es != line.name.en else "",
        what_for=line.what_for.en,
        what_for_es=line.what_for.es if line.what_for.es != line.what_for.en else "",
        call=line.call,
        press=line.press,
        text=line.text,
        text_word=line.text_word,
        chat=line.chat,
        reviewed_on=line.reviewed_on,
        review_by=line.review_by,
    )
