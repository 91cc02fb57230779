"""The plan and a goal, as pages: what they tell, what can be done, and the way back from it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import CheckIn, Ending, Goal, GoalEnded, Measure, Step, StepDone, WhoDoes
from handrail.plans.shown.plan import WHOLE_GOALS
from tests.people.reading import in_an_emergency, into_bridge
from tests.people.reading import url as people_url
from tests.plans.conftest import a_goal, a_strength, a_tool
from tests.plans.reading import cost, main_words, url

DAY = timedelta(days=1)


def undo(client, page):
    """Press the button of the undo bar on the page just shown."""
    return client.post(page.context["undo"]["url"], follow=True)


# The plan


def test_plan_show_tells_what_they_want_and_where_they_are_going(cast, goal, client):
    actions.write_want(person=cast.marcus, program=cast.community, text="My own place.", by=cast.dana, at=cast.began)
    step = actions.add_step(goal=goal, text="Dana rides with me", who=WhoDoes.WITH_PEER, by=cast.dana, at=cast.began)
    actions.finish_step(step=step, by=cast.dana, at=timezone.now())
    actions.add_step(goal=goal, text="I ride alone", by=cast.dana, at=cast.began)
    actions.check_in(goal=goal, value=2, words="It rained.", by=cast.dana, at=timezone.now())
    ended = a_goal(cast, "Quit smoking")
    actions.end_goal(goal=ended, how=Ending.LET_GO, why="One thing at a time.", by=cast.dana, at=timezone.now())

    page = main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus)))

    assert "What I want My own place." in page
    assert "Ride the bus to the library" in page
    assert "From 0 to 4 trips" in page
    assert "Today 2 trips It rained." in page
    assert "Dana rides with me With my peer · done today I ride alone" in page
    assert "Goals that ended Quit smoking Let go, today One thing at a time." in page


def test_of_many_goals_the_first_stand_whole_and_each_of_the_others_in_a_row(cast, goal, client):
    many = [goal, *(a_goal(cast, f"Goal {number}") for number in range(2, WHOLE_GOALS + 3))]
    actions.add_step(goal=many[-1], text="Ask my sister", by=cast.dana, at=cast.began)
    first, _further, further = main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus))).partition(
        "And further on"
    )

    assert f"Goal {WHOLE_GOALS}" in first and f"Goal {WHOLE_GOALS + 1}" in further and f"Goal {WHOLE_GOALS + 2}" in further
    assert "Ask my sister" not in first + further
    for _place in range(2):
        actions.move_goal(goal=many[-1], up=True, by=cast.dana, at=cast.began)
    first = main_words(client.get(url("plan_show", cast.marcus))).partition("And further on")[0]
    assert f"Goal {WHOLE_GOALS + 2}" in first and "Ask my sister" in first


def test_plan_show_is_one_line_of_the_record(cast, goal, client):
    client.enter(cast.dana).get(url("plan_show", cast.marcus))

    assert Entry.objects.filter(verb="plan.opened", by_id=cast.dana.pk, person_id=cast.marcus.pk).count() == 1
    opened = main_words(client.get(people_url("person_opened", cast.marcus)))
    assert "Dana of the cast opened the plan" in opened


@pytest.mark.parametrize("page", ["plan_show", "goal_show", "words_history"])
@pytest.mark.parametrize(("who", "status"), [("dana", 200), ("sam", 200), ("noor", 404), ("ray", 404), ("alex", 404)])
def test_a_plan_is_read_by_those_who_reach_the_person(cast, goal, client, page, who, status):
    about = {"plan_show": cast.marcus, "goal_show": goal, "words_history": goal.own_id}[page]

    assert client.enter(getattr(cast, who)).get(url(page, about)).status_code == status


def test_in_an_emergency_a_plan_is_read_and_not_written(cast, goal, client):
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)

    page = main_words(client.get(url("plan_show", cast.marcus)))
    assert "Ride the bus to the library" in page
    assert "You can read this record for now, but not change it" in page
    assert "Write down a goal" not in page
    assert client.get(url("goal_add", cast.marcus)).status_code == 403
    assert client.post(url("goal_end", goal), {"how": "reached"}).status_code == 403
    assert client.get(url("words_edit", goal.own_id)).status_code == 403
    assert Goal.objects.open().get() == goal


# The wall between programs


def test_plan_show_tells_nothing_of_another_program(cast, goal, client):
    into_bridge(cast)
    there = Goal(person=cast.marcus, program=cast.bridge)
    actions.add_goal(goal=there, text="Call my sponsor", by=cast.ray, at=timezone.now())

    dana = main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus)))
    assert "Ride the bus" in dana and "sponsor" not in dana and "Bridge" not in dana
    assert client.get(url("goal_show", there)).status_code == 404
    ray = main_words(client.enter(cast.ray).get(url("plan_show", cast.marcus)))
    assert "sponsor" in ray and "Ride the bus" not in ray


def test_plan_show_of_two_programs_names_them(cast, goal, client):
    into_bridge(cast)
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    from handrail.people import actions as people

    there = cast.marcus.enrolments.get(program=cast.bridge)
    people.start_walking(enrolment=there, peer=cast.dana, chosen_by_person=True, by=cast.ray, at=timezone.now())

    page = main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus)))

    assert page.index("Bridge") < page.index("Community") < page.index("Ride the bus")
    assert client.get(url("goal_add", cast.marcus)).context["form"]["program"].value() is None


# Goals


def add(client, cast, key, **more):
    sent = {"id": key, "text": "Fish again", "program": cast.community.pk} | more
    return client.post(url("goal_add", cast.marcus), sent)


def test_goal_add_takes_words_alone(cast, client):
    key = new_id()
    answer = add(client.enter(cast.dana), cast, key)

    assert answer.headers["Location"] == url("goal_show", key)
    goal = Goal.objects.get(pk=key)
    assert (goal.words, goal.measure, goal.program) == ("Fish again", Measure.NONE, cast.community)


def test_goal_add_sent_twice_by_the_same_hands_is_one_goal(cast, client):
    key = new_id()
    client.enter(cast.dana)
    first, second = add(client, cast, key), add(client, cast, key)

    assert first.headers["Location"] == second.headers["Location"]
    assert Goal.objects.count() == 1


def test_goal_add_under_somebody_elses_key_is_not_here(cast, goal, client):
    assert add(client.enter(cast.sam), cast, goal.pk).status_code == 404
    assert Goal.objects.get().words == "Ride the bus to the library"


def test_goal_add_with_wrong_input_keeps_what_was_typed(cast, client):
    answer = add(client.enter(cast.dana), cast, new_id(), measure="scale", scale="Only one line")

    assert answer.status_code == 422
    assert "Write from 2 to 7 lines" in main_words(answer)
    assert "Only one line" in answer.content.decode()
    assert "Fish again" in answer.content.decode()


def test_goal_add_takes_no_program_of_others(cast, client):
    into_bridge(cast)

    assert add(client.enter(cast.dana), cast, new_id(), program=cast.bridge.pk).status_code == 422


def test_goal_edit_keeps_an_own_scale_in_its_own_words(cast, goal, client):
    sent = {"measure": "scale", "scale": "With Dana\r\nWith a friend\r\n\r\nOn my own ", "from_value": "3"}
    client.enter(cast.dana).post(url("goal_edit", goal), sent)

    goal = Goal.objects.get()
    assert goal.scale == ["With Dana", "With a friend", "On my own "]
    assert (goal.from_value, goal.unit) == (None, "")


def test_goal_edit_says_so_when_there_are_values_in_another_measure(cast, goal, client):
    actions.check_in(goal=goal, value=2, by=cast.dana, at=timezone.now())
    answer = client.enter(cast.dana).post(url("goal_edit", goal), {"measure": "yes_no"})

    assert answer.status_code == 409
    assert "There are check-ins in this measure." in main_words(answer)


def test_goal_end_can_be_undone(cast, goal, client):
    page = client.enter(cast.dana).post(url("goal_end", goal), {"how": "reached", "why": "I ride alone."}, follow=True)
    assert "Reached I ride alone." in main_words(page)
    assert page.context["undo"]["text"] == "The goal has ended: Reached."

    undo(client, page)
    assert Goal.objects.open().get() == goal
    assert client.get(url("goal_show", goal)).context["undo"] is None


def test_goal_end_twice_is_a_conflict(cast, goal, client):
    client.enter(cast.dana).post(url("goal_end", goal), {"how": "let_go"})
    answer = client.post(url("goal_end", goal), {"how": "reached"})

    assert answer.status_code == 409
    assert "It is already like that." in main_words(answer)
    assert GoalEnded.objects.get().how == Ending.LET_GO


def test_goal_move_changes_the_order(cast, goal, client):
    second = a_goal(cast, "Fish again")
    client.enter(cast.dana).post(url("goal_move", second), {"way": "up"})

    assert list(Goal.objects.order_by("place")) == [second, goal]


# How it goes


def note(client, goal, **sent):
    return client.post(url("check_in_add", goal), {"id": new_id()} | sent, follow=True)


def test_check_in_add_is_on_the_line_and_can_be_undone(cast, goal, client):
    page = note(client.enter(cast.dana), goal, value="3", words="I knew the driver!")
    assert "3 trips I knew the driver!" in main_words(page)

    page = undo(client, page)
    assert "3 trips" not in main_words(page)
    page = undo(client, page)
    assert "3 trips" in main_words(page)


def test_check_in_add_sent_twice_is_noted_once(cast, goal, client):
    key = new_id()
    client.enter(cast.dana)
    for _time in range(2):
        assert note(client, goal, id=key, value="3").status_code == 200

    assert CheckIn.objects.count() == 1


def test_check_in_add_takes_a_day_before_and_no_day_to_come(cast, goal, client):
    client.enter(cast.dana)
    with timezone.override(cast.agency.zone):
        today = timezone.localdate()
    assert note(client, goal, value="1", on=today - DAY).status_code == 200
    answer = note(client, goal, value="1", on=today + DAY)

    assert answer.status_code == 422
    assert "This day is still to come." in main_words(answer)
    [noted] = CheckIn.objects.all()
    assert noted.at.astimezone(cast.agency.zone).date() == today - DAY


def test_check_in_add_wants_a_value_or_a_word(cast, goal, client):
    answer = note(client.enter(cast.dana), goal)

    assert answer.status_code == 422
    assert "Say how it goes: one word is enough." in main_words(answer)


@pytest.mark.parametrize(
    ("more", "value", "told"),
    [
        ({"measure": Measure.YES_NO}, "0", "Not yet"),
        ({"measure": Measure.SCALE, "scale": ["With Dana", "On my own"]}, "2", "On my own"),
    ],
)
def test_check_in_add_in_the_goals_own_measure(cast, client, more, value, told):
    own = a_goal(cast, "Ride", **more)
    page = note(client.enter(cast.dana), own, value=value)

    assert f"Today {told} Dana of the cast" in main_words(page)
    assert note(client, own, value="7").status_code == 422


# Steps


def test_steps_are_written_down_taken_and_each_of_it_can_be_undone(cast, goal, client):
    client.enter(cast.dana)
    key = new_id()
    for _time in range(2):
        sent = {"id": key, "text": "Buy a ticket", "who": "with_others"}
        assert client.post(url("step_add", goal), sent).status_code == 302
    assert Step.objects.get().who == WhoDoes.WITH_OTHERS

    page = client.post(url("step_finish", key), {"from_plan": "1"}, follow=True)
    assert page.redirect_chain[0][0] == url("plan_show", cast.marcus) + f"#goal-{goal.pk}"
    assert "Buy a ticket With someone else · done today" in main_words(page)
    undo(client, page)
    assert not StepDone.objects.standing().exists()

    page = client.post(url("step_remove", key), follow=True)
    assert "Buy a ticket" not in main_words(page)
    undo(client, page)
    assert "Buy a ticket" in main_words(client.get(url("goal_show", goal)))


# The box on a person's page


def test_a_persons_page_tells_what_they_want_at_a_glance(cast, goal, client):
    actions.write_want(person=cast.marcus, program=cast.community, text="My own place.", by=cast.dana, at=cast.began)
    actions.check_in(goal=goal, value=2, by=cast.dana, at=timezone.now())
    for text in ("Fish again", "Sunday dinner", "Find work"):
        a_goal(cast, text)

    page = main_words(client.enter(cast.dana).get(people_url("person_show", cast.marcus)))

    assert "What they want My own place. Ride the bus to the library 2 trips , today Fish again Sunday dinner The whole" in page
    assert "Find work" not in page


def test_a_persons_page_without_a_plan_offers_to_begin_one(cast, client):
    page = main_words(client.enter(cast.dana).get(people_url("person_show", cast.marcus)))

    assert "Nothing is written down yet. What would they like to be different? Begin the plan" in page


# What it costs


def much(cast, goals):
    for number in range(goals):
        one = a_goal(cast, f"Goal {number}", measure=Measure.NUMBER)
        for value in range(3):
            actions.check_in(goal=one, value=value, by=cast.dana, at=cast.began + value * DAY)
            step = actions.add_step(goal=one, text=f"Step {value}", by=cast.dana, at=cast.began)
        actions.finish_step(step=step, by=cast.dana, at=cast.began)
        strength, tool = a_strength(cast, f"Strength {number}"), a_tool(cast, f"Tool {number}")
        for days in range(4):
            actions.note_strength(strength=strength, by=cast.dana, at=cast.began + days * DAY)
            actions.use_tool(tool=tool, by=cast.dana, at=cast.began + days * DAY)
        actions.reword(own=one.own, text="at once", opened="", by=cast.sam, at=cast.began, page=new_id())


@pytest.mark.parametrize("page", ["plan_show", "person_show", "today"])
def test_a_plan_costs_the_same_for_one_goal_for_three_and_for_forty(cast, client, page):
    from django.urls import reverse

    addresses = {
        "plan_show": url("plan_show", cast.marcus),
        "person_show": people_url("person_show", cast.marcus),
        "today": reverse("home:today"),
    }
    client.enter(cast.dana)
    costs = []
    for more in (1, 2, 37):
        much(cast, more)
        costs.append(cost(client, addresses[page]))

    assert len(set(costs)) == 1, costs


def test_a_goal_costs_the_same_however_much_was_noted(cast, goal, client):
    client.enter(cast.dana)
    costs = []
    for more in (1, 2, 37):
        for number in range(more):
            actions.check_in(goal=goal, value=1, by=cast.dana, at=cast.began + number * DAY)
            actions.add_step(goal=goal, text="One more", by=cast.dana, at=cast.began)
        costs.append(cost(client, url("goal_show", goal)))

    assert len(set(costs)) == 1, costs
