from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.tenancy import as_agency
from handrail.scope import actions
from handrail.scope.models import PackOverride
from handrail.scope.queries import some_values, values_for, values_taken_back
from handrail.scope.rules import may_set_pack

NOW = timezone.now()
KEY = "plan.review_days"


def go_by(cast, value, key=KEY, reason="Our contract says so.", at=NOW):
    return actions.override_value(key=key, value=value, reason=reason, by=cast.alex, at=at)


def test_an_agency_goes_by_its_pack_until_it_says_otherwise(cast):
    assert some_values(cast.agency, [KEY]) == [90]

    override = go_by(cast, 60)

    now = values_for(cast.agency)[KEY]
    assert (now.value, now.pack.value, now.override) == (60, 90, override)
    assert some_values(cast.agency, [KEY]) == [60]
    assert (override.by, override.at, override.reason) == (cast.alex, NOW, "Our contract says so.")


def test_a_new_override_takes_the_older_one_back_and_both_rows_stay(cast):
    older = go_by(cast, 60)
    newer = go_by(cast, 45, at=NOW + timedelta(hours=1))

    older.refresh_from_db()
    assert (older.withdrawn_by, older.withdrawn_at) == (cast.alex, newer.at)
    assert some_values(cast.agency, [KEY]) == [45]
    assert [past.override for past in values_taken_back(cast.agency)] == [older]


def test_taken_back_the_agency_goes_by_its_pack_again(cast):
    override = go_by(cast, 60)

    actions.withdraw_override(override=override, by=cast.alex, at=NOW + timedelta(days=1))

    assert some_values(cast.agency, [KEY]) == [90]
    assert PackOverride.objects.get().withdrawn_by == cast.alex


def test_setting_and_taking_back_leave_a_line_each_without_the_reason(cast):
    override = go_by(cast, 60)
    actions.withdraw_override(override=override, by=cast.alex, at=NOW)

    lines = Entry.objects.filter(verb__startswith="pack.").order_by("seq")
    assert [(line.verb, line.by_id, line.subject_id, line.detail) for line in lines] == [
        ("pack.overridden", cast.alex.pk, override.pk, KEY),
        ("pack.override_withdrawn", cast.alex.pk, override.pk, KEY),
    ]


def test_what_was_taken_back_cannot_be_taken_back_again(cast):
    override = go_by(cast, 60)
    actions.withdraw_override(override=override, by=cast.alex, at=NOW)

    with pytest.raises(actions.AlreadyWithdrawn):
        actions.withdraw_override(override=override, by=cast.alex, at=NOW)


def test_an_override_needs_a_reason(cast):
    with pytest.raises(actions.ReasonMissing):
        go_by(cast, 60, reason="  ")

    assert PackOverride.objects.count() == 0


@pytest.mark.parametrize("value", ["sixty", True, date(2027, 1, 1), ("60",)])
def test_an_override_is_of_the_same_sort_as_the_value(cast, value):
    with pytest.raises(actions.WrongSort):
        go_by(cast, value)


def test_only_what_the_pack_has_can_be_overridden(cast):
    with pytest.raises(actions.NoSuchValue):
        go_by(cast, 60, key="plan.colour")


def test_an_agency_may_have_no_such_rule(cast):
    go_by(cast, None)

    assert values_for(cast.agency)[KEY].override
    assert some_values(cast.agency, [KEY]) == [None]


def test_lists_and_dates_keep_their_shape(cast):
    go_by(cast, ("Recovery coach",), key="titles")
    go_by(cast, date(2027, 6, 1), key="accessibility.deadline_15plus")

    assert some_values(cast.agency, ["titles"]) == [("Recovery coach",)]
    assert some_values(cast.agency, ["accessibility.deadline_15plus"]) == [date(2027, 6, 1)]


def test_another_agency_goes_by_its_own(cast):
    override = go_by(cast, 60)

    assert list(PackOverride.objects.visible_to(cast.alex)) == [override]
    with as_agency(cast.other_agency.pk):
        assert list(PackOverride.objects.visible_to(cast.omar)) == []
        assert some_values(cast.other_agency, [KEY]) == [90]


def test_the_database_takes_one_standing_override_for_each_value(cast):
    go_by(cast, 60)

    with pytest.raises(IntegrityError), transaction.atomic():
        PackOverride.objects.create(agency=cast.agency, key=KEY, value=50, reason="Again.", at=NOW, by=cast.alex)


def test_only_an_administrator_sets_the_pack(cast):
    may = {name for name in ("dana", "lena", "sam", "iris", "joan", "alex", "theo", "ada") if may_set_pack(getattr(cast, name))}

    assert may == {"alex"}
