"""A sealed column: nothing of it lies in the table in plain text, whichever way it is written, and it opens in its own place only."""

import pytest
from django.db import connection
from django.utils import timezone

from handrail.exchange.models import Import
from handrail.kit.ids import new_id
from handrail.kit.many import change_many, keep_many
from handrail.kit.sealed import NotOurs

WORDS = {"examples": [["Rosa Quispe"]]}


def an_import(cast, **more):
    return Import(agency=cast.agency, program=cast.community, by=cast.sam, at=timezone.now(), file=new_id(), size=1, **more)


def as_it_lies_there(*columns):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM exchange_import")
        return cursor.fetchone()


def one_by_one(imported):
    imported.save(force_insert=True)


def with_many(imported):
    keep_many(Import, [imported])


def as_a_change_of_many(imported):
    words, imported.looked = imported.looked, {}
    imported.save(force_insert=True)
    imported.looked = words
    change_many(Import, ["looked"], [imported])


@pytest.mark.parametrize("keep", [one_by_one, with_many, as_a_change_of_many])
def test_it_is_sealed_whichever_way_it_is_written(cast, keep):
    keep(an_import(cast, looked=WORDS))

    [kept] = as_it_lies_there("looked")
    assert kept and "Quispe" not in kept
    assert Import.objects.get().looked == WORDS


def test_it_does_not_open_in_another_column(cast):
    one_by_one(an_import(cast, looked=WORDS))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE exchange_import SET columns = looked")

    with pytest.raises(NotOurs):
        Import.objects.get()
