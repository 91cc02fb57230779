"""Of what kinds there is anything about somebody: what is known not to be there is not asked for, and nothing else is left out."""

import inspect
import re
import sys

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from handrail.kit import whether
from handrail.kit.whether import look_for_any
from handrail.people.models import FamilyTie, Kin, OnePerson, Person, Supporter
from handrail.people.queries import points_of, supporters_of, ties_of


@pytest.fixture
def there(cast):
    return [cast.marcus_there.program]


def asked(question) -> int:
    with CaptureQueriesContext(connection) as queries:
        question()
    return len(queries)


def supporter(cast) -> Supporter:
    return Supporter.objects.create(
        agency=cast.agency,
        person=cast.marcus,
        program=cast.marcus_there.program,
        name="Rosa",
        noted_at=timezone.now(),
        noted_by=cast.dana,
    )


def test_what_is_not_there_is_not_asked_for(cast, there):
    assert asked(lambda: supporters_of(cast.marcus, there)) == 1

    look_for_any(cast.marcus)

    assert asked(lambda: (supporters_of(cast.marcus, there), points_of(cast.marcus, there))) == 0
    assert supporters_of(cast.marcus, there) == []


def test_what_is_there_is_asked_for_as_ever(cast, there):
    rosa = supporter(cast)
    look_for_any(cast.marcus)

    assert supporters_of(cast.marcus, there) == [rosa]
    assert supporters_of(cast.marcus, []) == []
    assert asked(lambda: points_of(cast.marcus, there)) == 0


def test_another_person_is_looked_at_by_themselves(cast, there):
    supporter(cast)
    look_for_any(cast.ana)

    assert supporters_of(cast.ana, there) == []
    assert len(supporters_of(cast.marcus, there)) == 1


def test_what_is_about_two_is_found_from_either_side(cast):
    now = timezone.now()
    FamilyTie.objects.create(
        agency=cast.agency,
        person=cast.marcus,
        other=cast.ana,
        program=cast.marcus_there.program,
        kin=Kin.SIBLING,
        noted_at=now,
        noted_by=cast.sam,
    )
    OnePerson.objects.create(agency=cast.agency, one=cast.marcus, other=cast.ana, at=now, by=cast.sam)

    for person in (cast.marcus, cast.ana):
        look_for_any(person)
        assert asked(lambda person=person: ties_of(person, cast.noor, now)) > 0  # the tie is found, and then who may know of it
        assert len(person.other_records) == 1


def test_every_kind_is_found_by_an_index():
    """Of each row, and of each row it is about somebody through: asked of everybody, a page would go through all of them."""
    for model, path in whether._kinds:
        for name in path.split("__"):
            field = model._meta.get_field(name)
            whole = [index.fields for index in model._meta.indexes if index.condition is None]
            whole += [one.fields for one in model._meta.constraints if getattr(one, "fields", ()) and one.condition is None]
            assert field.db_index or name in [fields[0] for fields in whole], (model, path)
            model = field.related_model
        assert model is Person


def test_every_question_that_may_be_spared_asks_for_rows_of_its_kind(cast):
    """The one mistake that would hide something: `Preparation` written above a question about what was done with one."""
    spared = [
        one
        for module in list(sys.modules.values())
        if getattr(module, "__name__", "").startswith("handrail.")
        for one in vars(module).values()
        if hasattr(one, whether.ABOUT)
    ]
    assert {model for one in spared for model, _field in getattr(one, whether.ABOUT)} == {model for model, _ in whether._kinds}
    for one in spared:
        [model] = {model for model, _field in getattr(one, whether.ABOUT)}
        question = inspect.getsource(one).partition("def ")[2]
        assert re.search(rf"\b{model.__name__}\b", question), one
