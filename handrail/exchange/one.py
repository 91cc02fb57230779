"""Who of a file is one with whom: what somebody answered, followed to its end, so that nobody is lost on the way.

If line 4 is the same person as line 3, and line 3 as somebody who is here, then all that both lines tell goes to that one.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from handrail.exchange.models import Alike, AlikeAnswer, Import


@dataclass
class Group:
    """Records that are one person, in the order of the file; and whoever of those who are here they are, the likeliest first."""

    records: list[UUID] = field(default_factory=list)
    people: list[UUID] = field(default_factory=list)

    def meets(self, theirs: Collection[UUID]) -> UUID | None:
        """The one of these people to whom all of it goes; None when nobody of them is among theirs any more."""
        return next((one for one in self.people if one in theirs), None)


def groups_of(held: Import) -> list[Group]:
    """Everybody who is one with somebody else. Round about as well: of three who are each other, all three."""
    pairs = list(
        Alike.objects.filter(of=held, answer=AlikeAnswer.SAME)
        .order_by("-weight", "id")
        .values_list("record", "record__number", "other", "other__number", "person")
    )
    number_of: dict[UUID, int] = {}
    root: dict[UUID, UUID] = {}

    def found(one: UUID) -> UUID:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for record, number, other, other_number, person in pairs:
        number_of[record] = number
        if other:
            number_of[other] = other_number
        root[found(record)] = found(other or person)
    groups: dict[UUID, Group] = {}
    for record in sorted(number_of, key=lambda one: number_of[one]):
        groups.setdefault(found(record), Group()).records.append(record)
    for person in dict.fromkeys(pair[4] for pair in pairs if pair[4]):
        groups[found(person)].people.append(person)
    return list(groups.values())
