"""Lines of goals, as pages draw them."""

from datetime import timedelta

from django.utils import timezone

from handrail.plans import actions
from tests.people.reading import url as people_url
from tests.plans.reading import url

DAY = timedelta(days=1)


def test_plan_show_draws_each_line_and_tells_it_in_words(cast, goal, client):
    for day in (3, 1):
        actions.check_in(goal=goal, value=day, by=cast.dana, at=timezone.now() - day * DAY)

    page = client.enter(cast.dana).get(url("plan_show", cast.marcus)).content.decode()

    assert page.count('role="img"') == 1
    assert "2 check-ins." in page
    assert "Where I want to be: 4 trips." in page
    assert "style=" not in page


def test_a_line_among_others_holds_the_last_check_ins_and_says_so(cast, goal, client):
    for day in range(30):
        actions.check_in(goal=goal, value=day % 4, by=cast.dana, at=timezone.now() - day * DAY)
    client.enter(cast.dana)

    assert "The last 24 check-ins." in client.get(url("plan_show", cast.marcus)).content.decode()
    assert "30 check-ins." in client.get(url("goal_show", goal)).content.decode()


def test_many_days_of_words_alone_do_not_take_the_line_away(cast, goal, client):
    actions.check_in(goal=goal, value=2, by=cast.dana, at=timezone.now() - 40 * DAY)
    for day in range(30):
        actions.check_in(goal=goal, words="It rained.", by=cast.dana, at=timezone.now() - day * DAY)

    for page in (url("plan_show", cast.marcus), people_url("person_show", cast.marcus)):
        assert "One check-in." in client.enter(cast.dana).get(page).content.decode()


def test_a_line_is_drawn_the_same_in_a_language_that_writes_numbers_with_a_comma(cast, goal, client):
    actions.check_in(goal=goal, value=1, by=cast.dana, at=timezone.now() - DAY)
    actions.check_in(goal=goal, value=3, by=cast.dana, at=timezone.now())
    cast.dana.login.language = "es"
    cast.dana.login.save()

    page = client.enter(cast.dana).get(url("plan_show", cast.marcus)).content.decode()

    assert 'd="M8.0 71.0h0M' in page
    assert "71,0" not in page
