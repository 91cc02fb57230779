"""Two records are joined and parted, and who reaches whom then."""

from django.utils import timezone

from handrail.people import actions, queries, reach
from handrail.people.models import Block, BlockKind, Enrolment, OnePerson
from tests.people.reading import again

EVERYBODY = ("dana", "noor", "ray", "lena", "sam", "iris", "joan", "theo", "ada", "alex")


def names(staff) -> list[str]:
    """Who stands in somebody's list."""
    return [person.chosen_name for person in queries.my_people(again(staff), timezone.now())]


def reached(cast) -> dict:
    """Who reaches whom, through which program, by which ways; and whom they could write about."""
    now, found = timezone.now(), {}
    for name in EVERYBODY:
        staff = again(getattr(cast, name))
        for way, condition in reach.open_to(staff, now):
            theirs = Enrolment.objects.filter(condition).exclude(reach.closed_to(staff))
            found[name, way.name] = sorted(theirs.values_list("person__chosen_name", "program__name"))
        looked_after = Enrolment.objects.looked_after_by(staff, now)
        found[name, "looks after"] = sorted(looked_after.values_list("person__chosen_name", "program__name"))
    return found


def join(cast, one="marcus", other="mark") -> OnePerson:
    return actions.join(one=getattr(cast, one), other=getattr(cast, other), by=again(cast.sam), at=timezone.now())


def part(cast, joined) -> None:
    actions.part(joined=joined, by=again(cast.sam), at=timezone.now())


def keep_apart(cast, person, staff) -> Block:
    return actions.keep_apart(person=person, staff=staff, kind=BlockKind.ASKED, by=cast.sam, at=timezone.now())
