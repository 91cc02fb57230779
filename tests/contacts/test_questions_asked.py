"""What a contact with three people costs the database, held against one with one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from handrail.contacts import actions
from handrail.contacts.models import Contact
from handrail.people.models import Arrangement
from handrail.plans import actions as plans
from handrail.plans.models import Goal, Tool
from tests.cast import welcome
from tests.contacts.conftest import draft
from tests.contacts.open_page import page_sent
from tests.contacts.test_writing import url


@pytest.fixture
def contact(cast):
    """Marcus and his two sisters, each with a goal, a step, an arrangement and a next time."""
    welcome(cast, "bea", "Bea", cast.dana)
    welcome(cast, "lou", "Lou", cast.dana)
    now = timezone.now()
    for there in (cast.marcus_there, cast.bea_there, cast.lou_there):
        goal = plans.add_goal(goal=Goal(person=there.person, program=there.program), text="A goal", by=cast.dana, at=now)
        plans.add_tool(tool=Tool(person=there.person, program=there.program), text="A tool", by=cast.dana, at=now)
        plans.add_step(goal=goal, text="A step", by=cast.dana, at=now)
        need = Arrangement(person=there.person, program=there.program, need="Quiet", arranged="The small room")
        need.note(cast.dana, now)
        need.save()
    return draft(cast.marcus_there, cast.dana)


def join_sisters(cast):
    contact = Contact.objects.get()
    for there in (cast.bea_there, cast.lou_there):
        actions.join(contact=contact, enrolment=there, by=cast.dana, at=timezone.now())


def with_next_times(cast, client):
    page = page_sent(client.get(url("contact_edit", Contact.objects.get())))
    people = [cast.marcus, cast.bea, cast.lou]
    return page | {
        f"{one.pk}-{name}": typed
        for one in people
        if f"{one.pk}-words" in page
        for name, typed in (("next_on", "2026-12-01"), ("next_hour", "10:30"))
    }


def asked(visit):
    with CaptureQueriesContext(connection) as questions:
        visit()
    return len(questions)


def cost(cast, client, contact, page, place):
    client.post(url("contact_edit", contact), with_next_times(cast, client))
    sent = page_sent(client.get(url("contact_edit", contact))) | {"place": place}
    if page == "contact_draft":
        return asked(lambda: client.post(url("contact_draft"), sent))
    return asked(lambda: client.get(url(page, contact)))


@pytest.mark.parametrize("page", ["contact_edit", "contact_draft", "contact_sign"])
def test_three_people_cost_as_many_questions_as_one(cast, client, contact, page):
    client.enter(cast.dana)
    counts = [cost(cast, client, contact, page, "first")]
    join_sisters(cast)
    counts.append(cost(cast, client, contact, page, "second"))

    assert counts[0] == counts[1]
