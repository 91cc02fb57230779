"""The workshop as pages: a draft and its parts."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.directives import actions, queries
from handrail.directives.models import (
    Agent,
    Choice,
    Directive,
    DirectiveAnswer,
    HelpedBy,
    SaidThemselves,
)
from handrail.kit.ids import new_id
from handrail.plans.models import OwnWords
from tests.directives.reading import a_draft, choose, cost, main_words, sign_it, url, words, write
from tests.plans.reading import url as plans_url


# A draft


def test_directive_begin_makes_one_draft_however_often_it_is_sent(cast, client):
    client.enter(cast.dana)
    sent = {"id": new_id(), "pack": "va", "program": cast.community.pk}
    first, second = (client.post(url("directive_begin", cast.marcus), sent) for _time in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert Directive.objects.get().pack == "va"
    assert HelpedBy.objects.get().staff == cast.dana


def test_a_second_draft_is_refused(cast, draft, client):
    sent = {"id": new_id(), "pack": "va", "program": cast.community.pk}
    answer = client.enter(cast.dana).post(url("directive_begin", cast.marcus), sent)

    assert answer.status_code == 409
    assert "A draft is begun already." in main_words(answer)


@pytest.mark.parametrize("page", ["directive_show", "directive_paper", "directive_retrieve"])
def test_a_draft_says_so_loudly(cast, draft, client, page):
    assert "DRAFT. Not signed yet. It does not count." in main_words(client.enter(cast.dana).get(url(page, draft)))


@pytest.mark.parametrize(
    "step", ["understand", "talk", "write", "check", "sign", "keep", "who-has-it", "each-year", "take-back"]
)
def test_each_step_of_a_draft_says_so_too_and_is_told_in_spanish(cast, draft, client, step):
    client.enter(cast.dana)
    assert "DRAFT." in main_words(client.get(url("step_show", draft, step)))
    cast.dana.login.language = "es"
    cast.dana.login.save()

    assert str(draft.rules.name) in main_words(client.get(url("step_show", draft, step)))


def test_a_draft_cannot_be_got_out_as_if_it_counted(cast, draft, client):
    answer = client.enter(cast.dana).post(url("directive_retrieve", draft), {"why": "hospital"})

    assert answer.status_code == 409
    assert "This is a draft. It does not count until it is signed." in main_words(answer)


def test_steps_that_leave_nothing_behind_are_marked_and_opened_again(cast, draft, client):
    client.enter(cast.dana)
    assert client.post(url("step_take", draft, "understand")).headers["Location"] == url("step_show", draft, "talk")
    assert client.post(url("step_take", draft, "understand")).status_code == 409
    client.post(url("step_take", draft, "understand"), {"again": "1"})

    assert queries.steps_taken(draft) == {}


def test_a_draft_of_the_wrong_state_is_set_aside_and_another_begun(cast, draft, client):
    client.enter(cast.dana)
    page = client.post(url("directive_set_aside", draft), follow=True)
    assert "The draft is set aside. It is kept." in main_words(page)
    assert "SET ASIDE. It was never signed, and does not count." in main_words(page)
    begun = client.post(url("directive_begin", cast.marcus), {"id": new_id(), "pack": "oh", "program": cast.community.pk})

    assert begun.status_code == 302
    assert Directive.objects.drafts().get().pack == "oh"
    assert client.post(url("section_write", draft, "harms"), words("Noise.")).status_code == 409
    own = DirectiveAnswer.objects.get(directive=draft).own
    assert client.post(plans_url("words_edit", own), words("Noise.", own.text)).status_code == 409
    assert "A draft is begun already." in main_words(client.post(url("directive_take_up", draft)))


def test_a_draft_that_was_set_aside_is_taken_up_again_and_replaces_what_counts_now(cast, draft, client):
    client.enter(cast.dana)
    page = client.post(url("directive_set_aside", draft), follow=True)
    signed = sign_it(cast, a_draft(cast))
    client.post(page.context["undo"]["url"])

    assert Directive.objects.drafts().get() == draft
    assert Directive.objects.get(pk=draft.pk).replaces == signed
    assert client.post(url("section_write", draft, "harms"), words("Noise.")).status_code == 302


def test_signed_paper_is_not_set_aside(cast, draft, client):
    signed = sign_it(cast, draft)
    assert client.enter(cast.dana).post(url("directive_set_aside", signed)).status_code == 409


def test_of_somebody_under_age_the_pages_say_that_a_directive_is_for_adults(cast, client):
    cast.marcus.born_on = timezone.localdate() - timedelta(days=16 * 365)
    cast.marcus.save()
    client.enter(cast.dana)

    for page in ("directive_list", "directive_begin"):
        assert "As far as we know a directive is for adults" in main_words(client.get(url(page, cast.marcus)))


def test_a_contact_tells_in_one_tap_that_they_worked_on_it(cast, draft, client):
    client.enter(cast.dana)
    begin = reverse("contacts:contact_start", args=[cast.marcus_there.pk])
    assert f"Worked on the directive {draft.rules.document}" in main_words(client.get(begin))
    client.post(url("directive_set_aside", draft))

    assert "Worked on the directive" not in main_words(client.get(begin))


# Its parts


def test_section_write_keeps_what_is_typed(cast, draft, client):
    client.enter(cast.dana)
    page = client.get(url("section_write", draft, "harms"))
    assert page.status_code == 200
    answer = client.post(url("section_write", draft, "harms"), words(), headers={"Accept": "application/json"})

    assert answer.json()["together"] == ""
    assert DirectiveAnswer.objects.get(section="harms").words == "I feel safe with music."
    emptied = client.post(url("section_write", draft, "harms"), words("", "I feel safe with music."))
    assert emptied.status_code == 302
    assert DirectiveAnswer.objects.get(section="harms").words == ""


def test_two_who_write_at_once_lose_nothing(cast, draft, client):
    client.enter(cast.dana).post(url("section_write", draft, "harms"), words("Loud voices."))
    answer = client.enter(cast.sam).post(url("section_write", draft, "harms"), words("Bright light."))

    assert answer.status_code == 409
    assert "Loud voices." in answer.content.decode() and "Bright light." in answer.content.decode()


@pytest.mark.parametrize("section", ["medicines", "allergies", "emergency-medicine"])
def test_a_peer_cannot_choose_medicines_and_says_first_whose_words_they_are(cast, draft, client, section):
    client.enter(cast.dana)
    page = main_words(client.get(url("section_write", draft, section)))
    assert "This part is theirs alone" in page
    assert "As others put it" not in page
    sent = {"medicines": {"label": "Lithium", "answer": "refuse"}, "emergency-medicine": {"item": "shot", "answer": "no"}}
    if section == "allergies":
        refused = client.post(url("section_write", draft, section), words("Penicillin"))
    else:
        refused = choose(client, draft, section, **sent[section])
    assert refused.status_code == 409
    assert not DirectiveAnswer.objects.filter(section=section).exists() and not Choice.objects.exists()

    assert client.post(url("section_own_words", draft, section)).status_code == 422
    client.post(url("section_own_words", draft, section), {"own_words": "on"})
    assert SaidThemselves.objects.get().by == cast.dana
    page = main_words(client.get(url("section_write", draft, section)))
    assert "Dana of the cast typed it as the person said it" in page


def test_not_even_the_page_of_the_words_goes_around_it(cast, draft, client):
    client.enter(cast.dana).post(url("section_own_words", draft, "allergies"), {"own_words": "on"})
    client.post(url("section_write", draft, "allergies"), words("Penicillin"))
    own = DirectiveAnswer.objects.get(section="allergies").own
    answer = client.enter(cast.sam).post(plans_url("words_edit", own), words("Everything", "Penicillin"))

    assert answer.status_code == 409
    assert OwnWords.objects.get(pk=own.pk).text == "Penicillin"


def test_a_choice_is_made_changed_and_left(cast, draft, client):
    client.enter(cast.dana)
    choose(client, draft, "ect", item="ect", answer="refuse", why="It took my memory.")
    choose(client, draft, "ect", item="ect", answer="depends", why="Only if my sister agrees.")

    [now] = Choice.objects.standing()
    assert (now.answer, now.why, Choice.objects.count()) == ("depends", "Only if my sister agrees.", 2)
    choose(client, draft, "ect", item="ect", answer="")
    assert not Choice.objects.standing().exists()


def test_a_choice_is_kept_as_it_is_typed(cast, draft, client):
    client.enter(cast.dana)
    typed = ({"answer": "refuse"}, {"answer": "refuse", "why": "It took"}, {"answer": "refuse", "why": "It took my memory."})
    for sent in typed:
        answer = client.post(
            url("choice_make", draft, "ect"), {"id": new_id(), "item": "ect"} | sent, headers={"Accept": "application/json"}
        )
        assert (answer.status_code, answer.json()) == (200, {})

    [kept] = Choice.objects.all()
    assert (kept.answer, kept.why) == ("refuse", "It took my memory.")
    early = client.post(
        url("choice_make", draft, "agent-may"),
        {"id": new_id(), "item": "talk", "answer": "", "why": "Only my sister."},
        headers={"Accept": "application/json"},
    )
    assert early.status_code == 422
    assert "Choose an answer" in early.json()["wrong"][0]


def test_under_somebody_elses_key_nothing_is_there_and_under_ones_own_it_is_done_once(cast, draft, client):
    client.enter(cast.dana)
    theirs = {"id": Agent.objects.get().pk, "name": "Bo Green"}
    assert client.post(url("agent_add", draft), theirs).status_code == 302
    assert Agent.objects.get().name == "Tasha Green"
    assert client.enter(cast.sam).post(url("agent_add", draft), theirs).status_code == 404
    assert (
        client.post(
            url("directive_begin", cast.marcus), {"id": draft.pk, "pack": "va", "program": cast.community.pk}
        ).status_code
        == 404
    )


def test_what_a_state_leaves_out_cannot_be_chosen(cast, client):
    draft = a_draft(cast, "wi")
    answer = choose(client.enter(cast.dana), draft, "agent-may", item="admit", answer="yes")

    assert answer.status_code == 409
    assert "The rules of this state leave this out" in main_words(answer)


def test_a_named_thing_is_taken_out_and_put_back(cast, draft, client):
    client.enter(cast.dana)
    choose(client, draft, "visitors", label="My pastor", answer="welcome")
    page = client.post(url("choice_take_out", Choice.objects.get()), follow=True)
    assert "My pastor" not in main_words(page)
    client.post(page.context["undo"]["url"])

    assert Choice.objects.standing().get().label == "My pastor"


def test_the_peer_who_helps_does_not_speak_for_them(cast, draft, client):
    answer = client.enter(cast.dana).post(url("agent_add", draft), {"id": new_id(), "name": "dana OF the cast"})

    assert answer.status_code == 409
    assert "helps with this paper as a peer, and does not become your agent." in main_words(answer)
    assert Agent.objects.count() == 1


# What it costs


def test_pages_ask_as_much_for_many_as_for_one(cast, draft, client):
    from tests.directives.reading import choose, url

    client.enter(cast.dana)
    addresses = [url("directive_show", draft), url("step_show", draft, "write"), url("step_show", draft, "check")]
    before = [cost(client, address) for address in addresses]
    for number, section in enumerate(("harms", "people-to-call", "visitors")):
        if section != "visitors":
            write(draft, section, "More.", by=cast.dana)
        choose(client, draft, "visitors", label=f"Friend {number}", answer="welcome")
        actions.name_agent(directive=draft, name=f"Friend {number}", by=cast.dana, at=timezone.now())

    assert [cost(client, address) for address in addresses] == before
