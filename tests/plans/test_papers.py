"""Two versions compared in words, to whom a paper was told, and scans of it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from handrail.kit.comparing import Run, runs_of
from handrail.kit.ids import new_id
from handrail.kit.pairs import Pair
from handrail.people.models import MayKnow, Relation, Supporter
from handrail.plans import actions
from handrail.plans.comparing import compare
from handrail.plans.models import Presentation, Scan
from handrail.plans.papers import Entry, Section
from tests.paper.sent import a_pdf, a_picture
from tests.plans.conftest import a_goal, a_tool
from tests.plans.papers import plan_of, signed
from tests.plans.reading import main_words, url


def page_of(paper, name="paper_show"):
    return url(name, *paper.address)


# Comparing


def test_two_versions_are_compared_word_by_word(cast, goal, client):
    paper = plan_of(cast)
    other = a_goal(cast, "Quit smoking")
    signed(paper, cast.dana)
    actions.reword(own=goal.own, text="Ride the bus to the sea", opened=goal.own.as_opened, by=cast.dana, at=timezone.now())
    actions.end_goal(goal=other, how="let_go", by=cast.dana, at=timezone.now())
    a_goal(cast, "Fish again")
    client.enter(cast.dana)
    answer = client.get(page_of(paper, "paper_compare"))
    page = answer.content.decode()

    assert "<del>" in page and "library</del>" in page.replace('<span class="vh">]</span>', "")
    assert "sea</ins>" in page.replace('<span class="vh">]</span>', "")
    assert "New Fish again" in main_words(answer) and "No longer there Quit smoking" in main_words(answer)
    signed(paper, cast.dana)
    assert "Fish again" in main_words(client.get(page_of(paper, "paper_compare"), {"from": "1", "to": "2"}))
    assert "Nothing changed between these two" in main_words(
        client.get(page_of(paper, "paper_compare"), {"from": "2", "to": "now"})
    )


def test_words_that_stayed_are_told_once():
    assert runs_of("I want a room", "I want my own room") == [
        Run("", "I want "),
        Run("gone", "a "),
        Run("added", "my own "),
        Run("", "room"),
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("", "a"),
        ("a", ""),
        ("a\nb", "b\na"),
        ("  x ", "x"),
        ("word " * 2000, "other " * 2000),
        ("أ ب", "أ ت"),
        ("👩‍👩‍👧 a", "a 👩‍👩‍👧"),
    ],
)
def test_nothing_of_either_text_is_lost(was, now):
    runs = runs_of(was, now)

    assert "".join("".join(run.text for run in runs if run.kind != "added").split()) == "".join(was.split())
    assert "".join("".join(run.text for run in runs if run.kind != "gone").split()) == "".join(now.split())


def test_facts_steps_and_order_are_compared_too():
    def goals(*entries):
        return [Section("goals", Pair("Goals", "Metas"), entries)]

    before = goals(Entry("a", "Ride", [Pair("to 4", "a 4")], items=["Ticket"]), Entry("b", "Fish"), Entry("c", "Cook"))
    after = goals(Entry("b", "Fish"), Entry("a", "Ride", [Pair("to 5", "a 5")], items=["Ticket", "Map"]))
    [section] = compare(before, after)

    assert [(line.kind, line.text) for line in section.changed[0].lines] == [
        ("gone", "to 4"),
        ("added", "to 5"),
        ("added", "Map"),
    ]
    assert section.moved and [entry.text for entry in section.gone] == ["Cook"]
    assert compare(before, before) == []


# Told to whom


def test_to_whom_it_was_told_and_under_whose_agreement(cast, goal, client):
    mother = Supporter(
        person=cast.marcus, program=cast.community, name="Loretta", relation=Relation.FAMILY, may_know=MayKnow.SOME
    )
    mother.note(cast.dana, cast.began)
    mother.save()
    paper = plan_of(cast)
    signed(paper, cast.dana)
    client.enter(cast.dana)
    sent = {"id": new_id(), "supporter": mother.pk, "way": "gave", "agreed": "person"}
    assert client.post(page_of(paper, "presentation_add"), sent).status_code == 302
    assert client.post(page_of(paper, "presentation_add"), sent).status_code == 302

    row = Presentation.objects.get()
    assert (row.supporter, row.version.number) == (mother, 1)
    page = main_words(client.get(page_of(paper)))
    assert "Loretta" in page and "Gave a copy" in page and "The person said yes" in page
    client.post(url("presentation_take_out", row))
    assert "Gave a copy" not in main_words(client.get(page_of(paper)))
    client.post(url("presentation_put_back", row))
    assert "Gave a copy" in main_words(client.get(page_of(paper)))


@pytest.mark.parametrize("missing", ["way", "agreed", "whom"])
def test_nobody_is_told_without_saying_who_agreed(cast, goal, client, missing):
    paper = plan_of(cast)
    sent = {"id": new_id(), "whom": "My doctor", "way": "talked", "agreed": "person"} | {missing: ""}

    assert client.enter(cast.dana).post(page_of(paper, "presentation_add"), sent).status_code == 422
    assert not Presentation.objects.exists()


def test_a_supporter_told_of_in_another_program_is_not_offered(cast, goal, client):
    there = Supporter(
        person=cast.marcus, program=cast.bridge, name="Sponsor", relation=Relation.FRIEND, may_know=MayKnow.NOTHING
    )
    there.note(cast.ray, cast.began)
    there.save()
    paper = plan_of(cast)

    assert "Sponsor" not in client.enter(cast.dana).get(page_of(paper, "presentation_add")).content.decode()


# Scans


def bring(client, paper, data, **more):
    scan = SimpleUploadedFile("Marcus.pdf", data, "application/pdf")
    return client.post(page_of(paper, "scan_add"), {"id": new_id(), "scan": scan} | more)


def test_a_scan_is_kept_sealed_read_with_a_line_and_taken_out(cast, goal, client):
    paper = plan_of(cast)
    client.enter(cast.dana)
    assert bring(client, paper, a_pdf()).status_code == 302

    scan = Scan.objects.get()
    shown = client.get(url("scan_show", scan))
    assert shown.content == a_pdf() and shown["Content-Disposition"] == 'attachment; filename="scan.pdf"'
    assert shown["X-Content-Type-Options"] == "nosniff" and a_pdf() not in bytes(scan.sealed)
    client.post(url("scan_take_out", scan))
    assert client.get(url("scan_show", scan)).status_code == 404
    client.post(url("scan_put_back", scan))
    assert client.get(url("scan_show", scan)).status_code == 200
    assert client.enter(cast.noor).get(url("scan_show", scan)).status_code == 404


def test_a_scan_somebody_signed_stays(cast, goal, client):
    paper = plan_of(cast)
    client.enter(cast.dana)
    from tests.plans.test_signing import a_photo, sent

    client.post(page_of(paper, "paper_sign"), sent(paper, how="on_paper", scan=a_photo("PNG")))
    assert client.post(url("scan_take_out", Scan.objects.get())).status_code == 409


def test_what_could_do_harm_is_refused_in_clear_words(cast, goal, client):
    paper = plan_of(cast)
    client.enter(cast.dana)
    for data, said in [
        (b"<svg onload=alert(1)>", "neither a picture nor a PDF"),
        (a_pdf(javascript=True), "holds more than pages"),
        (a_pdf(locked=True), "locked with a password"),
        (a_pdf()[:150], "cannot be read"),
        (b"\xff" * (10 * 1024 * 1024 + 1), "too large"),
        (b"\xff" * (11 * 1024 * 1024), "too large"),
    ]:
        answer = bring(client, paper, data)
        assert answer.status_code == 422 and said in main_words(answer)
    assert not Scan.objects.exists()


def test_a_file_is_taken_where_a_page_asks_for_one_and_nowhere_else(cast, goal, client):
    client.enter(cast.dana)
    paper = plan_of(cast)
    other = SimpleUploadedFile("x.jpg", a_picture(), "image/jpeg")
    answer = client.post(page_of(paper, "scan_add"), {"id": new_id(), "else": other})

    assert answer.status_code == 422
    assert BytesIO(a_picture()).read()


def test_what_is_new_and_what_is_gone_is_told_with_all_that_stands_under_it(cast, goal, client):
    paper = plan_of(cast)
    tool = a_tool(cast, "Walk to the river", how="Shoes first.")
    signed(paper, cast.dana)
    actions.take_out_tool(tool=tool, by=cast.dana, at=timezone.now())
    a_tool(cast, "Sing", how="In the car.")

    page = main_words(client.enter(cast.dana).get(page_of(paper, "paper_compare")))
    assert "New Sing In the car." in page and "No longer there Walk to the river Shoes first." in page
