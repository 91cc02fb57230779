"""The same record comes again: whoever was out of reach meanwhile is told of the next time, and of two the right one is meant."""

from django.utils import timezone

from handrail.exchange import actions
from handrail.exchange.models import Record
from handrail.people.models import Block, BlockKind, Person
from tests.exchange.bringing import go_on, read, taken, verdicts
from tests.exchange.test_taking import LIST

NEWS = LIST.replace(b"Spanish", b"Quechua")


def block(cast, person, staff):
    now = timezone.now()
    return Block.objects.create(agency=cast.agency, person=person, staff=staff, kind=BlockKind.ASKED, at=now, set_by=cast.iris)


def test_what_was_not_written_because_somebody_was_out_of_reach_is_offered_again(cast):
    taken(cast, LIST)
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    imported = read(cast, NEWS)
    assert verdicts(imported) == {"changed": 1, "known": 2}
    asked = block(cast, rosa, cast.sam)
    go_on(actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))
    rosa.refresh_from_db()
    assert rosa.speaks == "Spanish"
    asked.delete()

    imported = taken(cast, NEWS)

    assert verdicts(imported) == {"changed": 1, "known": 2}
    rosa.refresh_from_db()
    assert rosa.speaks == "Quechua"


def test_of_two_with_one_number_whoever_is_looked_after_is_meant_then_whoever_was_here_first(cast):
    taken(cast, LIST, by=cast.iris)
    first = Person.objects.get(chosen_name="Rosa Quispe")
    asked = block(cast, first, cast.sam)
    taken(cast, LIST.replace(b"Spanish", b"Aymara"))  # not the very same, so Sam is not told that she is here
    second = Person.objects.exclude(pk=first.pk).get(chosen_name="Rosa Quispe")

    def meant_by(staff):
        return Record.objects.get(of=read(cast, NEWS, by=staff), number=1).person

    asked.delete()
    assert meant_by(cast.sam) == first

    block(cast, first, cast.iris)
    assert meant_by(cast.iris) == second
