"""Choices: what matters, options with what was looked up, how they fit; and what is chosen, by the person alone."""

import pytest
from django.utils import timezone

from handrail.kit.errors import AlreadySo
from handrail.kit.ids import new_id
from handrail.plans import actions, queries
from handrail.plans.catalogue.choices import ALONGSIDE, aid
from handrail.plans.models import Choice, Chosen, Fit, HowItFits, LookedUp, Matter, Thought
from tests.people.reading import in_an_emergency
from tests.plans.preparing import a_choice, in_days, two_rooms
from tests.plans.reading import Editor, cost, main_words, url


@pytest.fixture
def choice(cast):
    return a_choice(cast)


@pytest.fixture
def rooms(cast, choice):
    return two_rooms(cast, choice)


def show(client, choice):
    return main_words(client.get(url("choice_show", choice)))


def weigh(client, option, matter, how="", words="", saw=""):
    key = matter.pk
    return client.post(url("option_weigh", option), {f"how-{key}": how, f"words-{key}": words, f"saw-{key}": saw})


def test_the_aid_asks_what_the_page_shows():
    assert {"matters", "options", "choose", *ALONGSIDE} <= set(aid().prompts)


def test_choice_add_sent_twice_is_one(cast, client):
    sent = {"id": new_id(), "text": "Which room do I take?", "program": cast.community.pk}
    client.enter(cast.dana)
    assert {client.post(url("choice_add", cast.marcus), sent).status_code for _time in range(2)} == {302}

    assert Choice.objects.get().words == "Which room do I take?"


def test_a_choice_is_put_together_piece_by_piece(cast, choice, client):
    client.enter(cast.dana)
    client.post(url("matter_add", choice), {"id": new_id(), "text": "To be near Imani"})
    key = new_id()
    for _time in range(2):
        client.post(url("option_add", choice), {"id": key, "text": "The room on Cary Street"})

    page = show(client, choice)
    assert page.index("To be near Imani") < page.index("The room on Cary Street") < page.index("Side by side")
    assert choice.options.count() == 1


def test_what_matters_most_stands_first(cast, choice, rooms, client):
    matter, *_options = rooms
    quiet = actions.add_matter(choice=choice, text="That it is quiet", by=cast.dana, at=timezone.now())
    client.enter(cast.dana).post(url("matter_move", quiet), {"way": "up"})

    assert list(Matter.objects.order_by("place")) == [quiet, matter]
    assert client.post(url("matter_move", quiet), {"way": "up"}).status_code == 409


@pytest.mark.parametrize("part", ["matter", "option"])
def test_what_is_taken_out_can_be_put_back(cast, choice, rooms, client, part):
    matter, option, _other = rooms
    one = matter if part == "matter" else option
    client.enter(cast.dana)
    page = client.post(url(f"{part}_remove", one), follow=True)
    assert one.words not in main_words(page)

    client.post(page.context["undo"]["url"])
    assert one.words in show(client, choice)


# What was looked up


def test_a_fact_says_where_from_when_and_by_whom(cast, choice, rooms, client):
    _matter, option, _other = rooms
    sent = {"id": new_id(), "text": "No deposit", "source": "Ms. Lang, on the phone", "on": f"{in_days(-1)}"}
    client.enter(cast.dana)
    for _time in range(2):
        client.post(url("looked_up_add", option), sent)
    page = client.post(url("looked_up_take_out", LookedUp.objects.get()), follow=True)
    assert "No deposit" not in main_words(page)

    client.post(page.context["undo"]["url"])
    assert "No deposit Ms. Lang, on the phone , yesterday · Dana of the cast" in show(client, choice)


def test_a_fact_without_a_source_is_no_fact(cast, rooms, client):
    _matter, option, _other = rooms
    answer = client.enter(cast.dana).post(url("looked_up_add", option), {"id": new_id(), "text": "It is cheap"})

    assert answer.status_code == 422
    assert not LookedUp.objects.exists()


# How it fits


def test_how_an_option_fits_is_said_anew_and_stays(cast, choice, rooms, client):
    matter, option, _other = rooms
    client.enter(cast.dana)
    weigh(client, option, matter, "partly", "Two buses.")
    saw = client.get(url("option_weigh", option)).context["form"][f"saw-{matter.pk}"].value()
    weigh(client, option, matter, "good", "Three stops.", saw)
    weigh(client, option, matter, "good", "Three stops.", saw)

    assert [fit.how for fit in Fit.objects.order_by("at", "id")] == ["partly", "good"]
    page = show(client, choice)
    assert "It fits Three stops." in page
    assert "How I saw it before" in page and "Two buses." in page


def test_words_alone_say_that_one_does_not_know_yet(cast, rooms, client):
    matter, option, _other = rooms
    weigh(client.enter(cast.dana), option, matter, words="Ask Imani first")

    assert Fit.objects.get().how == HowItFits.UNKNOWN


def test_two_who_say_how_it_fits_see_both(cast, rooms, client):
    """Both opened the page while nothing was said."""
    matter, option, _other = rooms
    weigh(client.enter(cast.dana), option, matter, "good", "Three stops.")
    answer = weigh(client.enter(cast.sam), option, matter, "not", "She cannot come up the stairs.")

    assert answer.status_code == 409
    assert "To be near Imani It fits. Three stops." in main_words(answer)
    assert "She cannot come up the stairs." in answer.content.decode()
    assert client.post(url("option_weigh", option), dict(answer.context["form"].data.items())).status_code == 302
    assert [fit.how for fit in Fit.objects.order_by("at", "id")] == ["good", "not"]


def test_who_left_a_fit_as_it_was_does_not_stand_against_anybody(cast, rooms, client):
    matter, option, _other = rooms
    weigh(client.enter(cast.dana), option, matter, "good")
    saw = Fit.objects.get().pk
    weigh(client, option, matter, "partly", saw=saw)

    assert weigh(client.enter(cast.sam), option, matter, "good", saw=saw).status_code == 302
    assert Fit.objects.order_by("-at", "-id").first().how == "partly"


# What is chosen


def choose(client, choice, option, words="", saw=""):
    return client.post(url("choice_choose", choice), {"option": option, "words": words, "saw": saw}, follow=True)


def test_not_yet_is_an_answer_and_a_choice_can_be_changed(cast, choice, rooms, client):
    _matter, first, second = rooms
    client.enter(cast.dana)
    choose(client, choice, "not_yet", "I want to sleep on it.")
    assert queries.open_choices(cast.marcus, [cast.community]) == [choice]
    choose(client, choice, first.pk, "Imani can walk there.", Chosen.objects.get().pk)
    assert queries.open_choices(cast.marcus, [cast.community]) == []
    [made] = queries.made_lately(cast.marcus, [cast.community], 3)
    page = main_words(choose(client, choice, second.pk, "The river.", made.pk))

    assert page.index("The room by the river The river. today") < page.index("What I chose before")
    assert page.index("Imani can walk there.") < page.index("I want to sleep on it.")
    assert [one.option for one in queries.made_lately(cast.marcus, [cast.community], 3)] == [second]
    assert "The room by the river , today" in main_words(client.get(url("plan_show", cast.marcus)))


def test_two_who_write_down_a_choice_see_both(cast, choice, rooms, client):
    _matter, first, second = rooms
    choose(client.enter(cast.dana), choice, first.pk, "Imani can walk there.")
    answer = choose(client.enter(cast.sam), choice, second.pk, "The river.")

    assert answer.status_code == 409
    assert "Imani can walk there." in main_words(answer)
    assert "The river." in answer.content.decode()
    assert client.post(url("choice_choose", choice), dict(answer.context["choose_form"].data.items())).status_code == 302
    assert Chosen.objects.count() == 2


def test_the_same_choice_twice_is_one(cast, choice, rooms):
    _matter, first, _second = rooms
    actions.choose(choice=choice, option=first, by=cast.dana, at=timezone.now())
    with pytest.raises(AlreadySo):
        actions.choose(choice=choice, option=first, by=cast.dana, at=timezone.now())


def test_nobody_chooses_an_option_of_another_choice(cast, choice, rooms, client):
    _matter, elsewhere, _other = two_rooms(cast, a_choice(cast, "Which job?"))

    assert choose(client.enter(cast.dana), choice, elsewhere.pk).status_code == 422


def test_there_is_no_place_for_what_the_peer_thinks():
    fields = {field.name for model in (Choice, Fit, Chosen) for field in model._meta.get_fields()}

    assert not {name for name in fields if "opinion" in name or "advice" in name or "score" in name or "view" in name}


def test_what_i_still_want_to_know_is_kept_as_it_is_typed(cast, choice, client):
    page = Editor(client.enter(cast.dana), url("thought_write", choice, "want-to-know"))
    page.autosave("Can I move")
    page.autosave("Can I move out again?")
    emptied = Editor(client, url("words_edit", Thought.objects.get().own_id))

    assert "Can I move out again?" in show(client, choice)
    assert emptied.done("").status_code == 302
    assert client.get(url("thought_write", choice, "for")).status_code == 404


def test_a_choice_put_away_can_be_taken_out_again(cast, choice, client):
    client.enter(cast.dana)
    page = client.post(url("choice_put_away", choice), follow=True)
    assert queries.open_choices(cast.marcus, [cast.community]) == []

    client.post(page.context["undo"]["url"])
    assert queries.open_choices(cast.marcus, [cast.community]) == [choice]


def test_in_an_emergency_a_choice_is_read_and_not_made(cast, choice, rooms, client):
    _matter, option, _other = rooms
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)

    assert "The room by the river" in show(client, choice)
    assert choose(client, choice, option.pk).status_code == 403
    assert client.get(url("option_weigh", option)).status_code == 403


def test_more_to_weigh_asks_no_more_of_the_database(cast, choice, rooms, client):
    matter, option, _other = rooms
    client.enter(cast.dana)
    weigh(client, option, matter, "good", "Three stops.")
    fact = {"source": "Ms. Lang", "on": in_days(0), "by": cast.dana, "at": timezone.now()}
    actions.note_looked_up(option=option, text="No deposit", **fact)
    choose(client, choice, option.pk)
    pages = [url("choice_show", choice), url("option_weigh", option), url("plan_show", cast.marcus)]
    before = [cost(client, page) for page in pages]
    for number in range(4):
        more, one, _two = two_rooms(cast, choice)
        weigh(client, one, more, "partly", f"{number}")
        actions.note_looked_up(option=one, text=f"{number}", **fact)
        made = a_choice(cast, f"Another {number}")
        actions.choose(choice=made, option=two_rooms(cast, made)[1], by=cast.dana, at=timezone.now())

    assert [cost(client, page) for page in pages] == before
