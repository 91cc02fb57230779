"""A plan on paper: all of it, large, in two languages, one page for the fridge. Signed or not, every page says so."""

import re
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from handrail.audit.models import Entry
from handrail.kit.pairs import Pair
from handrail.paper.document import Heading, Words
from handrail.paper.printing import printed
from handrail.people.models import MayKnow, Relation, Supporter
from handrail.plans import actions
from handrail.plans.models import How, Measure, Signer
from handrail.plans.papers import Entry as Said
from handrail.plans.papers import Kind, Paper, Section
from handrail.plans.printing import Form, Wanted, document_of
from handrail.plans.state import State, state_of
from tests.paper.reading import text_of
from tests.plans.conftest import a_goal, a_tool
from tests.plans.papers import STROKES, plan_of, signed
from tests.plans.reading import main_words, url


def pdf(client, paper, **asked):
    return client.get(url("paper_pdf", *paper.address), {"form": "booklet", "language": "en"} | asked)


def pages_of(answer):
    return PdfReader(BytesIO(answer.content)).pages


def words_of(page):
    return re.sub(r"\s+", " ", page.extract_text())


def all_words(answer):
    return " ".join(words_of(page) for page in pages_of(answer))


@pytest.fixture
def plan(cast, goal):
    """Marcus's plan, with a want, steps and his mother."""
    actions.write_want(person=cast.marcus, program=cast.community, text="My own place.", by=cast.dana, at=cast.began)
    actions.add_step(goal=goal, text="Buy a ticket", by=cast.dana, at=cast.began)
    mother = Supporter(
        person=cast.marcus, program=cast.community, name="Loretta", relation=Relation.FAMILY, may_know=MayKnow.SOME
    )
    mother.how_to_reach = "555-0177"
    mother.note(cast.dana, cast.began)
    mother.save()
    return plan_of(cast)


def test_the_booklet_says_all_of_it_and_who_signed(cast, plan, client):
    signed(plan, cast.dana, how=How.DRAWN, strokes=STROKES)
    signed(plan, cast.sam, who=Signer.SUPERVISOR, name="Sam")
    answer = pdf(client.enter(cast.dana), plan)
    read = all_words(answer)

    for said in ("My own place.", "Ride the bus to the library", "from 0 to 4 trips", "Buy a ticket", "Loretta", "555-0177"):
        assert said in read
    assert "Marcus, signed for myself" in read and "with a finger" in read and "Sam, supervisor" in read
    assert "Nobody has signed it" not in read and "version 1" in read


def test_what_is_not_signed_says_so_on_every_page(cast, plan, client):
    for number in range(40):
        a_goal(cast, f"Goal {number} " + "of many words " * 10)
    unsigned = pages_of(pdf(client.enter(cast.dana), plan))
    assert len(unsigned) > 2
    assert all("Nobody has signed it" in words_of(page) for page in unsigned)

    signed(plan, cast.dana)
    a_goal(cast, "One more")
    changed = pages_of(pdf(client, plan))
    assert all("Changed since it was signed" in words_of(page) for page in changed)
    earlier = pages_of(pdf(client, plan, version="1"))
    assert all("An earlier version" in words_of(page) for page in earlier)


def test_it_is_tagged_in_its_language_with_its_fonts_inside(cast, plan, client):
    reader = PdfReader(BytesIO(pdf(client.enter(cast.dana), plan, language="es").content))

    assert reader.trailer["/Root"]["/Lang"] == "es"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert "Lo que quiero" in words_of(reader.pages[0])


def test_no_name_stands_in_the_file_or_its_title_unless_they_want_it(cast, plan, client):
    answer = pdf(client.enter(cast.dana), plan)
    assert answer["Content-Disposition"] == 'inline; filename="plan.pdf"' and answer["Cache-Control"] == "no-store"
    assert "Marcus" not in str(PdfReader(BytesIO(answer.content)).metadata)
    assert "Marcus" not in all_words(answer)

    answer = pdf(client, plan, named="on")
    assert answer["Content-Disposition"] == 'inline; filename="plan-marcus.pdf"'
    assert PdfReader(BytesIO(answer.content)).metadata.title == "My plan: Marcus"


@pytest.mark.parametrize("name", ['a"; filename="x.exe', "A/../B", "محمد", "\r\nSet-Cookie: x", "O’Neil"])
def test_a_name_never_steers_the_header(cast, plan, client, name):
    cast.marcus.chosen_name = name
    cast.marcus.save()

    header = pdf(client.enter(cast.dana), plan, named="on")["Content-Disposition"]
    assert re.fullmatch(r"""inline; filename(="plan(-[a-z0-9-]+)?\.pdf"|\*=utf-8''plan-[%A-Z0-9-]+\.pdf)""", header)


def test_the_fridge_gets_what_they_picked_on_one_page(cast, plan, goal, client):
    a_goal(cast, "Something for nobody else")
    answer = pdf(client.enter(cast.dana), plan, form="fridge", pick=["want", f"goal-{goal.pk}"])
    read = all_words(answer)

    assert len(pages_of(answer)) == 1
    assert "My own place." in read and "Ride the bus" in read
    assert "Something for nobody else" not in read and "Loretta" not in read


def test_the_fridge_needs_something_picked(cast, plan, client):
    answer = pdf(client.enter(cast.dana), plan, form="fridge")

    assert answer.status_code == 422 and "Pick at least one thing" in main_words(answer)


def test_large_print_has_letters_of_18_points_and_two_languages_stand_side_by_side(cast, plan):
    state = state_of(plan)
    large = document_of(state, Wanted(Form.LARGE))
    both = document_of(state, Wanted(Form.BOTH))

    assert large.size == 18
    assert Heading("What I want", 2, beside="Lo que quiero") in both.blocks
    assert [block.beside for block in both.blocks if isinstance(block, Words) and block.said] == ["", ""]


def test_it_is_noted_that_it_was_printed(cast, plan, client):
    pdf(client.enter(cast.dana), plan)

    assert Entry.objects.filter(verb="paper.printed", by_id=cast.dana.pk, person_id=cast.marcus.pk).count() == 1


def test_somebody_who_may_know_nothing_stands_on_no_paper(cast, plan, client):
    Supporter.objects.update(may_know=MayKnow.NOTHING)

    assert "Loretta" not in all_words(pdf(client.enter(cast.dana), plan))


def test_nobody_else_prints_it(cast, plan, client):
    assert pdf(client.enter(cast.noor), plan).status_code == 404


def test_a_version_of_long_ago_is_printed_though_its_goal_reads_otherwise_now(cast, plan, goal, client):
    signed(plan, cast.dana)
    actions.reword(own=goal.own, text="Ride to the sea", opened=goal.own.as_opened, by=cast.dana, at=timezone.now())
    client.enter(cast.dana)

    assert "Ride the bus to the library" in all_words(pdf(client, plan, version="1"))
    assert "Ride to the sea" in all_words(pdf(client, plan))
    assert pdf(client, plan, version="7").status_code == 404


def test_any_kind_of_paper_is_printed(cast):
    """As an app above registers it: places, lists, phones; nothing here knows what it is about."""
    sections = [
        Section(
            "signs",
            Pair("How it begins", "Cómo empieza"),
            [Said("a", "I stop sleeping"), Said("b", "أتوقف عن النوم")],
            True,
            "list",
        ),
        Section("call", Pair("Whom to call", "A quién llamar"), [Said("c", "988", ["Any hour"], phone="988")], True, "people"),
        Section("where", Pair("Where I go", "Adónde voy"), [Said("d", "The bench", items=["By the river"])], False, "places"),
    ]
    kind = Kind(
        "crisis",
        Pair("My crisis plan", "Mi plan de crisis"),
        lambda *_: sections,
        lambda *_: "/",
        Pair("A draft.", "Un borrador."),
    )
    state = State(Paper(kind, cast.marcus, cast.community), sections, [])
    read = text_of(printed(document_of(state, Wanted(Form.BOTH))))
    assert "I stop sleeping" in read and "988" in read and "By the river" in read and "A draft. / Un borrador." in read


def test_a_measure_is_told_in_both_languages(cast):
    a_goal(cast, "Save", measure=Measure.NUMBER, from_value=0, to_value=1500, unit="dollars")
    [goals] = [one for one in plan_of(cast).sections() if one.id == "goals"]

    assert goals.entries[0].facts == [Pair("How I will know: from 0 to 1500 dollars", "Cómo lo sabré: de 0 a 1500 dollars")]


def test_how_a_tool_is_done_stands_under_it_and_not_on_the_fridge(cast, plan, client):
    tool = a_tool(cast, "Walk to the river", how="Shoes first, phone off.")
    read = all_words(pdf(client.enter(cast.dana), plan))
    assert "Walk to the river" in read and "Shoes first, phone off." in read

    fridge = all_words(pdf(client, plan, form="fridge", pick=[f"tool-{tool.pk}"]))
    assert "Walk to the river" in fridge and "Shoes first" not in fridge


def test_a_reader_that_reads_aloud_is_told_which_words_are_spanish(cast, plan):
    both = printed(document_of(state_of(plan), Wanted(Form.BOTH))).pdf
    one = printed(document_of(state_of(plan), Wanted(Form.BOOKLET))).pdf

    assert (languages_in(both), languages_in(one)) == ({"en", "es"}, {"en"})


def languages_in(made):
    """Every language that a part of the document is said to be in."""
    found, waiting, been = set(), [PdfReader(BytesIO(made)).trailer["/Root"]], set()
    while waiting:
        thing = waiting.pop()
        if hasattr(thing, "get_object") and thing.get_object() is not thing:
            if thing.idnum in been:
                continue
            been.add(thing.idnum)
            thing = thing.get_object()
        if isinstance(thing, dict):
            found |= {str(thing["/Lang"])} if "/Lang" in thing else set()
            waiting += [dict.__getitem__(thing, name) for name in thing if name not in ("/P", "/Parent")]
        elif isinstance(thing, list):
            waiting += thing
    return found


@pytest.mark.parametrize(
    ("reads", "speaks", "first"),
    [
        ("Spanish", "", "es"),
        ("", "español", "es"),
        ("English, some Spanish", "Spanish", "en"),
        ("Castellano y un poco de inglés", "", "es"),
        ("", "Farsi", "en"),
    ],
)
def test_a_paper_begins_with_the_language_its_person_reads(cast, plan, client, reads, speaks, first):
    cast.marcus.reads, cast.marcus.speaks = reads, speaks
    cast.marcus.save()

    assert client.enter(cast.dana).get(url("paper_print", *plan.address)).context["form"]["language"].value() == first


def test_a_page_that_comes_back_because_nothing_was_picked_is_a_reading_too(cast, plan, client):
    pdf(client.enter(cast.dana), plan, form="fridge")

    assert Entry.objects.filter(verb="paper.opened", by_id=cast.dana.pk, person_id=cast.marcus.pk).count() == 1


def test_where_only_the_peer_has_signed_there_is_still_a_line_for_the_person(cast, plan, client):
    signed(plan, cast.dana, who=Signer.PEER, name="Dana")
    read = all_words(pdf(client.enter(cast.dana), plan))
    assert "My name and my signature" in read and "Dana, peer" in read and "Peer, and the day" not in read

    signed(plan, cast.dana)
    assert "My name and my signature" not in all_words(pdf(client, plan))
