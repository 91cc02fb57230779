"""The demo's door: open in a demo, not there anywhere else."""

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.accounts.models import Staff
from handrail.accounts.queries import agency_ids
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.kit.tenancy import as_agency
from handrail.project.demo.queries import parts_to_play


@pytest.fixture
def parts(demo):
    return {part.role: part for part in parts_to_play(timezone.now())}


def enter(client, staff):
    return client.post(reverse("demo:demo_enter"), {"staff": str(staff.pk)})


def test_demo_show_has_one_card_for_every_role(client, parts):
    answer = client.get(reverse("demo:demo_show"))

    assert answer.status_code == 200
    assert list(parts) == list(Role)
    assert [part.first.name for part in answer.context["parts"]] == [
        "Dana Whitfield",
        "Lena Brandt",
        "Sam Okafor",
        "Iris Vega",
        "Joan Mercer",
        "Alex Kim",
        "Theo Lindqvist",
        "Ada Quist",
    ]
    assert [staff.name for staff in parts[Role.PEER].others] == ["Ray Castillo", "Noor Haddad"]


def test_demo_enter_lets_every_role_in_and_lands_on_today(client, parts):
    for part in parts.values():
        answer = enter(client, part.first)
        today = client.get(answer["Location"])

        assert answer["Location"] == reverse("home:today")
        assert (part.role, today.status_code, today.wsgi_request.staff) == (part.role, 200, part.first)


def test_demo_enter_leaves_nothing_of_the_one_before(client, parts):
    enter(client, parts[Role.PEER].first)
    session = client.session
    session["left over"] = "a filter"
    session.save()
    key = session.session_key

    enter(client, parts[Role.ADMINISTRATOR].first)

    assert client.session["_auth_user_id"] == str(parts[Role.ADMINISTRATOR].first.login_id)
    assert "left over" not in client.session
    assert client.session.session_key != key


def test_demo_enter_stands_in_the_record(client, parts):
    dana, sam = parts[Role.PEER].first, parts[Role.SUPERVISOR].first
    enter(client, dana)
    enter(client, sam)

    with as_agency(dana.agency_id):
        lines = Entry.objects.filter(agency_id=dana.agency_id).order_by("-seq").values_list("verb", "by_id")[:3]
        assert list(lines)[::-1] == [("staff.signed_in", dana.pk), ("staff.signed_out", dana.pk), ("staff.signed_in", sam.pk)]


def test_demo_enter_knows_nobody_else(client, demo):
    _first, next_door = agency_ids()
    with as_agency(next_door):
        stranger = Staff.objects.filter(agency=next_door).first()

    for staff in (str(stranger.pk), "", "dana", "00000000-0000-0000-0000-000000000000"):
        assert client.post(reverse("demo:demo_enter"), {"staff": staff}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_demo_enter_is_not_a_link(client, parts):
    assert client.get(reverse("demo:demo_enter"), {"staff": str(parts[Role.PEER].first.pk)}).status_code == 405
