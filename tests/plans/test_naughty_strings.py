"""Strings that break text boxes elsewhere: each comes back letter by letter, or is refused in clear words.

Only control characters are left out: nobody sees them, and no paper could show them.
"""

import html
import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import CheckIn, Goal, GoalEnded, Measure, OwnWords, Step, Want, Wording, fingerprint
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
    """What no text box takes: nothing at all."""
    return not kept(text).strip()


def kept(text: str) -> str:
    """Line ends are made one kind, and control characters left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")


def told(answer) -> str:
    """The page as a browser reads it: entities are letters again."""
    return html.unescape(answer.content.decode())


def batches(most: int = 3500) -> list[str]:
    """All strings a text box takes, many to a text: where each alone would only take longer."""
    texts, lines = [], []
    for text in [text for text in naughty() if not refused(text)]:
        if lines and len("\n".join([*lines, text])) > most:
            texts.append("\n".join(lines))
            lines = []
        lines.append(text)
    return [kept(text) for text in [*texts, "\n".join(lines)]]


def put(client, address: str, text: str, before: str, page, **how):
    """The form of one text, as a page sends it."""
    return client.post(address, {"text": text, "opened": fingerprint(before), "page": page}, **how)


def test_each_alone_in_a_text_edited_in_its_place(cast, goal, client):
    client.enter(cast.dana)
    before, page = goal.words, new_id()
    for text in naughty():
        answer = put(client, url("words_edit", goal.own_id), text, before, page, headers=HTMX)
        if refused(text):
            assert answer.status_code == 422 and "field-problem" in told(answer), text
            continue
        before = kept(text)
        assert answer.status_code == 200, text
        assert OwnWords.objects.get(pk=goal.own_id).text == before
        assert before in told(answer)


def test_what_somebody_wants(cast, client):
    client.enter(cast.dana)
    before, page = "", new_id()
    for text in batches():
        assert put(client, url("want_write", cast.marcus, cast.community), text, before, page).status_code == 302
        before = Want.objects.get().words
        assert before == text
        assert text in told(client.get(url("plan_show", cast.marcus)))


def test_a_text_kept_as_it_is_typed_and_how_it_read_before(cast, goal, client):
    client.enter(cast.dana)
    before = goal.words
    for text in batches():
        Wording.objects.update(until_at=cast.began)
        answer = put(client, url("words_edit", goal.own_id), text, before, new_id(), headers=AUTOSAVE)
        assert answer.json()["opened"] == fingerprint(text)
        before = text
    page = told(client.get(url("words_history", goal.own_id)))

    assert [text for text in batches() if text not in page] == []


def test_two_versions_side_by_side(cast, goal, client):
    client.enter(cast.dana)
    for text in batches():
        answer = put(client, url("words_edit", goal.own_id), text, "something else", new_id(), headers=AUTOSAVE)
        assert answer.status_code == 409
    page = told(client.get(url("words_together", goal.own_id)))

    assert [text for text in batches() if text not in page] == []


def test_a_new_goal(cast, client):
    client.enter(cast.dana)
    for text in batches():
        sent = {"id": new_id(), "text": text, "program": cast.community.pk}
        assert client.post(url("goal_add", cast.marcus), sent).status_code == 302
    goals = list(Goal.objects.order_by("place"))

    assert [goal.words for goal in goals] == batches()
    assert [
        text for text, goal in zip(batches(), goals, strict=True) if text not in told(client.get(url("goal_show", goal)))
    ] == []
    assert goals[0].words in told(client.get(url("plan_show", cast.marcus)))


def test_steps_words_of_check_ins_and_why_a_goal_ended(cast, goal, client):
    client.enter(cast.dana)
    for text in batches():
        assert client.post(url("step_add", goal), {"id": new_id(), "text": text, "who": "alone"}).status_code == 302
        assert client.post(url("check_in_add", goal), {"id": new_id(), "words": text}).status_code == 302
    assert [step.words for step in Step.objects.order_by("id")] == batches()
    assert list(CheckIn.objects.order_by("id").values_list("words", flat=True)) == batches()
    for text in batches():
        client.post(url("goal_end", goal), {"how": "let_go", "why": text})
        assert GoalEnded.objects.standing().get().why == text
        page = told(client.get(url("goal_show", goal)))
        assert page.count(text) >= 3, "as a step, as a check-in and as the reason"
        client.post(url("goal_reopen", goal))


def test_the_unit_of_a_measure(cast, goal, client):
    client.enter(cast.dana)
    units = [text for text in naughty() if not refused(text) and kept(text).strip() == text and len(text) <= 40]
    for text in units[::10]:
        client.post(url("goal_edit", goal), {"measure": "number", "to_value": "4", "unit": text})
        assert Goal.objects.get().unit == text
        assert text in told(client.get(url("goal_show", goal)))


def test_the_steps_of_an_own_scale(cast, client):
    """Seven at a time; a line end ends a step, so strings of several lines are several steps."""
    client.enter(cast.dana)
    strings = [text for text in naughty() if text.strip() and "\n" not in text and "\x00" not in text]
    for start in range(0, len(strings) - 7, 35):
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


def test_control_characters_are_left_out_where_words_are_typed(cast, goal, client):
    client.enter(cast.dana)
    answer = put(client, url("words_edit", goal.own_id), "a\x07b\x1b[31mc\x7f\x85\x00d\te\r\nf\rg", goal.words, new_id())

    assert answer.status_code == 302
    assert OwnWords.objects.get(pk=goal.own_id).text == "ab[31mcd\te\nf\ng"
