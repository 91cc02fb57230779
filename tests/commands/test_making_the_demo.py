"""The demo is made by the actions, at any hour, and only where nothing is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import F, Q

from handrail.accounts.models import Installation
from handrail.accounts.queries import agency_ids
from handrail.audit.chain import verify
from handrail.audit.models import Entry
from handrail.contacts.models import Contact, Signature
from handrail.kit.tenancy import as_agency
from handrail.project.demo.make import NotEmpty, make_demo

MONDAY_JUST_AFTER_MIDNIGHT = datetime(2026, 3, 9, 4, 5, tzinfo=UTC)  # in New York; the clocks changed the day before

TOLD_BY_A_NOTE = ("checkin.noted", "preparation.worked_on", "step.finished", "strength.shown", "tool.used")
"""A goal moves when its note is signed, and the line tells of the moment of the contact."""


def test_the_record_of_the_demo_is_whole_and_in_the_order_of_time(db):
    now = MONDAY_JUST_AFTER_MIDNIGHT
    make_demo(now)

    for agency_id in agency_ids():
        with as_agency(agency_id):
            verdict = verify(agency_id)
            entries = Entry.objects.filter(agency_id=agency_id).exclude(verb__in=TOLD_BY_A_NOTE)
            moments = list(entries.order_by("seq").values_list("at", flat=True))
        assert verdict.wrong == []
        assert moments == sorted(moments)
        assert moments[-1] <= now
        assert timedelta(days=160) < now - moments[0] < timedelta(days=190)
    with as_agency(agency_ids()[0]):
        assert not Contact.objects.filter(Q(begun_at__gt=now) | Q(begun_at__lt=F("at"))).exists()
        assert not Signature.objects.filter(Q(at__gt=now) | Q(at__lt=F("part__contact__begun_at"))).exists()


def test_the_demo_is_not_made_where_real_work_began(cast):
    there = agency_ids()

    with pytest.raises(NotEmpty):
        make_demo()

    assert not Installation.objects.exists()
    assert agency_ids() == there
