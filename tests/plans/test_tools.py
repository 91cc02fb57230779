"""What keeps somebody well: from the library or own, used in one tap, and whether it helped."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.kit.errors import AlreadySo
from handrail.kit.ids import new_id
from handrail.people import actions as people
from handrail.plans import actions
from handrail.plans.catalogue.tools import library
from handrail.plans.models import Helped, OwnWords, Tool, ToolUsed, Wording
from handrail.plans.shown.tools import picture_of, use_words
from tests.people.reading import in_an_emergency, into_bridge
from tests.people.reading import url as people_url
from tests.plans.conftest import a_tool
from tests.plans.reading import Editor, main_words, url

DAY = timedelta(days=1)


@pytest.fixture
def tool(cast):
    return a_tool(cast, "The landing before the day begins", how="Thermos, no phone.", for_what=["mind", "everyday"])


def use(tool, cast, days, helped=""):
    return actions.use_tool(tool=tool, helped=helped, by=cast.dana, at=timezone.now() - days * DAY)


def test_a_tool_of_the_library_is_taken_in_one_tap_and_is_theirs_from_then_on(cast, client):
    sent = {"id": new_id(), "program": cast.community.pk, "library": "wait-fifteen"}
    page = client.enter(cast.dana).post(url("tool_add", cast.marcus), sent, follow=True)
    tool, book = Tool.objects.get(), library()["wait-fifteen"]

    assert (tool.words, tool.how.text, tool.library, tool.for_what) == (book.name.en, book.how.en, book.id, ["substances"])
    assert f"What keeps me well {book.name.en}" in main_words(page)
    assert book.name.en not in main_words(client.get(url("tool_add", cast.marcus))).partition("One of my own")[0]
    Editor(client.enter(cast.sam), url("words_edit", tool.how_id)).done("Set the oven clock.")
    tool = Tool.objects.get()
    assert (tool.how.text, Wording.objects.filter(own=tool.how).exclude(before="").get().before) == (
        "Set the oven clock.", book.how.en,
    )  # fmt: skip


def test_a_tool_of_their_own_needs_no_more_than_its_name(cast, client):
    sent = {"id": new_id(), "program": cast.community.pk, "text": "Sing", "for_what": ["trauma", "mind"]}
    client.enter(cast.dana).post(url("tool_add", cast.marcus), sent)

    tool = Tool.objects.get()
    assert (tool.words, tool.how.text, tool.for_what, tool.library) == ("Sing", "", ["trauma", "mind"], "")
    assert client.post(url("tool_add", cast.marcus), sent | {"id": new_id(), "text": ""}).status_code == 422


def test_how_it_is_done_may_be_emptied_and_the_name_may_not(cast, tool, client):
    client.enter(cast.dana)
    assert Editor(client, url("words_edit", tool.how_id)).done("").status_code == 302
    assert Editor(client, url("words_edit", tool.own_id)).done("").status_code == 422

    assert set(OwnWords.objects.values_list("kind", flat=True)) == {"tool", "toolhow"}


def test_the_library_is_narrowed_by_what_a_tool_is_for(cast, client):
    shelf = client.enter(cast.dana).get(url("tool_add", cast.marcus), {"for": "substances"}).context["shelf"]
    assert shelf.tools and all("substances" in tool.for_what for tool in shelf.tools)

    assert len(client.get(url("tool_add", cast.marcus), {"for": "nonsense"}).context["shelf"].tools) == len(library())


def test_used_today_in_one_tap_then_one_more_to_say_whether_it_helped(cast, tool, client):
    client.enter(cast.dana)
    sent = {"id": new_id(), "from_plan": "1"}
    for _time in range(2):
        page = client.post(url("use_add", tool), sent, follow=True)
    assert "Used today. Did it help? A lot A little Not this time" in main_words(page)
    [used] = ToolUsed.objects.standing()

    told = client.post(url("use_tell", used), {"helped": "a_lot", "from_plan": "1"}, follow=True)
    assert "Did it help?" not in main_words(told)
    assert "Used once, today. Helped a lot once." in main_words(told)
    assert client.post(url("use_tell", used), {"helped": "like magic"}).status_code == 422


def test_undo_takes_back_that_it_was_used_and_it_can_be_put_back(cast, tool, client):
    page = client.enter(cast.dana).post(url("use_add", tool), {"id": new_id(), "from_plan": "1"}, follow=True)
    client.post(page.context["undo"]["url"])
    assert not ToolUsed.objects.standing().exists()
    assert client.post(url("use_take_out", ToolUsed.objects.get())).status_code == 409

    client.post(url("use_put_back", ToolUsed.objects.get()))
    assert ToolUsed.objects.standing().exists()


def test_a_use_of_long_ago_is_not_asked_about_any_more(cast, tool, client):
    use(tool, cast, 30)

    assert "Did it help?" not in main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus)))


def test_how_it_helped_is_a_picture_and_the_same_in_words(cast, tool, client):
    uses = [use(tool, cast, days, helped) for days, helped in ((40, Helped.A_LITTLE), (3, Helped.NOT_THIS_TIME), (1, ""))]
    uses.reverse()
    picture = picture_of(uses)

    assert [dot.shape for dot in picture.dots] == ["a_little", "not_this_time", "unsaid"]
    assert picture.summary == "Helped a little once, not this time once"
    assert use_words(3, uses).startswith("Used 3 times since ")
    assert use_words(99, uses) == "Used 99 times"
    page = client.enter(cast.dana).get(url("tool_show", tool)).content.decode()
    assert page.count('class="not_this_time"') == 1 and "style=" not in page


def test_with_words_and_another_day_on_its_own_page(cast, tool, client):
    sent = {"id": new_id(), "helped": "a_little", "words": "Fog.", "on": "2026-01-03"}
    page = main_words(client.enter(cast.dana).post(url("use_add", tool), sent, follow=True))

    assert "3 January 2026 · A little Fog. Dana of the cast" in page


def test_taken_out_a_tool_is_off_the_plan_and_how_it_helped_stays(cast, tool, client):
    use(tool, cast, 1, Helped.A_LOT)
    page = client.enter(cast.dana).post(url("tool_take_out", tool), follow=True)
    assert "The landing" not in main_words(page)
    assert "Used once" in main_words(client.post(page.context["undo"]["url"], follow=True))


def test_what_it_is_for_can_be_changed(cast, tool, client):
    client.enter(cast.dana).post(url("tool_edit", tool), {"for_what": ["trauma"]})
    tool.refresh_from_db()

    assert tool.for_what == ["trauma"]


def test_a_tool_used_in_a_contact_is_told_once(cast, tool):
    part = new_id()
    actions.use_tool(tool=tool, by=cast.dana, at=cast.began, said_in=part)
    with pytest.raises(AlreadySo):
        actions.use_tool(tool=tool, by=cast.dana, at=cast.began, said_in=part)


def test_a_tool_stays_in_its_program_and_in_an_emergency_it_is_only_read(cast, tool, client):
    into_bridge(cast)
    assert client.enter(cast.ray).get(url("tool_show", tool)).status_code == 404
    in_an_emergency(cast.marcus, cast.noor)
    page = main_words(client.enter(cast.noor).get(url("plan_show", cast.marcus)))
    assert "Thermos" in page and "Used today" not in page
    assert client.post(url("use_add", tool), {"id": new_id()}).status_code == 403


def test_strengths_and_tools_stand_in_a_line_each_on_the_persons_page(cast, tool, client):
    page = main_words(client.enter(cast.dana).get(people_url("person_show", cast.marcus)))

    assert "Keeps well: The landing before the day begins" in page
    assert "Strong:" not in page


@pytest.fixture
def two_programs(cast):
    """Marcus is part of both programs, and Dana is a peer of both: she walks with him in both."""
    there = into_bridge(cast)
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    people.start_walking(enrolment=there, peer=cast.dana, chosen_by_person=True, by=cast.ray, at=cast.began)


def test_taken_without_saying_for_which_program_it_is_asked_and_the_shelf_is_still_there(cast, two_programs, client):
    sent = {"id": new_id(), "library": "wait-fifteen"}
    page = client.enter(cast.dana).post(url("tool_add", cast.marcus), sent)

    assert page.status_code == 422 and "Wait fifteen minutes" in main_words(page)
    assert page.context["taken"].errors.keys() == {"program"} and not page.context["form"].errors
    ids = re.findall(r'\sid="([^"]+)"', page.content.decode())
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("page", ["tool_add", "strength_add", "goal_add"])
def test_nobody_is_asked_again_for_the_program_under_which_they_pressed(cast, two_programs, client, page):
    plan = client.enter(cast.dana).get(url("plan_show", cast.marcus)).content.decode()
    asked_there = f"{url(page, cast.marcus)}?program={cast.bridge.pk}"
    assert asked_there in plan

    assert str(client.get(asked_there).context["form"]["program"].value()) == str(cast.bridge.pk)
