"""Two years of contacts: each opened the record, was written, signed and noted; some touched a goal, some kept an appointment."""

import random
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from uuid import UUID

from benchmarks import dataset
from benchmarks.dataset import Note
from benchmarks.filling.people import Known
from benchmarks.filling.put import Putter, Row
from benchmarks.filling.staff import House
from handrail.contacts.models import Appointment, AwaitsCosign, Contact, CoSigned, GoalTouched, Part, Signature
from handrail.kit.ids import new_id
from handrail.plans.models import CheckIn

AT_ONCE = 4000
WAYS = ("met",) * 12 + ("called",) * 4 + ("texted",) * 2 + ("tried", "video")
TOUCHES, KEEPS = 0.4, 0.2
"""How many of all contacts worked on a goal, and how many were appointments."""
LATELY = 500
"""Of so many last notes, those of workers who are still learning wait to be co-signed; at 100,000 these are four days."""
COUNTED = ["number"]
SIGNED_AFTER = timedelta(minutes=20)
MODELS = (Contact, Part, GoalTouched, CheckIn, Appointment, Signature, AwaitsCosign, CoSigned)


class Walking:
    """Puts contacts, a few thousand a batch, the oldest first."""

    def __init__(
        self, putter: Putter, house: House, known: list[Known], words: dict[UUID, str], now: datetime, workers: int
    ) -> None:
        """With the people of the first so many `workers` only."""
        self.putter, self.house, self.words, self.now, self.many = putter, house, words, now, 0
        numbered = ((dataset.worker_of(number), one) for number, one in enumerate(known, start=1) if one.walked)
        self.known = [(worker, one) for worker, one in numbered if worker <= workers]
        self.dice = random.Random(6)
        self.rows: dict[type, list[Row]] = {}

    def until(self, day: date, many: int) -> None:
        """Every note of the data set as a contact, moved so that the last ones are of this day."""
        self.many, notes = many, dataset.notes(many, len(self.known), end=day)
        while some := list(islice(notes, AT_ONCE)):
            with self.putter.one_batch():
                self.rows = {model: [] for model in MODELS}
                for note in some:
                    self._contact(note)
                for model in MODELS:
                    self.putter.put(model, self.rows[model])

    def _add(self, model: type, **row: object) -> UUID:
        key = new_id()
        self.rows[model].append({"id": key} | row)
        return key

    def _contact(self, note: Note) -> None:
        (worker, known), dice = self.known[note.person - 1], self.dice
        by = self.house.worker(worker).pk
        at, whose = self._moment(note.day), {"person_id": known.person, "program_id": known.program}
        begun, how = at + timedelta(minutes=note.minutes), dice.choice(WAYS)
        signed = begun + SIGNED_AFTER
        contact = self._add(
            Contact, staff_id=by, at=at, minutes=note.minutes, how=how, where="out", place="At the center",
            version=2, page=new_id(), turn=1, begun_at=begun, noted_at=begun,
        )  # fmt: skip
        part = self._add(Part, contact_id=contact, **whose, at=at, how=how, signed_at=signed, words=note.text)
        self.putter.record("person.opened", begun, by, known.person, known.person)
        self.putter.record("contact.begun", begun, by, known.person, contact)
        self._add(Signature, part_id=part, **whose, at=signed, by_id=by, needs_cosign=self.house.is_learning(worker))
        self.putter.record("part.signed", signed, by, known.person, part)
        if dice.random() < TOUCHES and how != "tried":
            self._touch(known, part, by, at, whose)
        if dice.random() < KEEPS and how == "met":
            self._kept(part, by, at, whose)
        if self.house.is_learning(worker):
            self._stand_behind(worker, known, part, note, signed)

    def _stand_behind(self, worker: int, known: Known, part: UUID, note: Note, signed: datetime) -> None:
        """A supervisor did the day after; not yet behind the last ones."""
        whose = {"person_id": known.person, "program_id": known.program}
        if note.number > self.many - LATELY:
            self._add(AwaitsCosign, part_id=part, **whose, at=signed)
            return
        at, by = signed + timedelta(days=1), self.house.supervisor(worker).pk
        self._add(CoSigned, part_id=part, **whose, at=at, by_id=by)
        self.putter.record("part.cosigned", at, by, known.person, part)

    def _moment(self, day: date) -> datetime:
        """Between nine and five on the east coast; never still to come."""
        hour = time(14 + self.dice.randrange(8), self.dice.choice((0, 15, 30, 45)), tzinfo=UTC)
        return min(datetime.combine(day, hour), self.now - timedelta(hours=2))

    def _touch(self, known: Known, part: UUID, by: UUID, at: datetime, whose: Row) -> None:
        """A goal was worked on, and its own line moved with it."""
        number = self.dice.randrange(len(known.goals))
        goal, value = known.goals[number], Decimal(self.dice.randrange(8)) if number == 0 else None
        told = "" if value is None else f"{value} days"
        measure = COUNTED if number == 0 else [""]
        self._add(GoalTouched, part_id=part, goal_id=goal, value=value, measure=measure, told=told, words=self.words[goal])
        noted = self._add(CheckIn, **whose, goal_id=goal, value=value, at=at, by_id=by, said_in=part)
        self.putter.record("checkin.noted", at, by, known.person, noted)

    def _kept(self, part: UUID, by: UUID, at: datetime, whose: Row) -> None:
        """It had been planned a week before."""
        before = at - timedelta(days=7)
        self._add(
            Appointment, **whose, staff_id=by, at=at, minutes=45, how="met", made_at=before, made_by_id=by, kept_in_id=part
        )
        self.putter.record("appointment.made", before, by, whose["person_id"], self.rows[Appointment][-1]["id"])
