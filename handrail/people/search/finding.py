"""One search, from the words to the list."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from handrail.accounts.models import Staff
from handrail.kit.questions import written_once
from handrail.people.models import Enrolment
from handrail.people.search.matching import candidates, typed, within_reach
from handrail.people.search.ranking import Found, ranked
from handrail.people.search.sources import Text, texts_of


def find_people(staff: Staff, text: str, at: datetime) -> list[Found]:
    """Who is meant, the likeliest first: of the people this staff member reaches, by what they may read of them."""
    words = typed(text)
    if not words.words:
        return []
    return ranked(words, texts_to_read(staff, candidates(staff, words, within_reach(staff, at), at), at))


def texts_to_read(staff: Staff, people: Collection[UUID], at: datetime) -> Iterable[Text]:
    """What these people are found by, as far as this staff member may read it: nothing of people or programs out of reach."""
    programs = set(_reached_through(staff, list(people), at)) if people else set()
    known = {person for person, _program in programs}
    for text in texts_of(people):
        if text.person_id in known and (text.program_id is None or (text.person_id, text.program_id) in programs):
            yield text


@written_once
def _reached_through(staff: Staff, people: list[UUID], at: datetime) -> QuerySet[Enrolment, tuple[UUID, UUID]]:
    return Enrolment.objects.visible_to(staff, at).filter(person__in=people).values_list("person", "program")
