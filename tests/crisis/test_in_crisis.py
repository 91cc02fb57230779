"""Being with somebody in a crisis, and looking back on it."""

from datetime import timedelta

from django.utils import timezone

from handrail.crisis import actions, queries
from handrail.crisis.models import InCrisis, Said
from handrail.crisis.options import options
from handrail.kit.ids import new_id
from handrail.people import actions as people
from handrail.people.models import ContactPoint, Supporter
from handrail.plans.models import Wording, fingerprint
from tests.cast import welcome
from tests.crisis.conftest import a_hard_time, a_plan, said, somebody
from tests.crisis.reading import AUTOSAVE, cost, main_words, plan_url, url
from tests.people.joining import join
from tests.people.reading import in_an_emergency


def note(text, opened=""):
    return {"text": text, "opened": fingerprint(opened), "page": new_id()}


def test_crisis_list_is_the_way_to_everybody_one_walks_with(cast, plan, client):
    page = client.enter(cast.dana).get(url("crisis_list"))

    assert "Marcus Community, with you Has a plan" in main_words(page)
    assert "Ana" not in main_words(page)
    assert url("in_crisis_show", cast.marcus) in page.content.decode()
    assert 'href="tel:988"' in page.content.decode()


def test_two_taps_from_today(cast, client):
    today = client.enter(cast.dana).get("/").content.decode()
    assert f'href="{url("crisis_list")}"' in today

    assert f'href="{url("in_crisis_show", cast.marcus)}"' in client.get(url("crisis_list")).content.decode()


def test_the_plan_comes_first_in_the_order_of_what_is_needed(cast, plan, client):
    said(cast, plan, "please-do-not", "Do not touch me.")
    said(cast, plan, "when-i-am-well", "I make jokes.")
    said(cast, plan, "what-helps", "Sit beside me.")
    somebody(cast, plan, "Ruth", phone="555-0612")
    somebody(cast, plan, "Vic", "people-not-to-call", phone="555-0199")

    answer = client.enter(cast.dana).get(url("in_crisis_show", cast.marcus))
    page = main_words(answer)

    in_order = ["Sit beside me.", "Do not touch me.", "Ruth", "Vic", "Things we can try together", "Lines to call or text"]
    assert sorted(page.index(words) for words in in_order) == [page.index(words) for words in in_order]
    assert "I make jokes." not in page
    text = answer.content.decode()
    assert 'href="tel:5550612"' in text
    assert "5550199" not in text.replace("555-0199", "")


def test_what_always_holds_is_said_with_and_without_a_plan(cast, client):
    client.enter(cast.dana)
    for told in ("without", "with"):
        page = client.get(url("in_crisis_show", cast.marcus))
        assert str(options().always) in main_words(page), told
        assert f"For the peer: {options().to_the_peer}" in main_words(page), told
        assert 'href="tel:911"' in page.content.decode()
        if told == "without":
            said(cast, a_plan(cast, "crisis"), "what-helps", "Quiet.")


def test_the_page_is_small_and_needs_no_scripts(cast, plan, client):
    answer = client.enter(cast.dana).get(url("in_crisis_show", cast.marcus))
    page = answer.content.decode()

    assert "htmx-4.min.js" not in page
    assert len(page) < 40_000
    assert page.count('name="tried"') == 16
    for way in ('href="tel:988"', 'href="sms:988"', 'href="sms:838255"', 'href="sms:988?&amp;body=AYUDA"', 'href="tel:911"'):
        assert way in page.replace("?&body", "?&amp;body"), way
    assert "They also chat on their website." in main_words(answer)


def test_no_score_is_asked_for_and_no_promise(cast, plan, client):
    page = main_words(client.enter(cast.dana).get(url("in_crisis_show", cast.marcus))).lower()

    assert [word for word in ("score", "risk", "contract", "promise", "level") if word in page] == []


def test_others_who_stand_by_are_there_and_those_not_to_call_are_not(cast, plan, client):
    for name, number in (("Ruth", "555-0612"), ("Vic", "555-0199")):
        fact = Supporter(person=cast.marcus, program=cast.community, name=name, how_to_reach=number)
        people.add_supporter(fact=fact, by=cast.dana, at=cast.began)
    point = ContactPoint(person=cast.marcus, program=cast.community, value="555-0001", may_call=True)
    people.add_point(fact=point, by=cast.dana, at=cast.began)
    somebody(cast, plan, "Vic", "people-not-to-call")

    page = client.enter(cast.dana).get(url("in_crisis_show", cast.marcus)).content.decode()

    assert 'href="tel:5550612"' in page
    assert 'href="tel:5550001"' in page
    assert 'href="tel:5550199"' not in page


def test_to_look_is_no_use_of_it_and_the_first_thing_kept_is(cast, plan, client):
    client.enter(cast.dana)
    key = client.get(url("in_crisis_show", cast.marcus)).context["use_id"]
    assert not InCrisis.objects.exists()

    client.post(url("tried_keep", cast.marcus, key), {"tried": ["breathe", "water"]})
    client.post(url("note_write", cast.marcus, key, "now"), note("It is loud here."))

    use = InCrisis.objects.get()
    assert (use.pk, use.tried, use.by) == (key, ["breathe", "water"], cast.dana)
    page = client.get(url("in_crisis_show", cast.marcus))
    assert page.context["use_id"] == key
    assert "It is loud here." in page.content.decode()


def test_it_keeps_itself_while_one_types_and_ticks(cast, client):
    client.enter(cast.dana)
    key = new_id()
    assert client.post(url("tried_keep", cast.marcus, key), {"tried": "walk"}, headers=AUTOSAVE).status_code == 422

    ticked = client.post(url("tried_keep", cast.marcus, key), {"tried": "breathe"}, headers=AUTOSAVE)
    typed = client.post(url("note_write", cast.marcus, key, "now"), note("Loud."), headers=AUTOSAVE)

    assert ticked.json() == {}
    assert typed.json() == {"opened": fingerprint("Loud."), "together": ""}
    assert InCrisis.objects.get().tried == ["breathe"]


def test_nothing_ticked_and_nothing_typed_is_nothing_kept(cast, client):
    client.enter(cast.dana)
    key = new_id()
    client.post(url("tried_keep", cast.marcus, key), {})
    client.post(url("note_write", cast.marcus, key, "now"), note(""))
    client.post(url("note_write", cast.marcus, key, "now"), note(""), headers=AUTOSAVE)

    assert not InCrisis.objects.exists()


def test_when_it_is_over_one_looks_back_and_it_may_go_on(cast, client):
    client.enter(cast.dana)
    page = client.post(url("use_end", cast.marcus, new_id()), follow=True)
    use = InCrisis.objects.get()

    assert "Looking back together" in main_words(page)
    assert use.ended_by == cast.dana
    client.post(page.context["undo"]["url"])
    use.refresh_from_db()
    assert use.ended_at is None
    assert client.post(url("use_go_on", use)).status_code == 409


def test_what_was_learned_flows_into_the_plan_line_by_line(cast, plan, client):
    said(cast, plan, "what-helps", "Sit beside me.")
    use = a_hard_time(cast, "Call Ruth sooner.\nTea helps.\nSit beside me.")
    sent = {"lines": ["Call Ruth sooner.", "Tea helps."], "into": f"{plan.pk} what-helps"}

    page = client.enter(cast.dana).post(url("learned_add", use), sent, follow=True)

    assert "It stands in the plan now, under “What helps”." in main_words(page)
    own = queries.answer_of(plan, "what-helps")
    assert own.text == "Sit beside me.\nCall Ruth sooner.\nTea helps."
    assert Wording.objects.filter(own=own, before="Sit beside me.").exists()
    assert client.post(url("learned_add", use), sent).status_code == 409


def test_without_a_plan_there_is_nowhere_to_put_it(cast, client):
    use = a_hard_time(cast, "Call Ruth sooner.")
    page = client.enter(cast.dana).get(url("use_show", use))

    assert page.context["add_form"] is None
    assert client.post(url("learned_add", use), {}).status_code == 409


def test_the_plan_tells_of_hard_times_and_what_was_learned(cast, plan, client):
    a_hard_time(cast, "Call Ruth sooner.")

    page = main_words(client.enter(cast.dana).get(plan_url(plan)))

    assert "Hard times, and what we learned" in page
    assert "With Dana of the cast · not noted as over Call Ruth sooner." in page


def test_a_time_noted_by_mistake_is_taken_out_and_put_back(cast, plan, client):
    use = a_hard_time(cast)
    page = client.enter(cast.dana).post(url("use_take_out", use), follow=True)
    assert not InCrisis.objects.standing().exists()

    client.post(page.context["undo"]["url"])

    assert InCrisis.objects.standing().get() == use


def test_what_was_begun_long_ago_is_another_time(cast, client):
    use = a_hard_time(cast)
    client.enter(cast.dana)
    assert client.get(url("in_crisis_show", cast.marcus)).context["use"] is None

    InCrisis.objects.filter(pk=use.pk).update(began_at=timezone.now() - timedelta(hours=1))

    assert client.get(url("in_crisis_show", cast.marcus)).context["use"] == use


def test_in_an_emergency_one_reads_the_plan_and_is_with_the_person(cast, plan, client):
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)
    key = client.get(url("in_crisis_show", cast.marcus)).context["use_id"]

    assert client.post(url("tried_keep", cast.marcus, key), {"tried": "breathe"}).status_code == 302
    assert client.post(url("use_end", cast.marcus, key)).status_code == 302
    use = InCrisis.objects.get()
    assert (use.by, use.program) == (cast.noor, cast.community)
    assert client.post(url("note_write", cast.marcus, key, "learned"), note("Knock first.")).status_code == 302
    assert client.post(url("learned_add", use), {}).status_code == 403


def test_in_an_emergency_what_others_noted_is_read_and_left(cast, plan, client):
    use = a_hard_time(cast)
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)

    assert client.get(url("use_show", use)).status_code == 200
    assert client.post(url("note_write", cast.marcus, use, "now"), note("x")).status_code == 403


def test_whoever_does_not_reach_the_person_finds_nothing(cast, plan, client):
    use = a_hard_time(cast)
    client.enter(cast.noor)

    assert client.get(url("in_crisis_show", cast.marcus)).status_code == 404
    assert client.get(url("use_show", use)).status_code == 404
    assert client.post(url("use_end", cast.marcus, use)).status_code == 404


def test_a_key_of_somebody_elses_time_is_no_key(cast, client):
    use = actions.begin_use(person=cast.ana, program=cast.community, by=cast.noor, at=timezone.now())

    answer = client.enter(cast.dana).post(url("tried_keep", cast.marcus, use), {"tried": "breathe"})

    assert answer.status_code == 404
    use.refresh_from_db()
    assert use.tried == []


def test_the_view_asks_as_much_for_three_full_plans_as_for_one(cast, plan, client):
    said(cast, plan, "what-helps", "Quiet.")
    somebody(cast, plan, "Ruth")
    client.enter(cast.dana)
    one = cost(client, url("in_crisis_show", cast.marcus))
    for kind in ("family", "relapse"):
        other = a_plan(cast, kind)
        for part in other.guide.parts:
            if part.is_written:
                said(cast, other, part.id, "One.", "Two.")
    for name in "abcdef":
        somebody(cast, plan, name, phone="555-0100")

    assert cost(client, url("in_crisis_show", cast.marcus)) <= one + 1  # places, once there are some


def test_two_who_write_the_same_note_lose_nothing(cast, client):
    use = a_hard_time(cast)
    InCrisis.objects.filter(pk=use.pk).update(began_at=timezone.now())
    actions.write_note(use=use, about=Said.NOW, text="Loud.", by=cast.sam, at=timezone.now())

    answer = client.enter(cast.dana).post(url("note_write", cast.marcus, use, "now"), note("Dark."))

    assert answer.status_code == 409
    assert "Two versions" in main_words(answer)


def test_the_other_record_of_one_person_is_one_tap_away(cast, client):
    mark = welcome(cast, "mark", "Mark", cast.dana)
    said(
        cast,
        actions.begin_plan(person=mark, program=cast.community, kind="crisis", by=cast.dana, at=cast.began),
        "what-helps",
        "Tea.",
    )
    join(cast)

    page = client.enter(cast.dana).get(url("in_crisis_show", cast.marcus))

    assert "They have another record: what helps Mark" in main_words(page)
    assert url("in_crisis_show", mark) in page.content.decode()


def test_whoever_has_more_people_than_a_page_holds_can_search_for_one(cast, client):
    assert "Find a person" not in main_words(client.enter(cast.dana).get(url("crisis_list")))
    for number in range(50):
        welcome(cast, f"one{number}", f"One {number}", cast.dana)

    assert "Find a person" in main_words(client.get(url("crisis_list")))


def test_the_list_asks_as_much_for_many_as_for_few(cast, plan, client):
    welcome(cast, "one", "One", cast.dana)
    client.enter(cast.dana)
    few = cost(client, url("crisis_list"))
    for number in range(8):
        person = welcome(cast, f"one{number}", f"One {number}", cast.dana)
        actions.begin_plan(person=person, program=cast.community, kind="crisis", by=cast.dana, at=cast.began)

    assert cost(client, url("crisis_list")) == few
