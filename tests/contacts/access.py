"""What the matrix and the canaries need to know of contacts."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.contacts import actions, queries
from handrail.contacts.models import Appointment, CallAsked, Part
from handrail.kit.ids import new_id
from handrail.people.models import Enrolment
from handrail.plans import actions as plans
from handrail.plans.models import Tool
from tests.contacts.conftest import DAY, HOUR, draft, signed, texts


def prepare(things: Any) -> None:
    """The rows the pages of contacts are about, all of Marcus; kept on `things`."""
    cast, now = things.cast, timezone.now()
    things.drafts = {}
    things.note = signed(cast.marcus_there, cast.dana)
    things.appointment = actions.make_appointment(
        enrolment=cast.marcus_there, starts_at=now + DAY, minutes=30, how="met", place="", by=cast.dana, at=now
    )
    things.asked = actions.ask_for_call(enrolment=cast.marcus_there, about="", by=cast.dana, at=now)


def draft_of_the_asker(things: Any) -> Any:
    """A draft is its writer's and nobody else's: the matrix asks everybody for one of their own, to tell the other answers."""
    cast = things.cast
    asker = cast.by_name.get("actor", cast.dana)
    writer = asker if asker.agency_id == cast.agency.pk else cast.dana
    if writer.pk not in things.drafts:
        things.drafts[writer.pk] = draft(cast.marcus_there, writer)
    return things.drafts[writer.pk]


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    own_draft = draft_of_the_asker(things)
    contact, note = [own_draft.pk], [things.note.pk]
    with_marcus = [things.cast.marcus_there.pk]
    pages = {
        "contact_edit": contact,
        "contact_join": contact,
        "contact_discard": contact,
        "contact_sign": contact,
        "part_leave": [own_draft.parts.get().pk],
        "part_show": note,
        "addendum_add": note,
        "hand_over": note,
        "comment_add": note,
        "part_return": note,
        "part_cosign": note,
        "contact_list": [things.cast.marcus.pk],
        "learned_list": [things.cast.marcus.pk],
        "contact_start": with_marcus,
        "appointment_add": with_marcus,
        "call_ask": with_marcus,
        "appointment_show": [things.appointment.pk],
        "call_settle": [things.asked.pk],
    }
    return {f"contacts:{name}": args for name, args in pages.items()}


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    own_draft = draft_of_the_asker(things)
    when = {"on": "2026-11-20", "hour": "10:00"}
    contact = {"id": new_id(), "version": 0, "how": "met", **when}
    pages = {
        "contact_start": contact,
        "contact_draft": contact | {"beginning": things.cast.marcus_there.pk},
        "contact_edit": contact | {"id": own_draft.pk, "version": own_draft.version, "minutes": 20},
        "contact_join": {"with": things.cast.marcus_there.pk},
        "contact_sign": {"version": own_draft.version},
        "addendum_add": {"more": "More"},
        "part_return": {"why": "Why?"},
        "comment_add": {"view": "agrees"},
        "appointment_add": when | {"how": "met"},
        "appointment_show": {"ending": "missed", "then": "end"},
    }
    return {f"contacts:{name}": data for name, data in pages.items()}


def mark(cast: Any, person: Any, word: str) -> None:
    """Put the person's own word into every text of every row of contacts about them, in each program they are part of."""
    for number, there in enumerate(Enrolment.objects.filter(person=person).select_related("program", "person")):
        said = f"{word}-contact{number}"
        for by in _writers(cast, there):
            _write(there, by, said)


def _writers(cast: Any, there: Any) -> list[Any]:
    walks = [walk.peer for walk in there.walks.select_related("peer__agency")]
    return walks[:1] or [cast.sam]


def _write(there: Any, by: Any, said: str) -> None:
    now = timezone.now()
    every = {name: f"{said} {name}" for name in texts() if name not in ("together", "language")} | {"language": said}
    tool = Tool(person=there.person, program=there.program)
    plans.add_tool(tool=tool, text=f"{said} tool", how="", by=by, at=now)
    writing = actions.Writing(
        texts(**every),
        {"listened"},
        materials={"hope"},
        next_time=actions.NextTime(now + 2 * DAY, f"{said} next"),
        touched={"tool": {str(tool.pk)}},
    )
    part = signed(there, by, writing=writing, place=f"{said} place")
    actions.add_to(part=part, words=f"{said} more", by=by, at=now)
    actions.comment(part=part, view="agrees", words=f"{said} comment", beside=by, at=now)
    actions.return_to_writer(part=part, why=f"{said} return", by=by, at=now + HOUR)
    draft(there, by, writing=actions.Writing(texts(**every)), place=f"{said} draft")
    # Where two people were together is known to whoever knows that one of them was there.
    contact = draft(there, by, writing=actions.Writing(texts(**every)))
    if other := queries.also_with(by, contact, now).first():
        actions.join(contact=contact, enrolment=other, by=by, at=now)
    appointment = actions.make_appointment(
        enrolment=there, starts_at=now - DAY, minutes=30, how="met", place=f"{said} before", by=by, at=now
    )
    actions.move_appointment(
        appointment=appointment, to_at=now - 2 * HOUR, place=f"{said} moved", asked_by="us", why=f"{said} why", by=by, at=now
    )
    actions.ask_for_call(enrolment=there, about=f"{said} call", by=by, at=now)


def own_pages(person: Any) -> list[str]:
    """Addresses of contacts that show something of this person, for the walk of the canaries."""
    parts = Part.objects.filter(person=person).select_related("signature")
    pages = [reverse("contacts:part_show", args=[part.pk]) for part in parts]
    pages += [reverse("contacts:contact_edit", args=[part.contact_id]) for part in parts]
    pages += [reverse("contacts:contact_sign", args=[part.contact_id]) for part in parts]
    pages += [reverse("contacts:appointment_show", args=[one.pk]) for one in Appointment.objects.filter(person=person)]
    pages += [reverse("contacts:contact_start", args=[one.pk]) for one in Enrolment.objects.filter(person=person)]
    assert CallAsked.objects.filter(person=person).exists() or not parts
    return pages
