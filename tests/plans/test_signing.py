"""A plan is signed: the first signature freezes it, others join, a change makes the next version."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from PIL import Image

from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import How, Scan, Signature, SignedByMistake, Signer, Version
from handrail.plans.papers import mark_of
from handrail.plans.state import sections_of, state_of
from tests.people.reading import in_an_emergency
from tests.plans.conftest import a_goal
from tests.plans.papers import STROKES, plan_of, signed, signing
from tests.plans.reading import cost, main_words, url


def page_of(paper, name="paper_show"):
    return url(name, *paper.address)


def sent(paper, **more):
    """What the page to sign on sends."""
    said = {"id": new_id(), "read": mark_of(paper.sections()), "who": "person", "name": "Marcus", "how": "typed"}
    return said | more


# Versions


def test_the_first_signature_freezes_what_the_plan_says(cast, goal):
    paper = plan_of(cast)
    signature = signed(paper, cast.dana)
    actions.reword(own=goal.own, text="Ride to the sea", opened=goal.own.as_opened, by=cast.dana, at=timezone.now())

    [goals] = [one for one in sections_of(signature.version) if one.id == "goals"]
    assert signature.version.number == 1
    assert [entry.text for entry in goals.entries] == ["Ride the bus to the library"]


def test_who_signs_later_joins_the_version_while_nothing_has_changed(cast, goal):
    paper = plan_of(cast)
    signed(paper, cast.dana)
    signed(paper, cast.dana, who=Signer.PEER, name="Dana")
    signed(paper, cast.sam, who=Signer.SUPERVISOR, name="Sam")

    assert Version.objects.get().signatures.count() == 3
    assert state_of(paper).loud is None


def test_after_a_change_the_next_signature_makes_the_next_version(cast, goal):
    paper = plan_of(cast)
    signed(paper, cast.dana)
    a_goal(cast, "Fish again")

    state = state_of(paper)
    assert state.changed and "Changed since it was signed" in state.loud.en
    assert signed(paper, cast.dana).version.number == 2
    assert state_of(paper).loud is None


def test_noting_how_it_goes_or_taking_a_step_changes_nothing_that_was_signed(cast, goal):
    step = actions.add_step(goal=goal, text="Buy a ticket", by=cast.dana, at=cast.began)
    paper = plan_of(cast)
    signed(paper, cast.dana)
    actions.check_in(goal=goal, value=2, by=cast.dana, at=timezone.now())
    actions.finish_step(step=step, by=cast.dana, at=timezone.now())

    assert not state_of(paper).changed


def test_a_plan_reads_the_same_whatever_language_its_reader_has(cast, goal):
    from django.utils import translation

    paper = plan_of(cast)
    mark = mark_of(paper.sections())
    with translation.override("es"):
        assert mark_of(paper.sections()) == mark


@pytest.mark.parametrize("model", [Version, Signature, SignedByMistake])
def test_the_database_refuses_every_change_of_what_was_signed(cast, goal, model):
    signature = signed(plan_of(cast), cast.dana)
    actions.note_mistake(signature=signature, why="Wrong person", by=cast.dana, at=timezone.now())

    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.update(at=timezone.now())
    with pytest.raises((DatabaseError, ProtectedError)), transaction.atomic():
        model.objects.all()._raw_delete(model.objects.db)


def test_an_empty_plan_is_not_signed(cast):
    paper = plan_of(cast, cast.ana)
    cast.ana_there.walks.all().delete()

    with pytest.raises(actions.NothingToSign):
        signed(paper, cast.dana)


def test_nobody_signs_what_changed_since_they_read_it(cast, goal, client):
    paper = plan_of(cast)
    before = signing(paper)
    a_goal(cast, "Fish again")

    with pytest.raises(actions.ChangedSinceRead):
        actions.sign(paper=paper, signing=before, by=cast.dana, at=timezone.now())
    page = client.enter(cast.dana).post(page_of(paper, "paper_sign"), sent(paper, read=before.read))
    assert page.status_code == 409
    assert "Read it once more" in main_words(page) and "Fish again" in main_words(page)


def test_the_same_hand_signs_a_version_once(cast, goal):
    paper = plan_of(cast)
    signed(paper, cast.dana)
    signed(paper, cast.dana, who=Signer.GUARDIAN, name="Loretta")
    signed(paper, cast.dana, who=Signer.GUARDIAN, name="Curtis")

    for again in ({"who": Signer.PERSON}, {"who": Signer.GUARDIAN, "name": "loretta"}):
        with pytest.raises(actions.SignedAlready):
            signed(paper, cast.dana, **again)


# By mistake


def test_signed_by_mistake_stays_to_be_seen_and_does_not_count(cast, goal, client):
    paper = plan_of(cast)
    signature = signed(paper, cast.dana)
    client.enter(cast.dana)
    answer = client.post(url("signature_mistake", signature), {"why": "It was his brother"})

    assert answer.status_code == 302
    page = main_words(client.get(page_of(paper)))
    assert "Signed by mistake" in page and "It was his brother" in page
    assert "Nobody has signed it" in page
    assert client.post(url("signature_mistake", signature), {"why": "again"}).status_code == 409
    signed(paper, cast.dana)
    assert Version.objects.count() == 1


# Who signs as what


@pytest.mark.parametrize(
    ("by", "who", "status"),
    [
        ("dana", "person", 302),
        ("dana", "guardian", 302),
        ("dana", "peer", 302),
        ("dana", "supervisor", 403),
        ("sam", "person", 302),
        ("sam", "supervisor", 302),
        ("sam", "peer", 403),
        ("noor", "peer", 404),
        ("joan", "supervisor", 404),
    ],
)
def test_the_peer_signs_as_the_peer_and_the_supervisor_as_the_supervisor(cast, goal, client, by, who, status):
    paper = plan_of(cast)
    client.enter(getattr(cast, by))

    assert client.post(page_of(paper, "paper_sign"), sent(paper, who=who)).status_code == status
    assert Signature.objects.count() == (status == 302)


def test_ours_sign_with_the_name_the_agency_knows_them_by(cast, goal, client):
    paper = plan_of(cast)
    client.enter(cast.sam).post(page_of(paper, "paper_sign"), sent(paper, who="supervisor", name="Somebody else"))

    signature = Signature.objects.get()
    assert (signature.name, signature.staff) == ("Sam of the cast", cast.sam)


def test_in_an_emergency_nobody_signs(cast, goal, client):
    in_an_emergency(cast.marcus, cast.noor)
    paper = plan_of(cast)
    client.enter(cast.noor)

    assert client.get(page_of(paper)).status_code == 200
    assert client.post(page_of(paper, "paper_sign"), sent(paper)).status_code == 403


def test_of_somebody_under_age_it_says_that_a_guardian_signs_too(cast, goal, client):
    paper, client = plan_of(cast), client.enter(cast.dana)
    assert "not yet 18" not in main_words(client.get(page_of(paper, "paper_sign")))
    cast.marcus.born_year = timezone.localdate().year - 15
    cast.marcus.save()

    assert "not yet 18" in main_words(client.get(page_of(paper, "paper_sign")))


# How


def test_signed_with_a_finger(cast, goal, client):
    paper = plan_of(cast)
    client.enter(cast.dana).post(page_of(paper, "paper_sign"), sent(paper, how="drawn", strokes=STROKES))

    assert Signature.objects.get().strokes == STROKES
    assert f'd="{STROKES}"' in client.get(page_of(paper)).content.decode()


@pytest.mark.parametrize(
    "strokes",
    [
        "",
        "M10 20",
        "M10 20L310 40",
        "M10 20L30 140",
        "M10 20L-3 40",
        "M10 20l30 40",
        "M10 20L30 40Z",
        'M10 20L30 40"/><script>',
        "M10 20 L30 40",
        "L10 20L30 40",
        "M1e2 20L30 40",
        "M10 20Q30 40",
        "M10 20" + "L30 40" * 4000,
        "M١٠ 20L30 40",
    ],
)
def test_only_strokes_inside_their_box_are_taken(cast, goal, client, strokes):
    paper = plan_of(cast)
    answer = client.enter(cast.dana).post(page_of(paper, "paper_sign"), sent(paper, how="drawn", strokes=strokes))

    assert answer.status_code == 422
    assert not Signature.objects.exists()


def a_photo(kind="JPEG"):
    kept = BytesIO()
    Image.new("RGB", (640, 480), "white").save(kept, kind, comment=b"taken at home") if kind == "JPEG" else Image.new(
        "RGB", (640, 480), "white"
    ).save(kept, kind)
    kept.seek(0)
    kept.name = "Marcus Johnson plan.jpg"
    return kept


def test_signed_on_paper_with_a_photo_of_it(cast, goal, client):
    paper = plan_of(cast)
    day = timezone.localdate(cast.began)
    client.enter(cast.dana).post(page_of(paper, "paper_sign"), sent(paper, how="on_paper", on=day, scan=a_photo()))

    signature = Signature.objects.get()
    assert (signature.on, signature.how) == (day, How.ON_PAPER)
    shown = client.get(url("scan_show", signature.scan))
    assert shown["Content-Type"] == "image/jpeg" and "Marcus" not in shown["Content-Disposition"]
    assert b"taken at home" not in shown.content and shown["Cache-Control"] == "no-store"
    assert Image.open(BytesIO(shown.content)).size == (640, 480)
    assert Entry.objects.filter(verb="scan.opened", subject_id=signature.scan_id).exists()
    assert shown.content not in bytes(Scan.objects.get().sealed)


def test_on_paper_without_a_photo_is_asked_for_one(cast, goal, client):
    paper = plan_of(cast)
    answer = client.enter(cast.dana).post(page_of(paper, "paper_sign"), sent(paper, how="on_paper"))

    assert answer.status_code == 422 and "Choose a photo or a scan" in main_words(answer)


def test_a_page_that_is_sent_twice_signs_once(cast, goal, client):
    paper = plan_of(cast)
    form = sent(paper)
    client.enter(cast.dana)

    assert client.post(page_of(paper, "paper_sign"), form).status_code == 302
    assert client.post(page_of(paper, "paper_sign"), form).status_code in (302, 409)
    assert Signature.objects.count() == 1


# Pages


def test_the_page_of_a_plan_asks_the_database_the_same_number_of_times(cast, goal, client):
    paper = plan_of(cast)
    signed(paper, cast.dana)
    client.enter(cast.dana)
    before = cost(client, page_of(paper))
    for number in range(3):
        another = a_goal(cast, f"Goal {number}")
        actions.add_step(goal=another, text="A step", by=cast.dana, at=timezone.now())
        signed(paper, cast.dana)
        signed(paper, cast.dana, who=Signer.PEER)

    assert cost(client, page_of(paper)) == before


def test_a_version_is_read_by_those_who_reach_the_person(cast, goal, client):
    version = signed(plan_of(cast), cast.dana).version

    assert client.enter(cast.dana).get(url("version_show", version)).status_code == 200
    assert client.enter(cast.noor).get(url("version_show", version)).status_code == 404


def test_there_is_no_paper_of_a_kind_nobody_knows_or_about_nothing(cast, goal, client):
    client.enter(cast.dana)
    paper = plan_of(cast)

    assert client.get(url("paper_show", "poem", cast.marcus, cast.community)).status_code == 404
    assert client.get(url("paper_show", *paper.address, new_id())).status_code == 404
    assert client.get(url("paper_show", "plan", cast.marcus, cast.bridge)).status_code == 404


def test_of_somebody_under_age_the_paper_says_that_no_guardian_signed_yet(cast, goal, client):
    cast.marcus.born_on = timezone.localdate() - timedelta(days=16 * 365)
    cast.marcus.save()
    paper = plan_of(cast)
    signed(paper, cast.dana)
    page = client.enter(cast.dana).get(url("paper_show", *paper.address))
    assert "No parent or guardian has signed yet" in main_words(page)

    signed(paper, cast.dana, who=Signer.GUARDIAN, name="Loretta")
    assert "No parent or guardian" not in main_words(client.get(url("paper_show", *paper.address)))
