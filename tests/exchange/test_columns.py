"""What the columns mean, agreed by page: nothing is lost by a slip, and what cannot be known is asked."""

import pytest

from handrail.exchange import queries
from handrail.exchange.models import StageName
from tests.exchange.bringing import go_on, sent
from tests.exchange.test_pages import text, url


@pytest.fixture
def columns(cast, client):
    """Sam has the page of a list before him: `press` sends it as it stands, but for what is named."""
    client.enter(cast.sam)

    def brought(content: bytes):
        imported = go_on(sent(cast, content))

        def press(**other):
            here = url("import_columns", imported.pk)
            form = client.get(here).context["form"]
            return client.post(here, {name: form[name].value() for name in form.fields} | other)

        return imported, press

    return brought


def stage(imported) -> StageName:
    return queries.import_of(imported.pk).stage_name


def agreed(imported) -> tuple[list[str], str]:
    columns = queries.import_of(imported.pk).columns
    return columns["columns"], columns["order"]


def test_dates_of_a_column_that_somebody_names_are_asked_about(columns):
    imported, press = columns(b"Name,Geb.\nAnn Lee,04/05/1984\nBo Li,06/07/1985\n")

    answer = press(column_1="born")

    assert answer.status_code == 409
    assert "The dates can be read in two ways" in text(answer)
    assert 'value="born" selected' in text(answer)
    assert 'name="order"' in text(answer)
    assert stage(imported) == StageName.LOOKED
    assert press().status_code == 422
    assert press(order="day").status_code == 302
    assert agreed(imported) == (["chosen_name", "born"], "day")


def test_the_order_of_another_column_does_not_count_for_the_one_somebody_names(columns):
    imported, press = columns(b"Name,Birth date,Geb.\nAnn,01/15/2024,04/05/1984\nBo,02/16/2024,06/07/1985\n")
    assert imported.looked["order"] == "month"

    answer = press(column_1="", column_2="born")

    assert answer.status_code == 409
    assert stage(imported) == StageName.LOOKED
    assert press(order="day").status_code == 302
    assert agreed(imported) == (["chosen_name", "", "born"], "day")


def test_where_the_dates_say_it_themselves_the_other_way_round_that_is_shown(columns):
    imported, press = columns(b"Name,Birth date,Geb.\nAnn,01/15/2024,17/05/1984\n")

    answer = press(column_1="", column_2="born")

    assert answer.status_code == 409
    assert "written the other way round" in text(answer)
    assert press().status_code == 302
    assert agreed(imported) == (["chosen_name", "", "born"], "day")


def test_where_nothing_was_said_the_dates_say_it_themselves(columns):
    imported, press = columns(b"Name,Geb.\nAnn,17/05/1984\n")

    assert press(column_1="born").status_code == 302
    assert agreed(imported) == (["chosen_name", "born"], "day")


def test_two_columns_of_one_meaning_are_refused_by_their_names(columns):
    imported, press = columns(b"Name,Nick A,Nick B\nAnn Lee,Annie,Bee\n")

    answer = press(column_1="other_names", column_2="other_names")

    assert answer.status_code == 422
    assert "“Nick A” and “Nick B” both mean: What else they are called." in text(answer)
    assert stage(imported) == StageName.LOOKED


def test_several_phones_are_several_phones(columns):
    _imported, press = columns(b"Name,A,B\nAnn Lee,804 555 0142,804 555 0143\n")

    assert press(column_1="phone", column_2="phone").status_code == 302


def test_letters_that_cannot_be_are_refused_and_the_list_stays_as_it_was(columns):
    imported, press = columns(b"Name\nRosa Quispe\n")

    answer = press(encoding="utf-16")

    assert answer.status_code == 409
    assert "The letters of this file cannot be read" in text(answer)
    assert queries.import_of(imported.pk).looked["encoding"] == "utf-8-sig"
