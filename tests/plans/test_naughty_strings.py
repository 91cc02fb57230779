"""Strings that break text boxes elsewhere: each comes back letter by letter, or is refused in clear words."""

import html
import json
import os
import re
from pathlib import Path

import pytest
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import CheckIn, Goal, GoalEnded, Measure, OwnWords, Step, Want, fingerprint
from tests.plans.conftest import a_goal
from tests.plans.reading import AUTOSAVE, HTMX, url

pytestmark = pytest.mark.real_data


def naughty() -> list[str]:
    folder = os.environ.get("HANDRAIL_REAL_DATA")
    if not folder:
        pytest.skip("HANDRAIL_REAL_DATA does not name the folder of published data")
    strings = json.loads((Path(folder) / "web" / "big-list-of-naughty-strings.json").read_text(encoding="utf-8"))
    assert len(strings) == 485
    return strings


def refused(text: str) -> bool:
    """What no text box takes: nothing at all, and the letter that ends strings elsewhere."""
    return not text.strip() or "\x00" in text


def kept(text: str) -> str:
    """Only line ends are made one kind."""
    return text.replace("\r\n", "\n")


def told(answer) -> str:
    """The page as a browser reads it: entities are letters again."""
    return html.unescape(answer.content.decode())


def check(answer, text: str, good: int, optional: bool = False) -> None:
    if refused(text) and not (optional and answer.status_code == good):
        assert answer.status_code == 422, text
        assert "wrong" in told(answer), "it says which field, and why"
    else:
        assert answer.status_code == good, text


def put(client, address: str, text: str, before: str, page, **how):
    """The form of one text, as a page sends it."""
    return client.post(address, {"text": text, "opened": fingerprint(before), "page": page}, **how)


@pytest.mark.parametrize("what", ["want", "goal"])
def test_a_text_edited_in_its_place(cast, goal, client, what):
    client.enter(cast.dana)
    address = {"want": url("want_write", cast.marcus, cast.community), "goal": url("words_edit", goal.own_id)}[what]
    before, page = "" if what == "want" else goal.words, new_id()
    for text in naughty():
        answer = put(client, address, text, before, page, headers=HTMX)
        check(answer, text, 200)
        if not refused(text):
            before = kept(text)
            assert (Want if what == "want" else Goal).objects.get().words == before
            assert before in told(answer)


def test_a_text_kept_as_it_is_typed(cast, goal, client):
    client.enter(cast.dana)
    before, page = goal.words, new_id()
    for text in naughty():
        answer = put(client, url("words_edit", goal.own_id), text, before, page, headers=AUTOSAVE)
        check(answer, text, 200)
        before = before if refused(text) else kept(text)
        assert OwnWords.objects.get(pk=goal.own_id).text == before


def test_two_versions_side_by_side(cast, goal, client):
    """Every string is kept beside the goal's words, and the page that puts them together shows each."""
    client.enter(cast.dana)
    for text in naughty():
        check(put(client, url("words_edit", goal.own_id), text, "something else", new_id(), headers=AUTOSAVE), text, 409)
    page = told(client.get(url("words_together", goal.own_id)))

    assert [text for text in naughty() if not refused(text) and kept(text) not in page] == []


def test_new_goals(cast, client):
    client.enter(cast.dana)
    for text in naughty():
        sent = {"id": new_id(), "text": text, "program": cast.community.pk}
        check(client.post(url("goal_add", cast.marcus), sent), text, 302)
    page = told(client.get(url("plan_show", cast.marcus)))

    assert [goal.words for goal in Goal.objects.order_by("place")] == [kept(text) for text in naughty() if not refused(text)]
    assert [text for text in naughty() if not refused(text) and kept(text) not in page] == []


def test_steps(cast, goal, client):
    client.enter(cast.dana)
    for text in naughty():
        check(client.post(url("step_add", goal), {"id": new_id(), "text": text, "who": "alone"}), text, 302)
    page = told(client.get(url("goal_show", goal)))

    assert [step.words for step in Step.objects.order_by("id")] == [kept(text) for text in naughty() if not refused(text)]
    assert [text for text in naughty() if not refused(text) and kept(text) not in page] == []


def test_words_of_check_ins(cast, client):
    """A line holds the last 200, so several goals share the strings."""
    client.enter(cast.dana)
    goals = [a_goal(cast, f"Goal {number}", measure=Measure.NUMBER) for number in range(3)]
    for number, text in enumerate(naughty()):
        sent = {"id": new_id(), "value": "1", "words": text}
        check(client.post(url("check_in_add", goals[number % 3]), sent), text, 302, optional=True)
    page = "".join(told(client.get(url("goal_show", goal))) for goal in goals)

    said = list(CheckIn.objects.order_by("id").values_list("words", flat=True))
    assert [words for words in said if words] == [kept(text) for text in naughty() if not refused(text)]
    assert [text for text in naughty() if not refused(text) and kept(text) not in page] == []


def test_why_a_goal_ended(cast, goal, client):
    """One goal ends again and again; each time the reason is on its page."""
    client.enter(cast.dana)
    for text in naughty():
        GoalEnded.objects.standing().update(taken_back_at=timezone.now(), taken_back_by=cast.dana)
        check(client.post(url("goal_end", goal), {"how": "let_go", "why": text}), text, 302, optional=True)
        if not refused(text):
            assert GoalEnded.objects.standing().get().why == kept(text)
    for ended in GoalEnded.objects.exclude(why="").order_by("id")[::20]:
        GoalEnded.objects.standing().update(taken_back_at=timezone.now(), taken_back_by=cast.dana)
        GoalEnded.objects.filter(pk=ended.pk).update(taken_back_at=None, taken_back_by=None)
        assert ended.why in told(client.get(url("goal_show", goal)))


def test_the_steps_of_an_own_scale(cast, client):
    """Seven at a time; a line end ends a step, so strings of several lines are several steps."""
    client.enter(cast.dana)
    strings = [text for text in naughty() if text.strip() and "\n" not in text and "\x00" not in text]
    for start in range(0, len(strings) - 7, 7):
        steps = strings[start : start + 7]
        if sum(map(len, steps)) > 900:
            continue
        goal = a_goal(cast, "Ride", measure=Measure.NONE)
        answer = client.post(url("goal_edit", goal), {"measure": "scale", "scale": "\r\n".join(steps)})
        assert answer.status_code == 302, steps
        assert Goal.objects.get(pk=goal.pk).scale == steps
        page = told(client.get(url("goal_show", goal)))
        assert all(step in page for step in steps)


def test_no_string_becomes_part_of_the_page_itself(cast, client):
    """Whatever was written, the page has no more scripts than before, and the line no more elements."""
    client.enter(cast.dana)
    goal = a_goal(cast, "Ride", measure=Measure.SCALE, scale=naughty()[300:307])
    actions.check_in(goal=goal, value=2, words="\n".join(naughty()), by=cast.dana, at=timezone.now())
    page = client.get(url("goal_show", goal)).content.decode()

    assert not re.search(r"<script(?![^>]*src=\"/static/)", page)
    assert not re.search(r"<(img|iframe|a)[^>]*(onerror|javascript:)", page, re.I)
