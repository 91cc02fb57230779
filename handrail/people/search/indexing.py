"""Writing the keys people are found by. They hang on the data: written in its transaction, and made anew from it at any time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from uuid import UUID

from django.db import transaction

from handrail.accounts.queries import agency_ids
from handrail.jobs.queue import job
from handrail.kit.many import insert_many, key_as_kept
from handrail.kit.tenancy import as_agency
from handrail.people.models import KeyKind, Person, SearchKey
from handrail.people.search.keys import keys_of_name, keys_of_phone
from handrail.people.search.sources import Kind, Text, texts_of

AT_ONCE = 200
"""People whose keys are made in one go; about thirty keys a name."""

Row = tuple[UUID | None, str, str]


def index(*people: Person) -> None:
    """Make the keys of these people what their names and numbers are now. Inside the action that changed those."""
    agencies = {person.pk: person.agency_id for person in people}
    # One writer a person: of two at the same moment the second reads what the first wrote, and deletes none of its keys.
    list(Person.objects.select_for_update().filter(pk__in=agencies.keys()).order_by("pk").values_list("pk"))
    wanted: defaultdict[UUID, set[Row]] = defaultdict(set)
    for text in texts_of(agencies.keys()):
        wanted[text.person_id] |= set(rows_of(text))
    gone = []
    for key in SearchKey.objects.filter(person__in=agencies.keys()).order_by("id"):
        row = (key.program_id, key.kind, key.key)
        if row in wanted[key.person_id]:
            wanted[key.person_id].remove(row)
        else:
            gone.append(key.pk)
    SearchKey.objects.filter(pk__in=gone).delete()
    SearchKey.objects.bulk_create(
        SearchKey(agency_id=agencies[person_id], person_id=person_id, program_id=program_id, kind=kind, key=key)
        for person_id, rows in wanted.items()
        for program_id, kind, key in rows
    )


def index_new(people: Iterable[Person]) -> None:
    """The keys of people who were just added and have none yet: nothing is there to compare with, so that it is done quickly."""
    # About thirty keys a person: whose they are is put once into the form that the database takes.
    owners = {person.pk: (key_as_kept(person.agency_id), key_as_kept(person.pk)) for person in people}
    rows = set()
    for text in texts_of(owners.keys()):
        agency, person = owners[text.person_id]
        program = key_as_kept(text.program_id) if text.program_id else None
        rows |= {(agency, person, program, kind, key) for _program, kind, key in rows_of(text)}
    # In the order of keys: what lies together in the database's index of them is written together.
    insert_many(SearchKey, ("agency", "person", "program", "kind", "key"), sorted(rows, key=itemgetter(3, 4)))


def rows_of(text: Text) -> Iterator[Row]:
    """The keys of one text."""
    if text.kind is Kind.BORN:
        yield text.program_id, KeyKind.BORN.value, text.text
        return
    for kind, key in keys_of_phone(text.text) if text.kind is Kind.PHONE else keys_of_name(text.text):
        yield text.program_id, kind.value, key


@job("people.rebuild_search")
def rebuild() -> int:
    """Make everybody's keys anew: after the way keys are made has changed, or the list of short names. Safe to repeat.

    Nobody is missing from a search meanwhile: keys that stay the same are not touched. Returns how many people there are.
    """
    return sum(_rebuild(agency_id) for agency_id in agency_ids())


def _rebuild(agency_id: UUID) -> int:
    done, last = 0, UUID(int=0)
    while True:
        with as_agency(agency_id), transaction.atomic():
            # Held, so that a name corrected meanwhile waits its turn and writes its keys after these.
            people = Person.objects.select_for_update().filter(agency_id=agency_id, pk__gt=last)
            some = list(people.order_by("pk")[:AT_ONCE])
            if not some:
                return done
            index(*some)
        done, last = done + len(some), some[-1].pk
