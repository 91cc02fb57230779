"""Day and hour on a page, and the moment behind them: through every zone, and both nights in which the clocks are changed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from handrail.contacts.actions.facts import kept_of_contact
from handrail.contacts.forms import ContactForm
from handrail.contacts.models import Contact
from handrail.kit.merging import merge
from handrail.ui.dates import SKIPPED, moment_of
from tests.contacts.conftest import draft
from tests.contacts.open_page import page_sent
from tests.contacts.test_clock import EASTERN, ZONES
from tests.contacts.test_writing import url
from tests.people.reading import main_words

NIGHTS = st.sampled_from(
    [datetime(2025, 11, 2, tzinfo=UTC), datetime(2026, 3, 8, tzinfo=UTC), datetime(2026, 4, 4, tzinfo=UTC)]
)
MOMENTS = st.one_of(
    st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)),
    st.builds(lambda night, minutes: night + timedelta(minutes=minutes), NIGHTS, st.integers(0, 36 * 60)),
)


def sent_back(contact):
    """The contact form of a page that is sent as it was opened."""
    shown = ContactForm.showing(contact).initial
    return ContactForm(shown | {"on": shown["on"].isoformat(), "hour": f"{shown['hour']:%H:%M}"})


@given(MOMENTS, ZONES)
def test_a_page_sent_as_it_was_opened_changes_nothing(at, zone):
    with timezone.override(zone):
        contact = Contact(at=at, how="met", version=1)
        form = sent_back(contact)
        assert form.is_valid(), form.errors
        assert merge(form.facts(), form.marks, kept_of_contact(contact), knows=True).take == {}


@given(MOMENTS, ZONES)
def test_what_happens_now_is_noted_as_now(at, zone):
    now = at.replace(second=0, microsecond=0)
    with timezone.override(zone):
        local = timezone.localtime(now)
        assert moment_of(local.date(), local.time().replace(fold=0), has_been_by=now) == now


@given(MOMENTS, ZONES)
def test_every_hour_is_either_there_or_refused(at, zone):
    wall = at.replace(tzinfo=None, second=0, microsecond=0)
    with timezone.override(zone):
        try:
            moment = moment_of(wall.date(), wall.time())
        except ValidationError:
            before = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
            assert before.replace(tzinfo=None) != wall
        else:
            assert timezone.localtime(moment).replace(tzinfo=None, fold=0) == wall


def test_contact_edit_leaves_the_second_half_past_one_where_it_was(cast, client):
    second = datetime(2026, 11, 1, 1, 30, 20, fold=1, tzinfo=EASTERN).astimezone(UTC)
    contact = draft(cast.marcus_there, cast.dana, at=second)
    client.enter(cast.dana)
    page = page_sent(client.get(url("contact_edit", contact)))
    client.post(url("contact_edit", contact), page | {f"{cast.marcus.pk}-words": "I could not sleep"})

    assert Contact.objects.get().at == second


@pytest.mark.parametrize("page", ["contact_edit", "appointment_add"])
def test_an_hour_the_clocks_leave_out_is_refused_in_words(cast, client, page):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    when = {"on": "2026-03-08", "hour": "02:30", "how": "met"}
    if page == "contact_edit":
        when = page_sent(client.get(url(page, contact))) | when
    answer = client.post(url(page, contact if page == "contact_edit" else cast.marcus_there), when)

    assert answer.status_code == 422
    assert str(SKIPPED) in main_words(answer)
