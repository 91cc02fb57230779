"""Conditions whose SQL is written once: they find what the same condition finds when Django works it out anew."""

from datetime import timedelta

import pytest
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from handrail.accounts.models import Staff
from handrail.kit import written as kit
from handrail.kit.spans import holds_at
from handrail.kit.written import Asked, written
from handrail.people import actions, reach
from handrail.people.models import Enrolment, Person, WalksWith


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(kit, "_kept", {})


def walked_at(moment):
    """Enrolments in which somebody walks with the person then; asks the table of the query around it from within, too."""
    walks = WalksWith.objects.filter(holds_at(moment), enrolment=OuterRef("pk"), enrolment__program=OuterRef("program"))
    return Q(Exists(walks)) & holds_at(moment)


def test_the_same_rows_at_every_moment(cast):
    moments = [cast.began - timedelta(days=1), cast.began, timezone.now(), timezone.now() + timedelta(days=999)]
    for moment in moments:
        asked = written(Enrolment, "walked", walked_at, moment)
        assert isinstance(asked, Asked)
        assert set(Enrolment.objects.filter(asked)) == set(Enrolment.objects.filter(walked_at(moment)))
    assert sum(key[2] == "walked" for key in kit._kept) == 1


def test_the_same_rows_as_part_of_another_question(cast):
    now = timezone.now()
    for depth in (walked_at(now), written(Enrolment, "walked", walked_at, now)):
        there = Enrolment.objects.filter(depth)
        inner = Person.objects.filter(pk__in=there.values("person"))
        deep = Person.objects.filter(Exists(there.filter(person=OuterRef("pk"), person__in=inner.values("pk"))))
        assert set(deep) == {one.person for one in Enrolment.objects.filter(walked_at(now)).select_related("person")}
        assert set(Enrolment.objects.exclude(depth)) == set(Enrolment.objects.exclude(walked_at(now)))


def test_a_moment_as_far_from_the_one_asked_for_is_kept_too(cast):
    for away, found in ((timedelta(days=31), True), (timedelta(days=29), False)):
        asked = written(Enrolment, away, lambda at, away=away: Q(from_at__gt=at - away, from_at__lte=at), timezone.now())
        assert isinstance(asked, Asked)
        assert Enrolment.objects.filter(asked, pk=cast.marcus_there.pk).exists() is found


@pytest.mark.parametrize(
    "condition",
    [
        lambda at: Q(from_at__gt=at.replace(hour=0)),
        lambda at: Q(from_at__year=at.year),
        lambda at: Q(program__name="Community", from_at__lt=at),
        lambda at: Q(pk__in=[]),
        lambda at: Q(from_at__lt=at) | Q(ended_by__isnull=True) if at.year > 1987 else Q(from_at__lt=at),
    ],
    ids=["its day", "its year", "another table", "nobody", "another text"],
)
def test_what_does_not_keep_is_worked_out_each_time(cast, condition):
    for _time in range(2):
        now = timezone.now()
        assert written(Enrolment, "odd", condition, now) == condition(now)


def test_no_database_is_asked_while_it_is_written(cast):
    with pytest.raises(RuntimeError):
        written(Enrolment, "asks", lambda at: Q(pk__in=list(Enrolment.objects.values_list("pk", flat=True))), timezone.now())


def test_a_changed_role_or_row_of_the_staff_member_is_another_text(cast):
    def reached(staff: Staff) -> set:
        return set(Enrolment.objects.filter(reach.reached_by(Staff.objects.get(pk=staff.pk), timezone.now())))

    assert cast.marcus_there in reached(cast.dana)
    assert cast.marcus_there not in reached(cast.noor)
    actions.start_walking(enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=True, by=cast.sam, at=timezone.now())
    assert cast.marcus_there in reached(cast.noor)
    cast.noor.roles_held.update(until_at=timezone.now())
    assert reached(cast.noor) == set()
    Staff.objects.filter(pk=cast.dana.pk).update(left_at=timezone.now())
    assert reached(cast.dana) == set()


def test_it_stands_beside_other_conditions(cast):
    asked = written(Enrolment, "walked", walked_at, timezone.now())
    named = Enrolment.objects.filter(asked, person__chosen_name="Marcus").annotate(who=F("person__chosen_name"))
    assert [one.who for one in named] == ["Marcus"]


def test_peers_of_one_shape_share_one_text_and_reach_their_own(cast):
    for peer, person in ((cast.dana, cast.marcus), (cast.noor, cast.ana), (cast.dana, cast.marcus)):
        found = Enrolment.objects.filter(reach.reached_by(Staff.objects.get(pk=peer.pk), timezone.now()))
        assert [there.person for there in found] == [person]

    assert len(kit._kept) == 1


def test_a_text_that_names_a_key_nobody_gave_is_not_kept(cast):
    now = timezone.now()
    assert isinstance(written(Enrolment, "hers", lambda at: Q(person=cast.marcus.pk), now), Q)
    given = written(Enrolment, "given", lambda at: Q(person=cast.marcus.pk), now, [cast.marcus.pk])
    assert Enrolment.objects.get(given) == cast.marcus_there
    other = written(Enrolment, "given", lambda at: Q(person=cast.ana.pk), now, [cast.ana.pk])
    assert Enrolment.objects.get(other) == cast.ana_there
    twice = [cast.marcus.pk, cast.marcus.pk]
    assert isinstance(written(Enrolment, "twice", lambda at: Q(person=cast.marcus.pk), now, twice), Q)
