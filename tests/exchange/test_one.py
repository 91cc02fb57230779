"""Lines that are one person: whatever was answered about whom, nobody is lost and nobody comes twice."""

import pytest
from django.utils import timezone

from handrail.audit import chain
from handrail.exchange import actions
from handrail.exchange.models import Alike, AlikeAnswer, Origin, Record
from handrail.people.models import ContactPoint, Person
from tests.exchange.bringing import go_on, read, taken, verdicts
from tests.exchange.test_taking import LIST, names
from tests.people.test_blocks import block

SAM_SAYS = AlikeAnswer.SAME
HEAD = "Name,DOB,Phone\n"
SLIPS = (
    "Rosa Qispe,1984-05-17,804 555 0902\n",
    "Rosa Quispee,1984-05-17,804 555 0903\n",
    "Rosa Quisp,1984-05-17,804 555 0904\n",
)
FILE = (HEAD + "".join(SLIPS)).encode()
"""Three lines, 2 to 4, each of them nearly Rosa Quispe."""
HERE = None


def told_as_one(cast, *links):
    """Sam says of these lines that they are one with another line, or with Rosa, who is here. Then they are taken over."""
    imported = read(cast, FILE)
    for line, other in links:
        pairs = Alike.objects.filter(of=imported, record__line=line, other__line=other)
        [pair] = pairs if other else Alike.objects.filter(of=imported, record__line=line, person__isnull=False)
        actions.decide(alike=[pair], answer=SAM_SAYS, by=cast.sam, at=timezone.now())
    return imported


def take(cast, imported):
    return go_on(actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))


def phones(person) -> set[str]:
    return set(ContactPoint.objects.filter(person=person, kind="phone").values_list("value", flat=True))


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (Person, ContactPoint, Origin)]


CHAINS = [
    [(2, HERE), (3, 2), (4, 3)],
    [(4, HERE), (4, 3), (3, 2)],
    [(3, HERE), (3, 2), (4, 3), (4, 2)],
]


@pytest.mark.parametrize("links", CHAINS)
def test_lines_that_are_one_with_somebody_here_all_go_there_and_back(cast, links):
    taken(cast, LIST)
    before, people = rows(), names(cast.sam)

    imported = take(cast, told_as_one(cast, *links))

    assert names(cast.sam) == people
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    assert phones(rosa) == {"804 555 0142", "804 555 0902", "804 555 0903", "804 555 0904"}
    assert set(Record.objects.filter(of=imported).values_list("person", flat=True)) == {rosa.pk}
    assert verdicts(read(cast, FILE)) == {"known": 3}

    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    go_on(imported)
    assert rows() == before
    assert chain.verify(cast.agency.pk).wrong == []


@pytest.mark.parametrize("links", [[(3, 2), (4, 3)], [(4, 2), (4, 3)], [(3, 2), (4, 3), (4, 2)]])
def test_lines_that_are_one_with_each_other_come_as_one_person_and_go_again(cast, links):
    before = rows()

    imported = take(cast, told_as_one(cast, *links))

    assert names(cast.sam) == ["Rosa Qispe"]
    [rosa] = Person.objects.filter(made_by=cast.sam)
    assert phones(rosa) == {"804 555 0902", "804 555 0903", "804 555 0904"}

    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    assert go_on(imported).stayed == 0
    assert rows() == before


def test_whoever_asked_not_to_be_opened_by_sam_meanwhile_gets_nothing_and_nobody_is_lost(cast):
    """The lines were one with Rosa; now they are one person of their own."""
    taken(cast, LIST)
    imported = told_as_one(cast, (2, HERE), (3, 2), (4, 3))
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    block(cast, rosa, cast.sam, by=cast.iris)

    take(cast, imported)

    assert phones(rosa) == {"804 555 0142"}
    [other] = Person.objects.filter(chosen_name="Rosa Qispe")
    assert phones(other) == {"804 555 0902", "804 555 0903", "804 555 0904"}
    assert "Rosa Qispe" in names(cast.sam)


def test_the_same_number_on_two_lines_is_noted_once(cast):
    taken(cast, LIST)
    imported = read(cast, (HEAD + "Rosa Qispe,1984-05-17,804 555 0999\nRosa Quispee,1984-05-17,(804) 555-0999\n").encode())
    mine = Alike.objects.filter(of=imported, person__isnull=False)
    actions.decide(alike=mine, answer=SAM_SAYS, by=cast.sam, at=timezone.now())

    take(cast, imported)

    assert len(phones(Person.objects.get(chosen_name="Rosa Quispe"))) == 2
