"""Everybody with what is known of them: names and numbers to be found by, who walks with them, what was agreed, and their plan."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import islice
from uuid import UUID

from django.db.models import Model

from benchmarks import dataset
from benchmarks.dataset import GOALS_EACH, Human
from benchmarks.filling.put import Putter, Row
from benchmarks.filling.staff import House
from handrail.kit.ids import new_id
from handrail.people.models import ContactPoint, Enrolment, Person, SearchKey, SupportAgreement, WalksWith
from handrail.people.search.indexing import rows_of
from handrail.people.search.sources import texts_of
from handrail.plans.models import Goal, OwnWords, Step, Want, Wording

AT_ONCE = 500
RHYTHMS = (7, 7, 14, 14, 30, 30, 30, 90, 90, None)
"""Days between contacts, as they were agreed: so that of fifty people some wait and some do not."""
AREAS = ("home", "body", "work", "people", "recovery", "joy")


@dataclass
class Known:
    """Somebody who was put: the keys that contacts hang on."""

    human: Human
    person: UUID
    program: UUID
    enrolment: UUID
    goals: list[UUID]
    walked: bool = True


class Welcoming:
    """Puts people, a few hundred a batch."""

    def __init__(self, putter: Putter, house: House, came: datetime, today: datetime, persons: int) -> None:
        self.putter, self.house, self.came, self.today = putter, house, came, today
        self.dice = random.Random(5)
        self.words = dataset.goals(persons)
        self.rows: dict[type, list[Row]] = {}

    def everybody(self, persons: int, alone: int) -> list[Known]:
        """The people of the data set, and a few with whom nobody walks yet."""
        humans = dataset.people(persons + alone)
        known: list[Known] = []
        while some := list(islice(humans, AT_ONCE)):
            with self.putter.one_batch():
                self.rows = {}
                batch = [self._welcome(human, walked=human.number <= persons) for human in some]
                for model in (
                    Person,
                    Enrolment,
                    WalksWith,
                    ContactPoint,
                    SupportAgreement,
                    OwnWords,
                    Wording,
                    Want,
                    Goal,
                    Step,
                ):
                    self.putter.put(model, self.rows.get(model, []))
                self._make_findable(batch)
            known += batch
        return known

    def _add(self, model: type, **row: object) -> UUID:
        key = new_id()
        self.rows.setdefault(model, []).append({"id": key} | row)
        return key

    def _welcome(self, human: Human, walked: bool) -> Known:
        worker, house, at = human.worker, self.house, self.came
        program, by = house.program(worker).pk, house.worker(worker).pk
        person = self._add(Person, chosen_name=human.name, born_on=human.born_on, made_at=at, made_by_id=by)
        enrolment = self._add(Enrolment, person_id=person, program_id=program, from_at=at, enrolled_by_id=by)
        known = Known(human, person, program, enrolment, [], walked)
        if walked:
            self._add(WalksWith, enrolment_id=enrolment, peer_id=by, from_at=at, chosen_by_person=self.dice.random() < 0.5)
        self.putter.record("person.added", at, by, person, person)
        self._give_number(known, by)
        if walked:
            self._agree(known, by)
            self._plan(known, by)
        return known

    def _give_number(self, known: Known, by: UUID) -> None:
        point = self._add(
            ContactPoint, person_id=known.person, program_id=known.program, noted_at=self.came, noted_by_id=by,
            value=known.human.phone, is_best=True, may_call=True, may_text=True,
        )  # fmt: skip
        self.putter.record("point.added", self.came, by, known.person, point)

    def _agree(self, known: Known, by: UUID) -> None:
        days = self.dice.randrange(-3, 120)
        agreed = self._add(
            SupportAgreement, person_id=known.person, program_id=known.program, from_at=self.came, agreed_by_id=by,
            every_days=self.dice.choice(RHYTHMS), minutes=45, person_view="I want somebody who has been there.",
            review_on=(self.today + timedelta(days=days)).date(),
        )  # fmt: skip
        self.putter.record("agreement.made", self.came, by, known.person, agreed)

    def _plan(self, known: Known, by: UUID) -> None:
        """What they want, three goals in their own words (one that is counted), and a first step."""
        want = self._in_own_words(Want, known, by, "A home of my own, and somebody to come home to.")
        self.putter.record("want.written", self.came, by, known.person, want)
        for place, (_number, _person, words, _state) in enumerate(islice(self.words, GOALS_EACH), start=1):
            made = {"made_at": self.came, "made_by_id": by, "place": place, "area": self.dice.choice(AREAS)}
            if place == 1:
                made |= {"measure": "number", "from_value": Decimal(0), "to_value": Decimal(7), "unit": "days"}
            goal = self._in_own_words(Goal, known, by, words.capitalize(), **made)
            self.putter.record("goal.added", self.came, by, known.person, goal)
            known.goals.append(goal)
        step = self._in_own_words(
            Step, known, by, "Ask at the center about a class.", goal_id=known.goals[0], made_at=self.came, made_by_id=by
        )
        self.putter.record("step.added", self.came, by, known.person, step)

    def _in_own_words(self, model: type[Model], known: Known, by: UUID, text: str, **more: object) -> UUID:
        whose = {"person_id": known.person, "program_id": known.program}
        own = self._add(OwnWords, **whose, kind=model._meta.model_name, text=text)
        self._add(Wording, **whose, own_id=own, before="", from_at=self.came, until_at=self.came, by_id=by)
        return self._add(model, **whose, own_id=own, **more)

    def _make_findable(self, batch: list[Known]) -> None:
        """The keys that `index` makes, from the same sources."""
        keys = {
            (text.person_id, program, kind, key)
            for text in texts_of([known.person for known in batch])
            for program, kind, key in rows_of(text)
        }
        in_order = sorted(keys, key=lambda one: (one[0], one[2], one[3], str(one[1])))
        self.putter.put(
            SearchKey,
            ({"person_id": person, "program_id": program, "kind": kind, "key": key} for person, program, kind, key in in_order),
        )
