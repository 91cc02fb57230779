"""The pages: from the file to everybody who came, and back; without a line of script."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from handrail.exchange.models import Alike, Brought, Import, Piece, StageName
from handrail.jobs.queue import do_next
from handrail.kit.ids import new_id
from handrail.people.models import Person
from handrail.plans.models import Goal
from tests.exchange.bringing import go_on, read, taken
from tests.exchange.test_health import BUNDLE
from tests.exchange.test_taking import LIST


def url(name, *args):
    return reverse(f"exchange:{name}", args=args)


def send(client, cast, content=LIST, **more):
    file = SimpleUploadedFile("Rosa Quispe.csv", content)
    return client.post(url("import_begin"), {"id": new_id(), "program": cast.community.pk, "file": file} | more)


def text(answer) -> str:
    return answer.content.decode()


def test_from_the_file_to_everybody_who_came_and_back(cast, client):
    client.enter(cast.sam)
    here = send(client, cast).url
    assert "Looking at the file" in text(client.get(here))
    while do_next():
        pass
    columns = client.get(here).url
    shown = client.get(columns)
    assert 'value="born" selected' in text(shown)
    form = shown.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    assert client.post(columns, sent).url == here
    while do_next():
        pass
    report = text(client.get(here))
    assert "Rosa Quispe" in report
    assert "May 17, 1984" in report or "17 May 1984" in report
    assert Person.objects.filter(made_by=cast.sam).count() == 0

    client.post(url("import_take", here.split("/")[-2]))
    assert "Adding the people" in text(client.get(here))
    while do_next():
        pass
    assert "3 people are here now" in text(client.get(here))
    assert "Rosa Quispe" in text(client.get(reverse("people:person_list") + "?alone"))

    client.post(url("import_undo", here.split("/")[-2]))
    while do_next():
        pass
    assert "It is as it was before" in text(client.get(here))
    assert "Rosa Quispe" not in text(client.get(reverse("people:person_list") + "?alone"))


def test_the_name_of_a_file_is_kept_nowhere(cast, client):
    client.enter(cast.sam)
    here = send(client, cast).url

    assert "Rosa" not in text(client.get(here)) + text(client.get(url("import_list")))


def test_a_file_sent_twice_by_the_same_page_is_one_import(cast, client):
    client.enter(cast.sam)
    key = new_id()

    assert send(client, cast, id=key).url == send(client, cast, id=key).url
    assert set(Piece.objects.values_list("file", flat=True)) == {Import.objects.get().file}


def test_an_upload_of_somebody_who_may_not_bring_one_is_not_kept(cast, client):
    for staff in (cast.dana, cast.alex, cast.joan):
        client.enter(staff)
        assert send(client, cast).status_code == 403
    client.logout()
    assert send(client, cast).url.startswith("/sign-in/")

    assert Piece.objects.count() == 0


def test_a_file_on_another_page_is_left_where_it_is(cast, client):
    client.enter(cast.sam)
    answer = client.post(reverse("people:person_search"), {"words": "ana", "file": SimpleUploadedFile("x.csv", LIST)})

    assert answer.status_code == 200
    assert Piece.objects.count() == 0


@pytest.mark.parametrize("sent", [{"file": ""}, {"program": new_id()}])
def test_a_form_that_lacks_something_comes_back(cast, client, sent):
    client.enter(cast.sam)

    assert send(client, cast, **sent).status_code == 422
    assert Piece.objects.count() == 0


def test_a_file_that_cannot_be_read_is_told_why(cast, client):
    client.enter(cast.sam)
    here = send(client, cast, b"%PDF-1.7").url
    while do_next():
        pass

    assert "This is a PDF" in text(client.get(here))
    assert Piece.objects.count() == 0


def test_dates_that_can_be_read_in_two_ways_are_asked(cast, client):
    client.enter(cast.sam)
    here = send(client, cast, b"name,dob\nAna,01/02/1990\n").url
    while do_next():
        pass
    columns = client.get(here).url
    sent = {"encoding": "utf-8-sig", "separator": ",", "headed": "yes", "column_0": "chosen_name", "column_1": "born"}

    assert client.post(columns, sent).status_code == 422
    assert client.post(columns, sent | {"order": "day"}).status_code == 302


def test_a_list_needs_a_column_of_names(cast, client):
    client.enter(cast.sam)
    here = send(client, cast, b"name,dob\nAna,1990-02-03\n").url
    while do_next():
        pass
    sent = {"encoding": "utf-8-sig", "separator": ",", "headed": "yes", "column_0": "", "column_1": "born"}

    answer = client.post(client.get(here).url, sent)
    assert answer.status_code == 422
    assert "No column holds a name" in text(answer)


def test_other_letters_are_looked_at_again(cast, client):
    client.enter(cast.sam)
    here = send(client, cast, "name\nKraków\n".encode("cp1250")).url
    while do_next():
        pass
    columns = client.get(here).url
    client.post(columns, {"encoding": "cp1250", "separator": ",", "headed": "yes", "column_0": "chosen_name"})

    assert "Kraków" in text(client.get(columns))


def test_the_columns_may_be_agreed_anew_after_the_dry_run(cast, client):
    client.enter(cast.sam)
    imported = read(cast, LIST)

    assert client.post(url("import_again", imported.pk)).url == url("import_columns", imported.pk)
    assert client.get(url("import_columns", imported.pk)).status_code == 200


def test_the_same_person_is_decided_on_the_report(cast, client):
    taken(cast, LIST)
    imported = read(cast, b"Name,DOB\nRosa Qispe,1984-05-17\n")
    client.enter(cast.sam)
    assert "Looks like" in text(client.get(url("import_show", imported.pk)))

    alike = Alike.objects.get(of=imported)
    client.post(url("import_decide", imported.pk), {"alike": alike.pk, "answer": "different"})

    alike.refresh_from_db()
    assert (alike.answer, alike.by) == ("different", cast.sam)


def test_the_template_is_a_list_with_headings(cast, client):
    client.enter(cast.sam)
    answer = client.get(url("import_template"))

    assert answer.content.startswith(b"\xef\xbb\xbfThe name they choose,")


def test_pages_ask_as_much_for_one_person_as_for_forty(cast, client, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.enter(cast.sam)
    asked = []
    for many in (1, 3, 40):
        content = "Name,Record number\n" + "".join(
            f"Person {chr(65 + n // 26)}{chr(65 + n % 26)}ux,{many}-{n}\n" for n in range(many)
        )
        imported = read(cast, content.encode())
        with CaptureQueriesContext(
            connection,
        ) as counted:
            client.get(url("import_show", imported.pk) + "?show=new")
        asked.append(len(counted))

    assert len(set(asked)) == 1


# What came along


def brought(cast) -> Brought:
    taken(cast, BUNDLE)
    return Brought.objects.order_by("kind").first()


def test_what_came_along_stands_on_the_persons_page_and_becomes_a_goal_in_their_words(cast, client):
    hope = brought(cast)
    client.enter(cast.sam)
    assert "Brought along" in text(client.get(reverse("people:person_show", args=[hope.person_id])))

    client.post(url("brought_take", hope.pk), {"text": "Walk to the river again"})

    goal = Goal.objects.get(person=hope.person_id)
    assert goal.words == "Walk to the river again"
    hope.refresh_from_db()
    assert hope.goal == goal.pk


def test_what_came_along_is_dropped_once(cast, client):
    hope = brought(cast)
    client.enter(cast.sam)

    assert client.post(url("brought_drop", hope.pk)).status_code == 302
    assert client.post(url("brought_drop", hope.pk)).status_code == 409


def test_another_program_does_not_see_what_came_along(cast, client):
    hope = brought(cast)
    client.enter(cast.ray)

    assert client.get(url("brought_take", hope.pk)).status_code == 404


def test_an_import_of_somebody_else_is_not_there(cast, client):
    imported = read(cast, LIST)
    client.enter(cast.iris)

    for name in ("import_show", "import_columns"):
        assert client.get(url(name, imported.pk)).status_code == 404
    for name in ("import_take", "import_undo", "import_call_off", "import_again", "import_decide"):
        assert client.post(url(name, imported.pk), {"alike": new_id()}).status_code == 404


def test_an_import_is_called_off_by_its_page(cast, client):
    imported = read(cast, LIST)
    client.enter(cast.sam)
    client.post(url("import_call_off", imported.pk))

    assert go_on(imported).stage_name == StageName.CALLED_OFF
    assert client.post(url("import_take", imported.pk)).status_code == 403
    assert not Person.objects.filter(made_by=cast.sam).exists()
    assert Piece.objects.count() == 0
