"""What is strong in somebody: written down, noticed, growing each time it shows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.errors import AlreadySo
from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import Strength, StrengthShown
from handrail.plans.shown import growth_words
from tests.people.reading import in_an_emergency, into_bridge
from tests.plans.conftest import a_strength
from tests.plans.reading import HTMX, main_words, url

DAY = timedelta(days=1)


@pytest.fixture
def strength(cast):
    return a_strength(cast, "I call before it gets bad.", area="self-responsibility", noticed_by="peer")


def add(client, cast, **more):
    sent = {"id": new_id(), "text": "I make people laugh.", "program": cast.community.pk, "noticed_by": "myself"} | more
    return client.post(url("strength_add", cast.marcus), sent)


def test_a_strength_stands_on_the_plan_with_who_noticed_it_and_how_it_grew(cast, strength, client):
    now = timezone.now()
    for days, where in ((9, "From the landing."), (2, ""), (0, "On the bus.")):
        actions.note_strength(strength=strength, where=where, by=cast.dana, at=now - days * DAY)
    a_strength(cast, "I sit beside people.", noticed_by="other", noticed_by_whom="My sister")

    page = main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus)))

    assert "What is strong in me I call before it gets bad." in page
    assert "Taking my part My peer noticed it Showed 3 times since" in page
    assert "last today On the bus. It showed today" in page
    assert "I sit beside people." in page and "My sister noticed it" in page


def test_strength_add_takes_words_alone_or_all_of_it(cast, client):
    answer = add(client.enter(cast.dana), cast)
    assert answer.headers["Location"].startswith(url("plan_show", cast.marcus) + "#strength-")
    add(
        client,
        cast,
        text="I ask.",
        where="At the office.",
        area="resource-discovery",
        noticed_by="other",
        noticed_by_whom="Ray",
    )

    first, second = Strength.objects.order_by("id")
    assert (first.words, first.area, first.noticed_by, first.program) == ("I make people laugh.", "", "myself", cast.community)
    assert (second.words, second.area, second.noticed_by_whom) == ("I ask.", "resource-discovery", "Ray")
    assert [moment.where for moment in StrengthShown.objects.all()] == ["At the office."]


def test_strength_add_sent_twice_is_one_strength_and_anothers_key_is_nothing(cast, client):
    key = new_id()
    client.enter(cast.dana)
    assert [add(client, cast, id=key).status_code for _time in range(2)] == [302, 302]
    assert Strength.objects.count() == 1
    assert add(client.enter(cast.sam), cast, id=key).status_code == 404


def test_strength_add_without_words_keeps_what_was_typed(cast, client):
    answer = add(client.enter(cast.dana), cast, text=" ", where="At the office.")

    assert answer.status_code == 422
    assert "At the office." in answer.content.decode()


def test_an_example_is_tapped_into_the_form_and_nothing_is_saved(cast, client):
    answer = add(client.enter(cast.dana), cast, text="", where="At home.", example="self-awareness/0")

    form = answer.context["form"]
    assert (answer.status_code, form["text"].value(), form["area"].value(), form["where"].value()) == (
        200, "I notice when I am getting tired.", "self-awareness", "At home.",
    )  # fmt: skip
    other = add(client, cast, text=form["text"].value(), example="other/3").context["form"]
    assert other["text"].value() == "I speak two languages."
    own = add(client, cast, text="I dance.", example="other/3").context["form"]
    assert own["text"].value() == "I dance.\nI speak two languages."
    assert not Strength.objects.exists()


@pytest.mark.parametrize("nonsense", ["", "x", "other/99", "other/-1", "other/²", "none/0"])
def test_an_example_that_is_none_is_no_example(cast, client, nonsense):
    assert add(client.enter(cast.dana), cast, example=nonsense).status_code == 302


def test_strength_add_comes_into_its_place_on_the_plan(cast, client):
    answer = client.enter(cast.dana).get(url("strength_add", cast.marcus), headers=HTMX).content.decode()

    assert answer.lstrip().startswith("<form")


def test_it_showed_today_in_one_tap_and_the_way_back(cast, strength, client):
    client.enter(cast.dana)
    sent = {"id": new_id(), "from_plan": "1"}
    for _time in range(2):
        page = client.post(url("moment_add", strength), sent, follow=True)
    [moment] = StrengthShown.objects.standing()
    assert (moment.where, moment.by) == ("", cast.dana)

    client.post(page.context["undo"]["url"])
    assert not StrengthShown.objects.standing().exists()
    client.post(url("moment_put_back", moment))
    assert StrengthShown.objects.standing().get() == moment


def test_a_moment_of_another_day_is_noted_at_noon_and_none_that_is_still_to_come(cast, strength, client):
    client.enter(cast.dana)
    client.post(url("moment_add", strength), {"id": new_id(), "where": "At church.", "on": "2026-01-03"})
    assert timezone.localtime(StrengthShown.objects.get().at, cast.agency.zone).hour == 12
    late = {"id": new_id(), "where": "At church.", "on": timezone.localdate() + 2 * DAY}

    assert client.post(url("moment_add", strength), late).status_code == 422


def test_a_strength_said_in_a_contact_is_said_once(cast, strength):
    part = new_id()
    actions.note_strength(strength=strength, by=cast.dana, at=cast.began, said_in=part)
    with pytest.raises(AlreadySo):
        actions.note_strength(strength=strength, by=cast.dana, at=cast.began, said_in=part)


def test_taken_out_a_strength_is_off_the_plan_and_comes_back_with_all_its_moments(cast, strength, client):
    actions.note_strength(strength=strength, where="On the bus.", by=cast.dana, at=cast.began)
    page = client.enter(cast.dana).post(url("strength_take_out", strength), follow=True)
    assert "I call before" not in main_words(page)
    assert client.post(url("strength_take_out", strength)).status_code == 409
    assert "Put it back into the plan" in main_words(client.get(url("strength_show", strength)))

    assert "On the bus." in main_words(client.post(page.context["undo"]["url"], follow=True))


def test_two_who_change_different_things_of_a_strength_both_keep_theirs(cast, strength, client):
    client.enter(cast.dana)
    opened = client.get(url("strength_edit", strength)).context["form"]["opened"].value()
    mine = {"opened": opened, "area": "other", "noticed_by": "peer"}
    theirs = {"opened": opened, "area": "self-responsibility", "noticed_by": "other", "noticed_by_whom": "His mother"}
    assert client.post(url("strength_edit", strength), theirs).status_code == 302
    assert client.post(url("strength_edit", strength), mine).status_code == 302
    strength.refresh_from_db()
    assert (strength.area, strength.noticed_by_whom) == ("other", "His mother")

    again = client.post(url("strength_edit", strength), mine | {"area": "self-awareness", "noticed_by": "myself"})
    assert again.status_code == 409
    assert "Somebody else, His mother" in again.content.decode()


def test_strengths_are_told_in_the_record_and_on_the_persons_page(cast, strength, client):
    actions.note_strength(strength=strength, by=cast.dana, at=cast.began)
    client.enter(cast.dana).post(url("strength_take_out", strength))
    assert {"strength.added", "strength.shown", "strength.taken_out"} <= set(Entry.objects.values_list("verb", flat=True))


def test_a_strength_stays_in_its_program(cast, strength, client):
    into_bridge(cast)

    assert "I call before" not in main_words(client.enter(cast.ray).get(url("plan_show", cast.marcus)))
    assert client.get(url("strength_show", strength)).status_code == 404


def test_in_an_emergency_strengths_are_read_and_not_written(cast, strength, client):
    in_an_emergency(cast.marcus, cast.noor)
    page = main_words(client.enter(cast.noor).get(url("plan_show", cast.marcus)))

    assert "I call before it gets bad." in page
    assert "It showed today" not in page and "Write down a strength" not in page
    assert client.post(url("moment_add", strength), {"id": new_id()}).status_code == 403


def test_growth_is_told_near_and_far():
    now = timezone.now()

    assert growth_words(1, now, now) == "Showed once, today"
    assert growth_words(2, now - DAY, now) == "Showed 2 times since yesterday, last today"
    assert growth_words(12, now.replace(year=2024, month=5, day=14), now) == "Showed 12 times since May 2024, last today"
