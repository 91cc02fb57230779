"""The demo's library: what the agency added, put away, and gave."""

from handrail.contacts.models import MaterialShared
from handrail.contacts.queries import learned_lately, records_read
from handrail.learning.catalogue import shipped
from handrail.learning.models import MaterialText
from handrail.learning.queries import (
    begun_of,
    courses_of,
    piece_instead_of,
    piece_of,
    pieces_put_away,
    versions_of,
)
from handrail.project.demo.library import LIBRARY


def test_our_own_pieces_say_why_we_may_use_them(riverside):
    texts = MaterialText.objects.filter(agency=riverside.agency_id)

    assert set(texts.standing().values_list("title", "language")) == {
        (text.title, text.language) for piece in LIBRARY.pieces for text in piece.texts
    }
    assert all(text.licence and text.source for text in texts)
    assert [len(versions_of(text.material)) for text in texts.filter(language="es")] == [3]


def test_one_of_ours_took_the_place_of_one_that_is_put_away_and_one_is_in_our_own_words(riverside):
    away = [piece.key for piece in pieces_put_away(riverside.agency_id)]

    assert away == ["getting-to-a-first-meeting", "first-steps-to-housing"]
    assert piece_instead_of(riverside.agency_id, away[0]).texts["en"].title == "Getting to your first Thursday"


def test_marcus_is_on_the_way_through_a_curriculum(riverside):
    marcus, dana = riverside.person("Marcus J."), riverside.staff("dana")
    had = {one.key for one in learned_lately(records_read(marcus, dana, riverside.now), 50)}

    begun = begun_of(courses_of(riverside.agency_id), had, grown_up=True)
    assert begun[0].course.key == "first-weeks" and "for-young-people" not in {one.course.key for one in begun}


def test_there_is_a_curriculum_of_our_own(riverside):
    assert [(course.title, course.pieces) for course in courses_of(riverside.agency_id) if course.own] == [
        ("Thursday evenings", 8)
    ]


def test_several_were_given_along_and_what_was_given_is_there(riverside):
    shared = MaterialShared.objects.filter(agency=riverside.agency_id)

    assert len(set(shared.values_list("part__person", flat=True))) >= 5
    assert all(piece_of(riverside.agency_id, key) for key in set(shared.values_list("key", flat=True)) - set(shipped()))


def test_marcus_learned_more_than_fits_in_a_box(riverside):
    marcus, dana = riverside.person("Marcus J."), riverside.staff("dana")
    told = learned_lately(records_read(marcus, dana, riverside.now), 20)

    assert len(told) >= 6
    assert {"A room in Riverside: where to begin", "Feet on the floor"} <= {one.title for one in told}
