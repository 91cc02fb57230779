"""How I will know: help to find it, and a kind mark where a program would like one."""

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import Ending, Goal, Measure, Step
from tests.plans.conftest import a_goal
from tests.plans.reading import HTMX, main_words, url

MARK = "No way to know yet"


@pytest.fixture
def dream(cast):
    return a_goal(cast, "Fish again")


def like_measures(cast):
    cast.community.wants_measures = True
    accounts.change_program(program=cast.community, by=cast.alex, at=timezone.now())


def test_an_example_is_tapped_into_a_new_goal_and_what_was_typed_stays(cast, client):
    sent = {"id": new_id(), "text": "Sleep", "program": cast.community.pk, "steps": "Curtains", "example": "sleep"}
    answer = client.enter(cast.dana).post(url("goal_add", cast.marcus), sent)
    form = answer.context["form"]

    assert (answer.status_code, form["text"].value(), form["steps"].value(), form["id"].value()) == (
        200, "Sleep", "Curtains", str(sent["id"]),
    )  # fmt: skip
    assert (form["measure"].value(), form["unit"].value(), form["to_value"].value()) == ("number", "nights a week", 5)
    assert not Goal.objects.exists()


def test_with_scripts_only_the_measure_is_put_in_its_place(cast, dream, client):
    sent = {"measure": "", "example": "cravings"}
    page = client.enter(cast.dana).post(url("goal_edit", dream), sent, headers=HTMX).content.decode()

    assert page.lstrip().startswith('<div class="form measure"')
    assert "They run my day" in page and "data-announce" in page


def test_an_example_can_be_a_link_too(cast, dream, client):
    form = client.enter(cast.dana).get(url("goal_edit", dream), {"example": "own-door"}).context["form"]

    assert (form["measure"].value(), form["know"].value()) == ("yes_no", "I have the key")


def test_in_spanish_an_example_is_in_spanish(cast, dream, client):
    cast.dana.login.language = "es"
    cast.dana.login.save()
    form = client.enter(cast.dana).get(url("goal_edit", dream), {"example": "own-door"}).context["form"]

    assert form["know"].value() == "Tengo la llave"


def test_examples_that_fit_the_part_of_life_come_first(cast, client):
    goal = a_goal(cast, "Work", area="work")
    measures = client.enter(cast.dana).get(url("goal_edit", goal)).context["measures"]

    assert [area.id for area in measures][0] == "purpose"


def test_how_i_will_know_stands_on_the_plan_in_words(cast, dream, client):
    client.enter(cast.dana).post(url("goal_edit", dream), {"measure": "yes_no", "know": "I have the rod"})
    assert "I will know: I have the rod" in main_words(client.get(url("plan_show", cast.marcus)))
    client.post(url("goal_edit", dream), {"measure": "", "know": "I have the rod"})

    assert Goal.objects.get().know == ""


def test_a_program_that_likes_measures_marks_a_goal_without_one_and_holds_nothing_back(cast, dream, client):
    client.enter(cast.dana)
    assert MARK not in main_words(client.get(url("plan_show", cast.marcus)))
    like_measures(cast)
    assert f"{MARK} This program likes to have one. A dream may stay a dream." in main_words(
        client.get(url("plan_show", cast.marcus))
    )
    assert MARK in main_words(client.get(url("goal_show", dream)))

    dream.measure = Measure.YES_NO
    actions.change_goal(goal=dream, by=cast.dana, at=timezone.now())
    assert MARK not in main_words(client.get(url("plan_show", cast.marcus)))


def test_a_goal_that_ended_is_not_asked_how_one_will_know(cast, dream, client):
    like_measures(cast)
    actions.end_goal(goal=dream, how=Ending.LET_GO, by=cast.dana, at=timezone.now())

    assert MARK not in main_words(client.enter(cast.dana).get(url("goal_show", dream)))


def test_the_administrator_says_whether_a_program_likes_measures(cast, client):
    sent = {"name": "Community", "setting": "community", "part2": "no", "wants_measures": "on"}
    client.enter(cast.alex).post(reverse("accounts:program_edit", args=[cast.community.pk]), sent)
    cast.community.refresh_from_db()

    assert cast.community.wants_measures


def test_first_steps_are_written_down_with_the_goal(cast, client):
    key = new_id()
    sent = {"id": key, "text": "Fish again", "program": cast.community.pk, "steps": "Find the rod\n\nAsk Curtis\n"}
    client.enter(cast.dana)
    answers = [client.post(url("goal_add", cast.marcus), sent) for _time in range(2)]

    assert [answer.headers["Location"] for answer in answers] == [url("plan_show", cast.marcus) + f"#goal-{key}"] * 2
    assert [step.words for step in Step.objects.select_related("own").order_by("id")] == ["Find the rod", "Ask Curtis"]
