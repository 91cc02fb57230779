"""Pages as a reader meets them: their words, and what they cost."""

import html
import re
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from handrail.accounts.models import Staff
from handrail.people import actions
from handrail.people.models import EmergencyAccess, Enrolment, Person
from handrail.people.standing import standing_of
from tests.cast import Cast

BORN = date(1980, 5, 14)
REASON = "She called and was very low."
INLINE = re.compile(r"</?time[^>]*>")
TAGS = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", re.S)


def main_words(answer: Any) -> str:
    """The words of the page itself, without its frame."""
    page = answer.content.decode()
    start, end = page.index("<main"), page.index("</main>")
    return " ".join(html.unescape(TAGS.sub(" ", INLINE.sub("", page[start:end]))).split())


def table_words(answer: Any) -> str:
    """The words in the rows of the page's table."""
    page = answer.content.decode()
    return " ".join(html.unescape(TAGS.sub(" ", page[page.index("<tbody") : page.index("</tbody>")])).split())


def url(name: str, *args: Any) -> str:
    """The address of one of the people pages."""
    return reverse(f"people:{name}", args=[getattr(one, "pk", one) for one in args])


def cost(client: Any, address: str, method: str = "get", **data: Any) -> int:
    """How many queries a page asks. Asked once before, so that nothing of the first time is counted."""
    ask = getattr(client, method)
    ask(address, data)
    with CaptureQueriesContext(connection) as asked:
        answer = ask(address, data)
    assert answer.status_code == 200
    return len(asked)


def again(staff: Staff) -> Staff:
    """The same colleague on their next request: roles are read anew."""
    return Staff.objects.get(pk=staff.pk)


def sees(staff: Staff, person: Person, at: datetime | None = None) -> bool:
    """Whether the colleague reaches the person: by whatever lists ask, and by what a page asks about one person."""
    at = at or timezone.now()
    visible = set(Enrolment.objects.visible_to(again(staff), at).filter(person=person))
    assert {one.enrolment for one in standing_of(again(staff), person.pk, at).opened} == visible
    found = Person.objects.visible_to(again(staff), at).filter(pk=person.pk).exists()
    assert found == bool(visible)
    return found


def into_bridge(cast: Cast) -> Enrolment:
    """Marcus becomes part of the bridge program too, and Ray walks with him there."""
    there = actions.enrol(person=cast.marcus, program=cast.bridge, by=cast.ray, at=cast.began)
    actions.start_walking(enrolment=there, peer=cast.ray, chosen_by_person=False, by=cast.ray, at=cast.began)
    return there


def in_an_emergency(person: Person, staff: Staff, at: datetime | None = None) -> EmergencyAccess:
    """Somebody opened the record because it could not wait."""
    return actions.open_in_an_emergency(person=person, reason=REASON, by=staff, at=at or datetime.now(UTC))
