"""What waits on everybody's Today: appointments of the day and of the week, drafts to finish, somebody who asked for a call."""

from datetime import datetime, timedelta
from uuid import UUID

from benchmarks.dataset import MINUTES, WORKERS
from benchmarks.filling.people import Known
from benchmarks.filling.put import Putter, Row
from benchmarks.filling.staff import House
from handrail.contacts.models import Appointment, CallAsked, Contact, How, Part, Returned
from handrail.kit.ids import new_id

HOURS_FROM_NOW = (-26, -2, 1, 3, 26, 50, 74, 98)
"""Appointments of each worker: one of yesterday that nobody has told about, those of today, those of the week."""
DRAFTS = 2
RETURNED_TO_EVERY = 10


def leave_waiting(putter: Putter, house: House, known: list[Known], now: datetime) -> None:
    """For every worker."""
    theirs: dict[int, list[Known]] = {}
    for one in known:
        if one.walked:
            theirs.setdefault(one.human.worker, []).append(one)
    appointments: list[Row] = []
    calls: list[Row] = []
    with putter.one_batch():
        for worker in range(1, WORKERS + 1):
            people, by = theirs.get(worker, []), house.worker(worker).pk
            for number, hours in enumerate(HOURS_FROM_NOW):
                if number < len(people):
                    appointments.append(_appointment(putter, people[-1 - number], by, now, now + timedelta(hours=hours)))
            if people:
                calls.append(_call(putter, people[0], by, now - timedelta(hours=3)))
        putter.put(Appointment, appointments)
        putter.put(CallAsked, calls)
        _drafts(putter, house, theirs, now)
        _returned(putter, house, now)


def _whose(known: Known) -> Row:
    return {"person_id": known.person, "program_id": known.program}


def _appointment(putter: Putter, known: Known, by: UUID, now: datetime, at: datetime) -> Row:
    made = min(now, at) - timedelta(days=3)
    row = _whose(known) | {"id": new_id(), "staff_id": by, "at": at, "minutes": 45, "made_at": made, "made_by_id": by}
    putter.record("appointment.made", made, by, known.person, row["id"])
    return row


def _call(putter: Putter, known: Known, by: UUID, at: datetime) -> Row:
    row = _whose(known) | {"id": new_id(), "about": "the letter from the court", "at": at, "noted_by_id": by}
    putter.record("call.asked", at, by, known.person, row["id"])
    return row


def _drafts(putter: Putter, house: House, theirs: dict[int, list[Known]], now: datetime) -> None:
    contacts: list[Row] = []
    parts: list[Row] = []
    for worker, people in theirs.items():
        by = house.worker(worker).pk
        for number, one in enumerate(people[1 : 1 + DRAFTS]):
            at = now - timedelta(hours=3 + 20 * number)
            contact = {"id": new_id(), "staff_id": by, "at": at, "minutes": MINUTES[2], "begun_at": at, "noted_at": at}
            part = {"contact_id": contact["id"], "at": at, "how": How.MET, "words": "I would like to go on with this."}
            contacts.append(contact)
            parts.append(_whose(one) | part)
            putter.record("contact.begun", at, by, one.person, contact["id"])
    putter.put(Contact, contacts)
    putter.put(Part, parts)


def _returned(putter: Putter, house: House, now: datetime) -> None:
    """Every tenth worker is asked to say more about their latest note."""
    back: list[Row] = []
    for worker in range(1, WORKERS + 1, RETURNED_TO_EVERY):
        part = Part.objects.signed().filter(contact__staff=house.worker(worker)).order_by("-contact__at").first()
        if part is None:
            continue
        by = house.supervisor(worker).pk
        row = {"id": new_id(), "person_id": part.person_id, "program_id": part.program_id, "part_id": part.pk}
        back.append(row | {"why": "Please say a little more about the next step.", "at": now - timedelta(hours=5), "by_id": by})
        putter.record("part.returned", now - timedelta(hours=5), by, part.person_id, part.pk)
    putter.put(Returned, back)
