"""Lists as they come: letters, separators, dates, columns; and every fault told with its line."""

from datetime import date

import pytest
from django.utils import timezone

from handrail.exchange import columns, reading
from handrail.exchange.actions import begin_taking_over
from handrail.exchange.dates import Born, born
from handrail.exchange.models import StageName
from handrail.exchange.readers import lists
from handrail.people.models import Person
from tests.exchange.bringing import go_on, read, said, sent, taken, verdicts
from tests.exchange.dry import TODAY
from tests.exchange.planted import planted

# Letters and separators


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_letters_and_separators_are_recognised(cast, encoding, separator):
    lines = ["Nombre|Fecha de nacimiento|Idioma", "José Muñoz-Ibáñez|17.05.1984|Español", "Zoë Brontë||", "Ñusta Peña||"]

    taken(cast, "\r\n".join(lines).replace("|", separator).encode(encoding))

    came = set(Person.objects.filter(made_by=cast.sam).values_list("chosen_name", flat=True))
    assert came == {"José Muñoz-Ibáñez", "Zoë Brontë", "Ñusta Peña"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_three_ways_and_a_cell_may_go_over_several(cast, end):
    imported = read(cast, end.join(["name,address", '"Webb, Marcus","1 Mill St', 'Apt 2"', "Lou,"]).encode())

    assert [(line, verdict) for line, verdict, _why in said(imported)] == [(2, "new"), (4, "new")]


NAMES = ["  de la Cruz,  Ana  ", "Nguyễn Thị Minh Khai", "e\u0301lise", "李小龍", 'O\'Neil "Red" Mc', "محمد", "-", "Ana"]


def test_names_are_kept_as_they_are_written(cast):
    rows = "\n".join('"' + name.replace('"', '""') + '"' for name in NAMES)

    taken(cast, f"name\n{rows}\n".encode())

    came = set(Person.objects.filter(made_by=cast.sam).values_list("chosen_name", flat=True))
    assert came == {name.strip() for name in NAMES} - {"-"}


# Dates


@pytest.mark.parametrize(
    ("written", "day_first", "read_as"),
    [
        ("1984-05-17", None, Born(on=date(1984, 5, 17))),
        ("1984/5/17", None, Born(on=date(1984, 5, 17))),
        ("19840517", None, Born(on=date(1984, 5, 17))),
        ("1984-05-17T00:00:00Z", None, Born(on=date(1984, 5, 17))),
        ("05/17/1984", False, Born(on=date(1984, 5, 17))),
        ("17/05/1984", True, Born(on=date(1984, 5, 17))),
        ("17.05.1984", None, Born(on=date(1984, 5, 17))),
        ("5-7-84", False, Born(on=date(1984, 5, 7))),
        ("17 May 1984", None, Born(on=date(1984, 5, 17))),
        ("May 17, 1984", None, Born(on=date(1984, 5, 17))),
        ("17-may-84", None, Born(on=date(1984, 5, 17))),
        ("17 de mayo de 1984", None, Born(on=date(1984, 5, 17))),
        ("May 1984", None, Born(year=1984, month=5)),
        ("1984-05", None, Born(year=1984, month=5)),
        ("05/1984", None, Born(year=1984, month=5)),
        ("1984", None, Born(year=1984)),
        ("unknown", None, Born()),
        ("n/a", None, Born()),
        ("17/05/1984", False, Born(wrong="born_other_order")),
        ("05/07/12", False, Born(wrong="born_century")),
        ("30819", None, Born(wrong="born_number")),
        ("1984-02-30", None, Born(wrong="born_no_such_day")),
        ("2084-02-03", None, Born(wrong="born_future")),
        ("1784-02-03", None, Born(wrong="born_long_ago")),
        ("the spring of 84", None, Born(wrong="born_unclear")),
        ("٠٥/١٧/١٩٨٤", False, Born(on=date(1984, 5, 17))),
    ],
)
def test_a_birth_date_is_read_as_it_is_written(written, day_first, read_as):
    assert born(written, day_first, TODAY) == read_as


@pytest.mark.parametrize(
    ("dates", "order"),
    [(["05/17/1984", "01/02/1990"], "month"), (["17/05/1984"], "day"), (["01/02/1990"], "ask"), (["1990-01-02"], "")],
)
def test_day_or_month_first_is_told_by_all_the_dates_or_asked(cast, dates, order):
    imported = go_on(sent(cast, ("name,dob\n" + "".join(f"Ana,{one}\n" for one in dates)).encode()))

    assert imported.looked["order"] == order


# Columns


def test_columns_are_guessed_by_their_headings_and_by_what_stands_in_them():
    assert columns.guess(
        ["Last Name", "First_Name", "D.O.B.", "Cell Phone", "x"], [[], [], [], [], ["a@b.org", "c@d.org"]]
    ) == [
        "last_name",
        "first_name",
        "born",
        "phone",
        "email",
    ]


@pytest.mark.parametrize(
    ("headings", "lines", "meanings"),
    [
        ("Name,Enrolled,DOB", "Ann,01/15/2024,05/17/1984", ["chosen_name", "", "born"]),
        ("Name,Enrolled", "Ann,01/15/2024", ["chosen_name", ""]),
        ("Name,Reach,Phone", "Ann,804 555 0142,804 555 0143", ["chosen_name", "phone", "phone"]),
        ("Name,,", "Ann,05/17/1984,01/15/2024", ["chosen_name", "born", ""]),
    ],
)
def test_what_a_heading_says_comes_before_what_stands_in_another_column(headings, lines, meanings):
    assert columns.guess(headings.split(","), [[cell] for cell in lines.split(",")]) == meanings


def test_a_list_without_headings_begins_with_its_first_line(cast):
    imported = read(cast, b"Rosa Quispe,804 555 0142,05/17/1984\nTomasz Luk,804 555 0143,06/18/1985\n")
    assert imported.columns["headed"] is False
    assert verdicts(imported) == {"new": 2}

    go_on(begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))

    assert Person.objects.get(chosen_name="Rosa Quispe").born_on == date(1984, 5, 17)


def test_first_and_last_name_are_one_name(cast):
    taken(cast, b"First,Middle,Last\nRosa,M.,Quispe\n")

    assert Person.objects.filter(chosen_name="Rosa M. Quispe").exists()


def test_a_name_that_others_use_for_nothing_is_a_name_beside_another(cast):
    taken(cast, b"First,Middle,Last\nJi-won,,Na\nJennifer,n/a,Null\nNil,?,Abara\nRosa,-,unknown\n")

    came = set(Person.objects.filter(made_by=cast.sam).values_list("chosen_name", flat=True))
    assert came == {"Ji-won Na", "Jennifer Null", "Nil Abara", "Rosa"}


def test_a_line_whose_names_all_say_nothing_is_told(cast):
    imported = read(cast, b"First,Last\nNULL,NULL\nn/a,\nRosa,Quispe\n")

    assert [(line, why) for line, verdict, why in said(imported) if verdict == "not_taken"] == [
        (2, [["no_name", ""]]),
        (3, [["no_name", ""]]),
    ]


def test_whoever_chose_no_other_name_goes_by_their_own(cast):
    taken(cast, b"Preferred name,First,Last\nN/A,Rosa,Quispe\n")

    assert Person.objects.filter(chosen_name="Rosa Quispe", legal_name="").exists()


def test_a_guess_can_be_corrected(cast):
    imported = read(cast, b"name,other\nx-1,Rosa Quispe\n", columns=["number", "chosen_name"])
    go_on(begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))

    assert Person.objects.filter(chosen_name="Rosa Quispe").exists()


def test_the_template_is_understood():
    headings = [str(columns.BY_NAME[name].words) for name in columns.IN_THE_TEMPLATE]

    assert columns.guess(headings, []) == list(columns.IN_THE_TEMPLATE)


# Faults


def test_each_of_sixty_planted_faults_is_told_with_its_line(cast):
    content, faults = planted(rows=5_000, each=4)
    assert len(faults) == 60
    assert len(set(faults.values())) == 15

    imported = read(cast, content)

    told = {line: why[0][0] for line, verdict, why in said(imported) if verdict == "not_taken"}
    assert told == faults
    assert sum(verdicts(imported).values()) == 5_000
    imported = go_on(begin_taking_over(imported=imported, by=cast.sam, at=timezone.now()))
    assert imported.stage_name == StageName.COMPLETE
    assert Person.objects.filter(made_by=cast.sam).count() == 4_940
    again = read(cast, content)
    assert verdicts(again) == {"known": 4_940, "not_taken": 60}


def test_a_quotation_mark_that_never_closes_spoils_its_own_line_only():
    text = iter(["a,b", 'one,"two', "three,four", 'five,"six"'])

    assert [(line.number, line.cells, line.wrong) for line in lists.cells_of(text, ",")] == [
        (1, ["a", "b"], ""),
        (2, [], "quotes"),
        (3, ["three", "four"], ""),
        (4, ["five", "six"], ""),
    ]


def test_looking_again_with_other_letters(cast):
    imported = go_on(sent(cast, "name,city\nJosé,Kraków\n".encode("cp1250")))
    from handrail.exchange.readers.source import opened

    with opened(imported.file, imported.size) as file:
        assert reading.look_again(file, "cp1250", ",")["examples"] == [["José"], ["Kraków"]]
