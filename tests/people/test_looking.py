"""Looking changes nothing: whatever page is opened, only the record of it grows."""

import pytest
from django.apps import apps
from django.utils import timezone

from handrail.people import actions
from handrail.people.models import BlockKind
from tests.people.reading import in_an_emergency, url

PAGES = ["person_list", "person_add", "emergency_open", "cover_list"]
OF_A_PERSON = ["person_show", "person_edit", "person_opened", "person_access"]
GROWS = {"audit.Entry", "audit.Head", "sessions.Session"}


def rows() -> dict[str, list]:
    """Everything that is kept, row by row, but for the record itself."""
    kept = [model for model in apps.get_models() if model._meta.label not in GROWS]
    return {model._meta.label: sorted(map(str, model.objects.values_list())) for model in kept}


@pytest.fixture
def much(cast):
    """A bit of everything, so that there is something to change."""
    in_an_emergency(cast.marcus, cast.noor)
    actions.keep_apart(person=cast.marcus, staff=cast.theo, kind=BlockKind.ASKED, by=cast.dana, at=timezone.now())
    actions.plan_cover(
        program=cast.community,
        covered=cast.dana,
        cover_by=cast.noor,
        from_at=cast.began,
        until_at=timezone.now(),
        by=cast.sam,
        at=cast.began,
    )


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("who", ["sam", "dana", "noor"])
def test_looking_at_pages_writes_nothing_but_the_record(cast, much, client, who, method):
    client.enter(getattr(cast, who))
    before = rows()

    for page in PAGES:
        getattr(client, method)(url(page))
    for page in OF_A_PERSON:
        getattr(client, method)(url(page, cast.marcus))

    assert rows() == before


@pytest.mark.parametrize(
    ("page", "thing"),
    [("person_enrol", "marcus"), ("block_set", "marcus"), ("walk_start", "marcus_there"), ("person_search", None)],
)
def test_deeds_are_never_done_by_looking(cast, client, page, thing):
    args = [getattr(cast, thing)] if thing else []

    assert client.enter(cast.sam).get(url(page, *args)).status_code == 405
