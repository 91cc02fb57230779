"""Goals, how they go, and steps: as they are done."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.kit.errors import AlreadySo
from handrail.plans import actions, queries
from handrail.plans.models import CheckIn, Ending, Goal, Measure, Step, StepDone, WhoDoes
from tests.plans.conftest import a_goal
from tests.plans.reading import main_words, url

DAY = timedelta(days=1)


def open_goals(cast):
    return list(queries.open_goals(cast.marcus, [cast.community]))


def verbs():
    return list(Entry.objects.order_by("seq").values_list("verb", flat=True))


def test_a_goal_is_written_down_in_the_persons_words(cast, goal):
    [found] = open_goals(cast)

    assert (found.words, found.person, found.program) == ("Ride the bus to the library", cast.marcus, cast.community)
    assert (found.open_steps, found.latest) == ([], None)
    assert verbs()[-1] == "goal.added"


def test_goals_stand_in_the_order_the_person_gave_them(cast, goal):
    second, third = a_goal(cast, "Sunday dinner with my daughter"), a_goal(cast, "Fish again")
    actions.move_goal(goal=third, up=True, by=cast.dana, at=cast.began)

    assert open_goals(cast) == [goal, third, second]
    with pytest.raises(AlreadySo):
        actions.move_goal(goal=goal, up=True, by=cast.dana, at=cast.began)


def test_moving_a_goal_passes_over_those_that_ended(cast, goal):
    second, third = a_goal(cast, "Sunday dinner with my daughter"), a_goal(cast, "Fish again")
    actions.end_goal(goal=second, how=Ending.LET_GO, by=cast.dana, at=cast.began)
    actions.move_goal(goal=third, up=True, by=cast.dana, at=cast.began)

    assert open_goals(cast) == [third, goal]


@pytest.mark.parametrize("how", Ending)
def test_a_goal_ends_once_and_can_be_opened_again(cast, goal, how):
    actions.end_goal(goal=goal, how=how, why="I ride alone now.", by=cast.dana, at=cast.began)
    assert open_goals(cast) == []
    with pytest.raises(AlreadySo):
        actions.end_goal(goal=goal, how=how, by=cast.dana, at=cast.began)

    actions.reopen_goal(goal=goal, by=cast.dana, at=cast.began)
    assert open_goals(cast) == [goal]
    with pytest.raises(AlreadySo):
        actions.reopen_goal(goal=goal, by=cast.dana, at=cast.began)
    actions.end_goal(goal=goal, how=how, by=cast.dana, at=cast.began + DAY)
    assert goal.endings.count() == 2


def test_nothing_more_is_noted_for_a_goal_that_has_ended(cast, goal):
    step = actions.add_step(goal=goal, text="Buy a ticket", by=cast.dana, at=cast.began)
    actions.end_goal(goal=goal, how=Ending.REACHED, by=cast.dana, at=cast.began)
    for deed in (
        lambda: actions.check_in(goal=goal, value=1, by=cast.dana, at=cast.began),
        lambda: actions.add_step(goal=goal, text="One more", by=cast.dana, at=cast.began),
        lambda: actions.finish_step(step=step, by=cast.dana, at=cast.began),
    ):
        with pytest.raises(actions.HasEnded):
            deed()


def test_a_measure_changes_only_while_nothing_is_noted_in_it(cast, goal):
    goal.to_value, goal.unit = 5, "rides"
    actions.change_goal(goal=goal, by=cast.dana, at=cast.began)
    noted = actions.check_in(goal=goal, value=2, by=cast.dana, at=cast.began)
    goal.measure = Measure.YES_NO
    with pytest.raises(actions.MeasuredAlready):
        actions.change_goal(goal=goal, by=cast.dana, at=cast.began)

    actions.take_out_check_in(check_in=noted, by=cast.dana, at=cast.began)
    actions.change_goal(goal=goal, by=cast.dana, at=cast.began)
    assert Goal.objects.get().measure == Measure.YES_NO


# How it goes


def test_the_latest_check_in_is_the_last_in_time_not_the_last_noted(cast, goal):
    actions.check_in(goal=goal, value=3, by=cast.dana, at=cast.began + DAY)
    actions.check_in(goal=goal, value=1, words="It rained.", by=cast.dana, at=cast.began)

    [found] = open_goals(cast)
    assert found.latest.told == "3 trips"


def test_working_on_a_measured_goal_leaves_how_far_it_is(cast, goal):
    unmeasured = a_goal(cast, "Fish again")
    actions.check_in(goal=goal, value=3, by=cast.dana, at=cast.began)
    for one in (goal, unmeasured):
        actions.check_in(goal=one, words="We talked about it.", by=cast.dana, at=cast.began + DAY)

    measured, other = open_goals(cast)
    assert measured.latest.told == "3 trips"
    assert other.latest.words == "We talked about it."


def test_a_check_in_taken_out_is_off_the_line_and_comes_back_as_it_was(cast, goal):
    noted = actions.check_in(goal=goal, value=40, by=cast.dana, at=cast.began)
    actions.take_out_check_in(check_in=noted, by=cast.dana, at=cast.began)
    assert open_goals(cast)[0].latest is None
    with pytest.raises(AlreadySo):
        actions.take_out_check_in(check_in=noted, by=cast.dana, at=cast.began)

    actions.put_back_check_in(check_in=noted, by=cast.dana, at=cast.began)
    assert open_goals(cast)[0].latest.value == 40


def test_a_contact_kept_again_corrects_what_it_said_and_says_it_once(cast, goal):
    part = new_id()
    actions.check_in(goal=goal, value=2, by=cast.dana, at=cast.began, said_in=part)
    actions.check_in(goal=goal, value=3, words="And back!", by=cast.dana, at=cast.began, said_in=part)

    [noted] = CheckIn.objects.all()
    assert (noted.value, noted.words, noted.said_in) == (3, "And back!", part)


def test_another_contact_says_something_of_its_own(cast, goal):
    for part in (new_id(), new_id()):
        actions.check_in(goal=goal, value=2, by=cast.dana, at=cast.began, said_in=part)

    assert CheckIn.objects.count() == 2


@pytest.mark.parametrize(
    ("more", "value", "words"),
    [
        ({"measure": Measure.NUMBER, "unit": "trips"}, Decimal("3.00"), "3 trips"),
        ({"measure": Measure.NUMBER, "unit": ""}, Decimal("2.50"), "2.5"),
        ({"measure": Measure.NUMBER, "unit": "$"}, Decimal("1200.00"), "1200 $"),
        ({"measure": Measure.YES_NO}, Decimal(1), "Yes"),
        ({"measure": Measure.YES_NO}, Decimal(0), "Not yet"),
        ({"measure": Measure.SCALE, "scale": ["With Dana", "On my own"]}, Decimal(2), "On my own"),
        ({"measure": Measure.NONE}, None, ""),
    ],
)
def test_a_value_is_told_in_the_goals_own_words(more, value, words):
    assert Goal(**more).told(value) == words


# Steps


def test_a_step_is_taken_once(cast, goal):
    step = actions.add_step(goal=goal, text="Dana rides with me", who=WhoDoes.WITH_PEER, by=cast.dana, at=cast.began)
    assert open_goals(cast)[0].open_steps == [step]

    actions.finish_step(step=step, by=cast.dana, at=cast.began, said_in=new_id())
    assert open_goals(cast)[0].open_steps == []
    with pytest.raises(AlreadySo):
        actions.finish_step(step=step, by=cast.dana, at=cast.began)

    actions.unfinish_step(step=step, by=cast.dana, at=cast.began)
    actions.finish_step(step=step, by=cast.dana, at=cast.began)
    assert StepDone.objects.filter(step=step).count() == 2
    assert StepDone.objects.standing().filter(step=step).count() == 1


def test_a_step_that_was_removed_is_not_taken_and_can_be_put_back(cast, goal):
    step = actions.add_step(goal=goal, text="Dana rides with me", by=cast.dana, at=cast.began)
    actions.remove_step(step=step, by=cast.dana, at=cast.began)
    with pytest.raises(AlreadySo):
        actions.finish_step(step=Step.objects.get(), by=cast.dana, at=cast.began)

    actions.put_back_step(step=step, by=cast.dana, at=cast.began)
    assert open_goals(cast)[0].open_steps == [step]


def test_rows_of_a_goal_are_of_its_person_and_stay_in_its_program(cast, goal):
    noted = actions.check_in(goal=goal, value=2, by=cast.dana, at=cast.began)
    step = actions.add_step(goal=goal, text="Buy a ticket", by=cast.dana, at=cast.began)
    done = actions.finish_step(step=step, by=cast.dana, at=cast.began)
    ended = actions.end_goal(goal=goal, how=Ending.REACHED, by=cast.dana, at=cast.began)

    for row in (noted, step, step.own, done, ended, goal.own):
        assert (row.agency_id, row.person_id, row.program_id) == (cast.agency.pk, cast.marcus.pk, cast.community.pk)


def test_who_does_a_step_can_be_said_later(cast, goal, client):
    step = actions.add_step(goal=goal, text="Ride the bus once", by=cast.dana, at=cast.began)
    page = client.enter(cast.dana).post(url("step_edit", step), {"who": "with_others"}, follow=True)

    assert "Ride the bus once" in main_words(page) and "Who does it: With someone else" in main_words(page)
    assert client.post(url("step_edit", step), {"who": "with_others"}).status_code == 409
    assert client.post(url("step_edit", step), {"who": "nobody"}).status_code == 422
    actions.finish_step(step=step, by=cast.dana, at=timezone.now())
    assert client.post(url("step_edit", step), {"who": "alone"}).status_code == 409
    assert Step.objects.get().who == WhoDoes.WITH_OTHERS


def test_signs_that_nobody_sees_stay_out_of_whatever_is_typed_about_a_goal(cast, client):
    sent = {"id": new_id(), "program": cast.community.pk, "text": "Swim\x07", "steps": "Buy\x1b trunks\r\n\x00\r\nGo"}
    measured = {"measure": "scale", "know": "I\x7f float", "scale": "Far\x02\r\nThere"}
    client.enter(cast.dana).post(url("goal_add", cast.marcus), sent | measured)

    goal = Goal.objects.get()
    assert (goal.words, goal.know, goal.scale) == ("Swim", "I float", ["Far", "There"])
    assert [step.words for step in Step.objects.order_by("id")] == ["Buy trunks", "Go"]
