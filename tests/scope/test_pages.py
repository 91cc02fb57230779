import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from handrail.scope import actions
from handrail.scope.catalogue import catalogue
from handrail.scope.models import PackOverride
from handrail.scope.queries import some_values
from tests.scope.test_overrides import KEY, NOW

ITEMS = reverse("scope:item_list")
PACK = reverse("scope:pack_show")
OVERRIDE = reverse("scope:pack_override")


def words_on(response):
    """What a reader sees: no tags, single blanks."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_item_list_shows_every_item_to_everybody_of_the_staff(cast, client):
    for name in ("dana", "lena", "sam", "joan", "alex", "theo", "ada"):
        response = client.enter(getattr(cast, name)).get(ITEMS)

        assert response.status_code == 200
        assert "90 items" in words_on(response)


def test_item_list_asks_strangers_to_sign_in(client, db):
    assert client.get(ITEMS).status_code == 302


def test_item_list_finds_by_words_and_filters_in_the_address(cast, client):
    response = client.enter(cast.dana).get(ITEMS, {"q": "DIRECTIVE", "setting": "group"})

    assert "1 item " in words_on(response)
    assert reverse("scope:item_show", args=["VA-2k"]) in response.content.decode()
    assert reverse("scope:item_show", args=["VA-1i"]) not in response.content.decode()


def test_item_list_says_when_nothing_was_found(cast, client):
    assert "Nothing found" in words_on(client.enter(cast.dana).get(ITEMS, {"q": "xylophone"}))


def test_item_list_refuses_a_document_that_is_not_there(cast, client):
    assert client.enter(cast.dana).get(ITEMS, {"document": "nonsense"}).status_code == 422


def test_item_list_explains_words_and_documents(cast, client):
    page = words_on(client.enter(cast.dana).get(ITEMS))

    assert "P-00972 (02/2019)" in page
    assert all(term.word in page for term in catalogue().terms)


def test_item_list_offers_the_pack_to_administrators_only(cast, client):
    assert PACK in client.enter(cast.alex).get(ITEMS).content.decode()
    assert PACK not in client.enter(cast.dana).get(ITEMS).content.decode()


def test_item_show_opens_every_item(cast, client):
    client.enter(cast.dana)

    for item in catalogue().items.values():
        response = client.get(reverse("scope:item_show", args=[item.id]))
        assert response.status_code == 200
        assert item.id in words_on(response)


def test_item_show_tells_what_reaches_an_item_and_that_no_page_does_it_yet(cast, client):
    page = words_on(client.enter(cast.dana).get(reverse("scope:item_show", args=["WI-S16"])))

    assert "Listened" in page
    assert "Not yet" in page
    assert "Wisconsin Certified Peer Specialist Scope of Practice" in page


def test_item_show_tells_where_an_item_is_done_and_what_is_missing(cast, client):
    page = words_on(client.enter(cast.dana).get(reverse("scope:item_show", args=["WI-K2"])))

    assert "who opened this record" in page
    assert "Partly" in page


def test_item_show_says_what_is_not_a_peers_job(cast, client):
    page = words_on(client.enter(cast.dana).get(reverse("scope:item_show", args=["JD-8"])))

    assert "Not a peer&#x27;s job" in page
    assert "hand it on" in page


def test_item_show_is_not_found_for_an_item_that_is_not_there(cast, client):
    assert client.enter(cast.dana).get(reverse("scope:item_show", args=["VA-9z"])).status_code == 404


def test_activity_list_shows_every_activity_with_its_items(cast, client):
    response = client.enter(cast.dana).get(reverse("scope:activity_list"))

    assert response.status_code == 200
    assert all(f'id="{activity}"' in response.content.decode() for activity in catalogue().activities)
    assert all(activity.did in words_on(response) for activity in catalogue().activities.values())


def test_pack_show_is_for_administrators(cast, client):
    assert client.enter(cast.alex).get(PACK).status_code == 200
    for name in ("dana", "sam", "joan", "theo", "ada"):
        assert client.enter(getattr(cast, name)).get(PACK).status_code == 403


def test_pack_show_tells_values_with_source_and_how_sure_we_are(cast, client):
    page = words_on(client.enter(cast.alex).get(PACK))

    assert "This is not legal advice" in page
    assert "Pack: Virginia" in page
    assert "12VAC30-130-5210 F" in page
    assert "Read at the source" in page
    assert "Not verified" in page


def test_pack_show_asks_the_database_as_often_for_one_override_as_for_three(cast, client):
    client.enter(cast.alex)
    client.get(PACK)
    actions.override_value(key=KEY, value=60, reason="Contract", by=cast.alex, at=NOW)
    with CaptureQueriesContext(connection) as one:
        client.get(PACK)
    for key in ("plan.first_due_days", "followup.first_days"):
        actions.override_value(key=key, value=5, reason="Contract", by=cast.alex, at=NOW)

    with CaptureQueriesContext(connection) as three:
        client.get(PACK)

    assert len(three) == len(one)


def test_pack_show_opens_one_value_for_changing(cast, client):
    response = client.enter(cast.alex).get(PACK, {"change": KEY})

    assert f'name="key" value="{KEY}"' in response.content.decode()
    assert 'name="reason"' in response.content.decode()


def test_pack_show_opens_a_field_that_fits_each_sort_of_value(cast, client):
    client.enter(cast.alex)

    for key in ("titles", "plan.name", "pad.notary_required", "accessibility.deadline_15plus", "caseload.annual_limit"):
        assert 'name="value"' in client.get(PACK, {"change": key}).content.decode(), key


def test_pack_override_keeps_the_agencys_own_value_with_the_reason(cast, client):
    client.enter(cast.alex)

    response = client.post(OVERRIDE, {"key": KEY, "value": "60", "reason": "Our <b>contract</b>"}, follow=True)

    assert response.redirect_chain == [(PACK, 302)]
    assert "60 days" in words_on(response)
    assert "Our &lt;b&gt;contract&lt;/b&gt;" in response.content.decode()
    assert PackOverride.objects.get().value == 60


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("titles", "Recovery coach\n\n  Family partner ", ["Recovery coach", "Family partner"]),
        ("pad.notary_required", "yes", True),
        ("pad.notary_required", "no", False),
        ("accessibility.deadline_15plus", "2027-06-01", "2027-06-01"),
        ("plan.name", "Wellness plan", "Wellness plan"),
        ("billing.max_units_per_day", "0", 0),
    ],
)
def test_pack_override_takes_each_sort_of_value(cast, client, key, typed, kept):
    client.enter(cast.alex).post(OVERRIDE, {"key": key, "value": typed, "reason": "Decided."})

    assert PackOverride.objects.get().value == kept


def test_pack_override_takes_that_there_is_no_such_rule(cast, client):
    response = client.enter(cast.alex).post(
        OVERRIDE, {"key": KEY, "value": "", "none": "on", "reason": "Decided."}, follow=True
    )

    assert PackOverride.objects.get().value is None
    assert "None" in words_on(response)


@pytest.mark.parametrize(
    "typed",
    [
        {"value": "", "reason": "Contract"},
        {"value": "often", "reason": "Contract"},
        {"value": "-3", "reason": "Contract"},
        {"value": "60", "reason": " "},
    ],
)
def test_pack_override_shows_the_form_again_when_something_is_missing(cast, client, typed):
    response = client.enter(cast.alex).post(OVERRIDE, {"key": KEY, **typed})

    assert response.status_code == 422
    assert f'name="key" value="{KEY}"' in response.content.decode()
    assert PackOverride.objects.count() == 0


def test_pack_override_refuses_a_value_the_pack_does_not_have(cast, client):
    response = client.enter(cast.alex).post(OVERRIDE, {"key": "plan.colour", "value": "1", "reason": "Why not"})

    assert response.status_code == 409


def test_pack_override_is_for_administrators(cast, client):
    for name in ("dana", "sam", "joan", "ada"):
        response = client.enter(getattr(cast, name)).post(OVERRIDE, {"key": KEY, "value": "60", "reason": "Contract"})
        assert response.status_code == 403

    assert PackOverride.objects.count() == 0


def test_pack_withdraw_goes_by_the_pack_again_and_keeps_the_row_in_sight(cast, client):
    override = actions.override_value(key=KEY, value=60, reason="Contract", by=cast.alex, at=NOW)
    address = reverse("scope:pack_withdraw", args=[override.pk])

    page = words_on(client.enter(cast.alex).post(address, follow=True))

    assert "Taken back by Alex of the cast" in page
    assert some_values(cast.agency, [KEY]) == [90]
    assert client.post(address).status_code == 409


def test_pack_withdraw_of_another_agency_is_not_found(cast, client):
    override = actions.override_value(key=KEY, value=60, reason="Contract", by=cast.alex, at=NOW)
    client.enter(cast.omar)

    assert client.post(reverse("scope:pack_withdraw", args=[override.pk])).status_code == 404


def test_pack_withdraw_is_for_administrators(cast, client):
    override = actions.override_value(key=KEY, value=60, reason="Contract", by=cast.alex, at=NOW)

    assert client.enter(cast.dana).post(reverse("scope:pack_withdraw", args=[override.pk])).status_code == 403
    assert client.get(reverse("scope:pack_withdraw", args=[override.pk])).status_code == 405
