from handrail.scope.catalogue import catalogue
from handrail.scope.queries import activities_that_reach, items_by_group, items_that_match, plain


def ids(items):
    return [item.id for item in items]


def test_without_words_every_item_is_there_in_the_order_of_the_documents():
    assert ids(items_that_match()) == list(catalogue().items)


def test_every_word_must_be_there():
    found = items_that_match(words="advance directive")

    assert ids(found) == ["VA-1i", "VA-2k"]
    assert items_that_match(words="advance xylophone") == []


def test_capitals_accents_and_blanks_are_forgiven():
    assert ids(items_that_match(words="  ÁDVANCE   Dírective ")) == ["VA-1i", "VA-2k"]
    assert plain("Crisïs PLAN") == "crisis plan"


def test_an_item_is_found_by_its_number():
    assert ids(items_that_match(words="wi-s16")) == ["WI-S16"]


def test_an_item_is_found_by_what_a_worker_would_pick_for_it():
    assert "VA-1l" in ids(items_that_match(words="reached out"))


def test_document_setting_and_kind_narrow_each_other():
    assert ids(items_that_match(document="virginia-cprs", setting="group", kind="be")) == ["VA-2h"]
    assert ids(items_that_match(kind="refuse")) == ["JD-8"]
    assert len(items_that_match(document="practice-guidelines")) == 41
    assert items_that_match(document="wisconsin-cps", setting="group") == []


def test_items_come_under_their_headings():
    groups = items_by_group(items_that_match(document="wisconsin-cps"))

    assert [(group, len(items)) for group, items in groups] == [
        ("Providing support", 18),
        ("With supervisors and staff", 7),
        ("Confidentiality", 3),
    ]


def test_what_reaches_an_item_is_known_from_the_item():
    item = catalogue().items["WI-S16"]

    assert [activity.did for activity in activities_that_reach(item)] == ["Listened"]
