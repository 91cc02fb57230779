"""How somebody will know, open on two pages at once: each keeps what was changed on it, and what both changed is shown."""

import pytest
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import Goal, Measure
from tests.plans.conftest import a_goal
from tests.plans.reading import main_words, url


def open_page(client, goal):
    """What the page would send as it was opened."""
    form = client.get(url("goal_edit", goal)).context["form"]
    sent = {name: "".join(values) for fact in form.FACTS for name, values in form.as_kept(fact).items()}
    return sent | {"opened": form["opened"].value()}


@pytest.fixture
def pages(cast, goal, client):
    """Two open pages of the goal, and how each is sent."""
    client.enter(cast.dana)
    first, second = open_page(client, goal), open_page(client, goal)
    return [lambda page=page, **typed: client.post(url("goal_edit", goal), page | typed) for page in (first, second)]


def test_two_who_change_different_things_both_keep_theirs(pages):
    first, second = pages
    assert first(hoped_for_on="2027-01-01", area="ways").status_code == 302
    assert second(to_value="6").status_code == 302

    goal = Goal.objects.get()
    assert (str(goal.hoped_for_on), goal.area, goal.to_value) == ("2027-01-01", "ways", 6)


def test_two_who_change_the_same_see_both_and_what_they_save_then_stands(pages, client, goal):
    first, second = pages
    first(to_value="5", area="ways")
    answer = second(to_value="6")

    assert answer.status_code == 409
    assert "How I will know A number, 0, 5, trips" in main_words(answer)
    assert (Goal.objects.get().to_value, answer.context["form"]["to_value"].value()) == (5, "6")
    assert client.post(url("goal_edit", goal), dict(answer.context["form"].data.lists())).status_code == 302
    assert (Goal.objects.get().to_value, Goal.objects.get().area) == (6, "ways")


def test_a_page_sent_as_it_was_opened_changes_nothing(cast, client):
    goal = a_goal(cast, "Cook again", measure=Measure.SCALE, scale=["Far", "Nearer", "There"], area="joy")
    client.enter(cast.dana)
    page = open_page(client, goal)
    assert client.post(url("goal_edit", goal), page | {"hoped_for_on": "2027-01-01"}).status_code == 302

    goal.refresh_from_db()
    assert (goal.scale, goal.area, str(goal.hoped_for_on)) == (["Far", "Nearer", "There"], "joy", "2027-01-01")


def test_three_trips_do_not_become_three_beers(cast, goal, pages):
    actions.check_in(goal=goal, value=3, by=cast.dana, at=timezone.now())
    answer = pages[0](unit="beers")

    assert answer.status_code == 409
    assert "To count something else" in main_words(answer)
    assert pages[0](to_value="9").status_code == 302
    assert (Goal.objects.get().unit, Goal.objects.get().to_value) == ("trips", 9)


@pytest.mark.parametrize("page", ["goal_edit", "goal_add", "words_edit"])
def test_an_empty_form_is_answered_with_what_is_missing(cast, goal, client, page):
    of = {"goal_edit": goal.pk, "goal_add": cast.marcus.pk, "words_edit": goal.own.pk}[page]
    answer = client.enter(cast.dana).post(url(page, of), {})

    assert answer.status_code == 422
    assert Goal.objects.get().measure == Measure.NUMBER


def test_a_goal_that_was_sent_twice_is_one(cast, client):
    client.enter(cast.dana)
    typed = {"id": new_id(), "text": "Fish again", "program": cast.community.pk}
    assert {client.post(url("goal_add", cast.marcus), typed).status_code for _time in range(2)} == {302}
    assert Goal.objects.count() == 1
