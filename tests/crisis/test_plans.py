"""A plan for hard times: begun in a few screens, written part by part, kept by those who look after the person."""

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.contacts.actions import Writing
from handrail.contacts.models import Part
from handrail.contacts.reading import note_of
from handrail.crisis import actions, queries
from handrail.crisis.guides import guides
from handrail.crisis.models import GuidedAnswer, GuidedPlan
from handrail.kit.ids import new_id
from handrail.plans.models import Aside, Wording, fingerprint
from tests.contacts.conftest import draft, texts
from tests.crisis.conftest import a_plan, said, somebody
from tests.crisis.reading import AUTOSAVE, HTMX, cost, main_words, plan_url, url
from tests.people.reading import in_an_emergency
from tests.people.reading import url as people_url
from tests.plans.reading import Editor


def test_plan_show_before_it_is_begun_says_what_it_is_and_which_few_things_come_first(cast, client):
    page = main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus, cast.community, "crisis")))

    assert "Crisis plan This plan is yours." in page
    assert "What helps What makes it worse: please do not People to call, in this order" in page
    assert "Begin" in page


def test_a_plan_is_begun_with_the_three_things_that_matter_most(cast, client):
    client.enter(cast.dana)
    first = client.post(url("plan_begin", cast.marcus, cast.community, "crisis"), follow=True)
    plan = GuidedPlan.objects.get()

    assert "Step 1 of 3" in main_words(first)
    second = client.post(
        url("answer_write", plan, "what-helps"),
        {"text": "Sit beside me.", "opened": fingerprint(""), "page": new_id(), "first": "1"},
        follow=True,
    )
    assert "Step 2 of 3" in main_words(second)
    assert [answer.words for answer in GuidedAnswer.objects.all()] == ["Sit beside me."]
    third = client.get(url("plan_first", plan, 3))
    assert "People to call, in this order" in main_words(third)
    assert client.get(url("plan_first", plan, 4)).url == plan_url(plan)


def test_begun_twice_it_is_one_plan(cast, client):
    client.enter(cast.dana)
    for _time in range(2):
        assert client.post(url("plan_begin", cast.marcus, cast.community, "relapse")).status_code == 302

    assert [plan.kind for plan in GuidedPlan.objects.all()] == ["relapse"]


def test_plan_show_tells_kindly_how_far_it_is(cast, plan, client):
    said(cast, plan, "what-helps", "Sit beside me.", "Turn down the light.")
    somebody(cast, plan, "Ruth", phone="(804) 555-0142", when="Any time", who="My mother")

    answer = client.enter(cast.dana).get(plan_url(plan))
    page = main_words(answer)

    assert "2 of 16 answered; none has to be." in page
    assert "Sit beside me. Turn down the light." in page
    assert "Ruth My mother Any time" in page
    assert 'href="tel:8045550142"' in answer.content.decode()
    assert "style=" not in answer.content.decode()


def test_whoever_is_not_to_be_called_has_no_number_to_press(cast, plan, client):
    somebody(cast, plan, "Vic", "people-not-to-call", phone="555-0199")

    page = client.enter(cast.dana).get(plan_url(plan)).content.decode()

    assert "Vic" in page
    assert "tel:5550199" not in page


def test_an_answer_is_kept_as_it_is_typed_and_how_it_read_before_too(cast, plan, client):
    own = said(cast, plan, "getting-hard", "I skip meals.")
    editor = Editor(client.enter(cast.sam), url("answer_write", plan, "getting-hard"))

    assert editor.autosave("I skip meals.\nI do not sleep.").status_code == 200
    assert editor.done("").status_code == 302

    own.refresh_from_db()
    assert own.text == ""
    assert list(Wording.objects.filter(own=own).order_by("from_at").values_list("before", flat=True)) == ["", "I skip meals."]
    assert client.get(plan_url(plan)).status_code == 200


def test_an_example_begins_a_line_and_loses_nothing_that_was_typed(cast, plan, client):
    address = url("answer_write", plan, "what-helps")
    typed = {"text": "Call my cat.", "opened": fingerprint(""), "page": new_id(), "example": "1"}

    answer = client.enter(cast.dana).post(address, typed)

    line = str(guides()["crisis"].part("what-helps").examples[1])
    assert answer.status_code == 200
    assert answer.context["form"]["text"].value() == f"Call my cat.\n{line}"
    assert queries.answer_of(plan, "what-helps").text == f"Call my cat.\n{line}"


def test_two_who_write_in_one_part_lose_nothing(cast, plan, client):
    said(cast, plan, "what-helps", "Quiet.")
    opened = fingerprint("Quiet.")
    actions.write_answer(plan=plan, section="what-helps", text="Quiet and tea.", opened=opened, by=cast.sam, at=timezone.now())

    sent = {"text": "Quiet and light.", "opened": opened, "page": new_id()}
    answer = client.enter(cast.dana).post(url("answer_write", plan, "what-helps"), sent)

    assert answer.status_code == 409
    assert Aside.objects.get().text == "Quiet and light."
    page = main_words(client.get(plan_url(plan)))
    assert "Two people wrote here at the same time" in page


def test_nothing_said_is_nothing_kept(cast, plan, client):
    sent = {"text": "", "opened": fingerprint(""), "page": new_id()}
    client.enter(cast.dana)

    assert client.post(url("answer_write", plan, "what-helps"), sent).status_code == 302
    assert client.post(url("answer_write", plan, "what-helps"), sent, headers=AUTOSAVE).status_code == 200
    assert client.post(url("answer_write", plan, "what-helps"), sent, headers=HTMX).status_code == 200
    assert not GuidedAnswer.objects.exists()


def test_the_words_of_an_answer_lead_back_to_its_plan(cast, plan, client):
    own = said(cast, plan, "what-helps", "Quiet.")

    page = client.enter(cast.dana).get(f"/plans/words/{own.pk}/history/").content.decode()

    assert plan_url(plan) in page


@pytest.mark.parametrize(("who", "status"), [("dana", 200), ("sam", 200), ("noor", 404), ("ray", 404), ("alex", 404)])
def test_a_plan_is_read_by_those_who_reach_the_person(cast, plan, client, who, status):
    assert client.enter(getattr(cast, who)).get(plan_url(plan)).status_code == status


def test_a_part_or_a_kind_that_never_was_is_not_there(cast, plan, client):
    client.enter(cast.dana)

    assert client.get(url("plan_show", cast.marcus, cast.community, "wellness")).status_code == 404
    assert client.get(url("plan_show", cast.marcus, cast.bridge, "crisis")).status_code == 404
    assert client.get(url("answer_write", plan, "people-to-call")).status_code == 404
    assert client.get(url("person_add", plan, "what-helps")).status_code == 404
    assert client.get(url("place_add", plan, "people-to-call")).status_code == 404


def test_in_an_emergency_a_plan_is_read_and_not_written(cast, plan, client):
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)

    assert client.get(plan_url(plan)).status_code == 200
    sent = {"text": "x", "opened": fingerprint(""), "page": new_id()}
    assert client.post(url("answer_write", plan, "what-helps"), sent).status_code == 403


def test_plan_show_is_one_line_of_the_record_and_has_its_words(cast, plan, client):
    client.enter(cast.dana).get(plan_url(plan))

    assert Entry.objects.filter(verb="guidedplan.opened", by_id=cast.dana.pk, person_id=cast.marcus.pk).count() == 1
    assert "Dana of the cast opened a crisis plan" in main_words(client.get(people_url("person_opened", cast.marcus)))


def test_plan_show_asks_as_much_for_a_full_plan_as_for_a_short_one(cast, plan, client):
    said(cast, plan, "what-helps", "Quiet.")
    somebody(cast, plan, "Ruth")
    client.enter(cast.dana)
    short = cost(client, plan_url(plan))
    for part in plan.guide.parts:
        if part.is_written and part.id != "what-helps":
            said(cast, plan, part.id, "One.", "Two.")
    for name in "abcdef":
        somebody(cast, plan, name, phone="555-0100")

    assert cost(client, plan_url(plan)) == short


def test_the_box_on_the_persons_page_leads_to_the_plan_and_to_the_view(cast, plan, client):
    page = client.enter(cast.dana).get(people_url("person_show", cast.marcus))

    assert "When it gets hard What helps in a crisis Crisis plan Begin another plan Family crisis plan" in main_words(page)
    assert url("in_crisis_show", cast.marcus) in page.content.decode()


def test_every_kind_of_plan_can_be_begun_and_shown(cast, client):
    client.enter(cast.dana)
    for kind, guide in guides().items():
        plan = a_plan(cast, kind)
        for step in range(1, len(guide.first_parts) + 1):
            assert client.get(url("plan_first", plan, step)).status_code == 200
        assert str(guide.name) in main_words(client.get(plan_url(plan)))
        assert len(guide.on_the_card) == 6


def test_a_trainee_who_walks_with_the_person_writes_too(cast, client):
    from tests.cast import welcome

    lea = welcome(cast, "lea", "Lea", cast.lena)
    assert cast.lena.has(Role.TRAINEE)
    client.enter(cast.lena)

    assert client.post(url("plan_begin", lea, cast.community, "crisis")).status_code == 302


@pytest.mark.parametrize("kind", sorted(guides()))
def test_each_plan_leads_to_its_paper_to_be_signed_compared_and_printed(cast, client, kind):
    plan = a_plan(cast, kind)
    page = client.enter(cast.dana).get(plan_url(plan)).content.decode()

    for paper in ("paper_show", "paper_print"):
        address = reverse(f"plans:{paper}", args=[kind, cast.marcus.pk, cast.community.pk])
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_a_contact_tells_in_one_tap_that_they_worked_on_the_plan(cast, plan, client):
    client.enter(cast.dana)
    page = client.get(reverse("contacts:contact_start", args=[cast.marcus_there.pk]))
    assert "Worked on together Crisis plan" in main_words(page)
    draft_with(cast, plan)

    assert ("Plans worked on", ["Crisis plan"]) in note_of(Part.objects.get(), timezone.now()).touched


def draft_with(cast, plan):
    touched = {"guidedplan": {str(plan.pk)}}
    return draft(cast.marcus_there, cast.dana, writing=Writing(texts(words="We wrote it."), touched=touched))
