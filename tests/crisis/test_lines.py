"""Crisis lines: what an agency says itself stands over what comes with Handrail."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.crisis import lines
from handrail.crisis.models import CrisisLine
from handrail.crisis.shipped import shipped_lines
from handrail.kit.ids import new_id
from tests.crisis.reading import cost, main_words, url

LINE = {"name": "River warmline", "what_for": "When it is lonely.", "call": "804-555-0110", "review_by": "2199-01-01"}


def own(cast, client, **more):
    client.enter(cast.sam).post(url("line_add"), LINE | {"id": new_id()} | more)
    return CrisisLine.objects.get()


def test_what_others_wrote_about_a_line_does_not_count_as_checked():
    assert [line.id for line in shipped_lines().values() if line.checked] == []


def test_everybody_reads_the_lines_and_keeps_none(cast, client):
    page = main_words(client.enter(cast.theo).get(url("line_list")))

    assert "988 Lifeline" in page
    assert "Call 988" in page
    assert "We checked it" not in page
    assert client.get(url("line_add")).status_code == 403


def test_a_local_line_is_there_for_everybody(cast, client):
    own(cast, client)

    assert "River warmline When it is lonely. Call 804-555-0110" in main_words(client.enter(cast.dana).get(url("crisis_list")))


@pytest.mark.parametrize("who", ["sam", "alex"])
def test_told_anew_a_line_keeps_how_it_was_told_before(cast, client, who):
    client.enter(getattr(cast, who))
    client.post(url("line_edit", "988"), LINE | {"name": "988, our way"})
    client.post(url("line_edit", "988"), LINE | {"name": "988, again"})

    rows = CrisisLine.objects.order_by("at")
    assert [(row.name, row.until_at is None) for row in rows] == [("988, our way", False), ("988, again", True)]
    assert str(lines.lines_to_call(cast.agency.pk)[0].name) == "988, again"


def test_a_hidden_line_is_there_for_those_who_keep_them(cast, client):
    client.enter(cast.sam).post(url("line_hide", "samhsa"))
    assert "SAMHSA helpline" in main_words(client.get(url("line_list")))
    assert "SAMHSA helpline" not in main_words(client.enter(cast.dana).get(url("line_list")))

    client.enter(cast.sam).post(url("line_bring_back", "samhsa"))

    assert "SAMHSA helpline" in main_words(client.enter(cast.dana).get(url("line_list")))


def test_a_line_that_is_to_be_looked_at_again_stands_on_the_supervisors_today(cast, client):
    line = own(cast, client)
    CrisisLine.objects.update(review_by=timezone.localdate() - timedelta(days=1))

    assert "River warmline We wanted to look at this number again by yesterday." in main_words(client.get("/"))
    assert "Some of these are to be looked at again." in main_words(client.get(url("line_list")))
    assert "River warmline" not in main_words(client.enter(cast.dana).get("/"))
    assert "to be looked at again" not in main_words(client.get(url("line_list")))

    client.enter(cast.sam).post(url("line_check", line.line))

    assert "River warmline" not in main_words(client.get("/"))
    assert CrisisLine.objects.standing().get().reviewed_on == timezone.localdate()


def test_a_line_without_a_number_helps_nobody(cast, client):
    answer = client.enter(cast.sam).post(url("line_add"), LINE | {"id": new_id(), "call": "ask Sam"})

    assert answer.status_code == 422
    assert not CrisisLine.objects.exists()


def test_a_line_that_never_was_is_not_there(cast, client):
    client.enter(cast.sam)

    assert client.get(url("line_edit", "own-nothing")).status_code == 404
    assert client.post(url("line_hide", "own-nothing")).status_code == 404


def test_another_agency_has_its_own(cast, client):
    own(cast, client)

    assert "River warmline" not in main_words(client.enter(cast.zoe).get(url("line_list")))


def test_in_spanish_a_line_is_told_in_spanish(cast, client):
    own(cast, client, name_es="Línea del río")
    cast.dana.login.language = "es"
    cast.dana.login.save()

    assert "Línea del río" in main_words(client.enter(cast.dana).get(url("line_list")))


def test_many_lines_cost_as_much_as_few(cast, client):
    own(cast, client)
    few = cost(client, url("line_list"))
    for number in range(5):
        client.post(url("line_add"), LINE | {"id": new_id(), "name": f"Line {number}"})

    assert cost(client, url("line_list")) == few
