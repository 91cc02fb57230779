"""An import that got stuck goes on or is called off by a colleague; one is undone by the worker; asking how far it is is nobody there."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import sessions
from handrail.audit.models import Entry
from handrail.exchange import actions, queries, uploads, work
from handrail.exchange.models import Import, Piece, Record, Stage, StageName
from handrail.jobs import queue
from handrail.jobs.models import Job
from handrail.jobs.queue import do_next
from handrail.kit.ids import new_id
from handrail.kit.sqlcipher.base import LOOKS_AGAIN
from handrail.people.actions import add_point
from handrail.people.models import ContactPoint, Enrolment, Person
from tests.conftest import HandrailClient
from tests.exchange.bringing import go_on, read, sent, taken
from tests.exchange.test_pages import send, text, url
from tests.exchange.test_taking import LIST, names


def stuck(cast):
    """Half taken over, and the job is gone for good."""
    imported = read(cast, LIST)
    actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())
    actions.take_some(imported=imported, at_once=2, at=timezone.now())
    Job.objects.filter(name="exchange.go_on").update(gave_up_at=timezone.now())
    return imported


def test_an_import_whose_job_is_gone_is_taken_up_again(cast):
    imported = stuck(cast)
    while do_next():
        pass
    assert queries.import_of(imported.pk).stage_name == StageName.APPLYING

    work.take_up()
    work.take_up()

    assert Job.objects.filter(name="exchange.go_on", done_at=None, gave_up_at=None).count() == 1
    while do_next():
        pass
    assert queries.import_of(imported.pk).stage_name == StageName.COMPLETE
    assert len(names(cast.sam)) == 3


def test_a_file_whose_reading_goes_wrong_again_and_again_is_given_up_and_says_so(cast, client):
    imported = sent(cast, LIST)
    Job.objects.filter(name="exchange.go_on").update(gave_up_at=timezone.now())

    work.take_up()

    assert queries.import_of(imported.pk).stage_name == StageName.GIVEN_UP
    assert "tried several times" in text(client.enter(cast.sam).get(url("import_show", imported.pk)))
    assert Piece.objects.count() == 0


def test_a_file_that_kills_its_worker_again_and_again_is_given_up_and_says_so(cast):
    imported, now = sent(cast, LIST), timezone.now()
    for lost in range(queue.MOST_TRIES):
        assert queue.lease(now + lost * queue.LEASE).name == "exchange.go_on"

    assert queue.lease(now + queue.MOST_TRIES * queue.LEASE) is None
    work.take_up()

    imported = queries.import_of(imported.pk)
    assert (imported.stage_name, imported.why_not) == (StageName.GIVEN_UP, "went_wrong")


def test_a_file_that_lost_its_turn_before_anybody_looked_at_it_gets_another(cast):
    imported = sent(cast, LIST)
    Job.objects.filter(name="exchange.go_on").delete()

    work.take_up()
    while do_next():
        pass

    assert queries.import_of(imported.pk).stage_name == StageName.LOOKED


def test_a_file_that_is_not_kept_any_more_is_told_in_a_sentence(cast, client):
    imported = sent(cast, LIST)
    Piece.objects.all().delete()

    imported = go_on(imported)

    assert (imported.stage_name, imported.why_not) == (StageName.GIVEN_UP, "gone")
    assert "Bring it again" in text(client.enter(cast.sam).get(url("import_show", imported.pk)))


def test_an_import_that_goes_on_by_itself_is_left_alone(cast):
    imported = read(cast, LIST)
    actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())
    jobs = Job.objects.count()

    work.take_up()

    assert Job.objects.count() == jobs


def test_another_supervisor_of_the_program_calls_off_what_stands_in_the_way(cast, client):
    imported = stuck(cast)
    client.enter(cast.iris)
    assert url("import_call_off", imported.pk) in text(client.get(url("import_list")))

    assert client.post(url("import_call_off", imported.pk)).url == url("import_list")
    go_on(imported)

    assert queries.import_of(imported.pk).stage_name == StageName.CALLED_OFF
    assert not Person.objects.filter(made_by=cast.sam).exists()
    assert Entry.objects.get(verb="import.called_off").by_id == cast.iris.pk


def test_another_supervisor_of_the_program_undoes_it_and_sees_nobody_of_its_report(cast, client):
    imported = taken(cast, LIST)
    client.enter(cast.iris)
    assert client.get(url("import_show", imported.pk)).status_code == 404
    assert client.get(url("import_progress", imported.pk)).status_code == 404

    client.post(url("import_undo", imported.pk))
    go_on(imported)

    assert queries.import_of(imported.pk).stage_name == StageName.UNDONE
    assert set(Entry.objects.filter(verb="person.taken_out").values_list("by_id", flat=True)) == {cast.iris.pk}


@pytest.mark.parametrize("name", ["ray", "dana", "alex", "joan"])
def test_nobody_else_calls_it_off(cast, client, name):
    imported = stuck(cast)
    client.enter(getattr(cast, name))

    assert client.post(url("import_call_off", imported.pk)).status_code == 403
    assert queries.import_of(imported.pk).stage_name == StageName.APPLYING


def test_a_colleague_does_not_call_off_what_is_in_nobodys_way(cast, client):
    imported = read(cast, LIST)
    client.enter(cast.iris)

    assert client.post(url("import_call_off", imported.pk)).status_code == 404


def test_undoing_goes_on_in_turns_and_its_lines_say_when_and_by_whom(cast):
    imported = taken(cast, LIST)
    began = timezone.now()
    actions.begin_undoing(imported=imported, by=cast.iris, at=began)
    assert len(names(cast.sam)) == 3  # the page answers at once; the worker does it

    seen, counted = [], []
    for _turn in range(12):
        now = queries.import_of(imported.pk)
        if now.stage_name != StageName.UNDOING:
            break
        actions.take_back_some(imported=now, at_once=1, at=timezone.now())
        seen.append(len(names(cast.sam)))
        counted.append(queries.import_of(imported.pk).done)

    assert set(seen) == {3, 0}  # all of them, or nobody
    assert sorted(seen, reverse=True) == seen
    assert set(counted) == {0, 1, 2, 3}
    assert queries.import_of(imported.pk).stage_name == StageName.UNDONE
    lines = Entry.objects.filter(verb="person.taken_out")
    assert lines.count() == 3
    assert all(line.at > began and line.by_id == cast.iris.pk for line in lines)


def test_whoever_somebody_writes_about_while_it_is_undone_stays(cast):
    imported = taken(cast, LIST)
    actions.begin_undoing(imported=imported, by=cast.sam, at=timezone.now())
    for _weighed in range(4):
        actions.take_back_some(imported=imported, at_once=1, at=timezone.now())
    rosa = Person.objects.get(chosen_name="Rosa Quispe")
    add_point(fact=ContactPoint(person=rosa, program=cast.community, value="804 555 0001"), by=cast.sam, at=timezone.now())

    imported = go_on(imported)

    assert (names(cast.sam), imported.stayed) == (["Rosa Quispe"], 1)


def test_asking_how_far_it_is_does_not_keep_a_sign_in_alive(cast, client):
    imported = read(cast, LIST)
    client.enter(cast.sam)
    session = client.session
    session[sessions.SEEN_AT] = rested_since = int(time.time()) - 120
    session.save()

    assert client.get(url("import_progress", imported.pk)).status_code == 200
    assert client.session[sessions.SEEN_AT] == rested_since
    assert url("import_progress", imported.pk) not in text(client.get(url("import_show", imported.pk)))
    assert client.session[sessions.SEEN_AT] > rested_since


def test_while_the_worker_is_at_it_the_page_asks_there(cast, client):
    imported = read(cast, LIST)
    actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())
    client.enter(cast.sam)

    assert f'hx-get="{url("import_progress", imported.pk)}"' in text(client.get(url("import_show", imported.pk)))


def test_the_lines_of_a_step_are_added_at_its_end(cast, monkeypatch):
    """Nobody waits for the end of the record while all of them are enrolled."""
    imported = read(cast, LIST)
    actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())
    batches, before, complete = Entry.objects.filter(subject_id=imported.pk, verb="import.batch"), [], work.complete

    def complete_it(**given):
        complete(**given)
        before.append(batches.count())

    monkeypatch.setattr(work, "complete", complete_it)
    go_on(imported)

    assert [batches.count()] == [number + 1 for number in before]


def test_between_two_steps_others_may_write(cast, monkeypatch):
    """Where one writes at a time, and whoever waits looks again and again."""
    imported, rests = read(cast, LIST), []
    actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())
    monkeypatch.setattr(work.time, "sleep", rests.append)

    work.turn(imported.pk, cast.agency.pk)

    assert rests == ([work.REST] if connection.vendor == "sqlite" else [])
    assert work.REST > 2 * LOOKS_AGAIN


def test_what_was_over_a_week_ago_is_forgotten(cast):
    old, lately = taken(cast, LIST), read(cast, LIST)
    long_ago = timezone.now() - timedelta(days=8)
    Import.objects.filter(pk=old.pk).update(at=long_ago)
    Stage.objects.filter(of=old).update(at=long_ago)
    Stage.objects.filter(of=old, stage=StageName.COMPLETE).update(at=long_ago + timedelta(minutes=1))

    work.tidy()

    assert list(Import.objects.all()) == [lately]
    assert set(Record.objects.values_list("of", flat=True)) == {lately.pk}
    assert len(names(cast.sam)) == 3


# Files that are sent

LONG = LIST + b",,,,,,,,," * 500
ROOM_FOR_ONE = len(LONG) + 2_000
"""The list, and the form around it."""


def test_a_supervisor_has_only_so_many_files_waiting(cast, client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_WAITING", ROOM_FOR_ONE)
    client.enter(cast.sam)
    assert send(client, cast, LONG).status_code == 302
    pieces = Piece.objects.count()

    answer = send(client, cast, LONG)

    assert answer.status_code == 422
    assert "Several files are waiting already" in text(answer)
    assert (Piece.objects.count(), Import.objects.count()) == (pieces, 1)


def test_an_agency_has_only_so_many_files_waiting(cast, client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_WAITING_OF_ALL", ROOM_FOR_ONE)
    assert send(client.enter(cast.sam), cast, LONG).status_code == 302

    assert send(client.enter(cast.iris), cast, LONG).status_code == 422


def test_files_that_come_at_the_same_moment_are_counted_when_they_are_whole(cast, client, monkeypatch):
    """While this one comes in, another of Sam's is kept."""
    monkeypatch.setattr(uploads, "MOST_WAITING", ROOM_FOR_ONE)
    end, other = uploads.Keeping.end, new_id()

    def and_another(keeping):
        Piece.objects.create(agency=cast.agency, by=cast.sam, file=other, number=0, sealed=LONG, at=timezone.now())
        return end(keeping)

    monkeypatch.setattr(uploads.Keeping, "end", and_another)

    answer = send(client.enter(cast.sam), cast, LONG)

    assert answer.status_code == 422
    assert "Several files are waiting already" in text(answer)
    assert (set(Piece.objects.values_list("file", flat=True)), Import.objects.count()) == ({other}, 0)


def test_a_file_is_counted_for_whoever_sent_it_also_before_an_import_is_made_of_it(cast, client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_WAITING", ROOM_FOR_ONE)
    Piece.objects.create(agency=cast.agency, by=cast.sam, file=new_id(), number=0, sealed=LONG, at=timezone.now())

    assert send(client.enter(cast.iris), cast, LONG).status_code == 302
    assert send(client.enter(cast.sam), cast, LONG).status_code == 422


def test_a_file_that_broke_off_is_in_nobodys_way_for_longer_than_an_hour(cast, client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_WAITING", ROOM_FOR_ONE)
    broken_off = Piece.objects.create(agency=cast.agency, by=cast.sam, file=new_id(), number=0, sealed=LONG, at=timezone.now())
    client.enter(cast.sam)
    assert send(client, cast, LONG).status_code == 422

    Piece.objects.filter(pk=broken_off.pk).update(at=timezone.now() - timedelta(minutes=61))

    assert send(client, cast, LONG).status_code == 302
    assert not Piece.objects.filter(pk=broken_off.pk).exists()


def test_a_file_that_is_still_on_its_way_is_not_taken_for_broken_off(cast):
    file, now = new_id(), timezone.now()
    for number, minutes in enumerate((70, 5)):
        at = now - timedelta(minutes=minutes)
        Piece.objects.create(agency=cast.agency, by=cast.sam, file=file, number=number, sealed=LONG, at=at)

    assert actions.forget_broken_off(cast.sam, now - uploads.BROKEN_OFF) == 0
    assert actions.forget_broken_off(cast.iris, now) == 0
    assert actions.forget_broken_off(cast.sam, now) == 2


def test_a_file_that_waits_for_its_supervisor_is_not_taken_for_broken_off(cast, client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_WAITING", ROOM_FOR_ONE)
    client.enter(cast.sam)
    assert send(client, cast, LONG).status_code == 302
    of_iris = Piece.objects.create(agency=cast.agency, by=cast.iris, file=new_id(), number=0, sealed=b"", at=timezone.now())
    Piece.objects.update(at=timezone.now() - timedelta(hours=3))
    kept = Piece.objects.count()

    assert send(client, cast, LONG).status_code == 422
    assert Piece.objects.count() == kept
    assert Piece.objects.filter(pk=of_iris.pk).exists()


def test_what_a_command_reads_is_not_kept_and_not_counted(cast, client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_WAITING", ROOM_FOR_ONE)
    of_a_command = Import(program=cast.community, file=new_id(), size=10**9, door="command")
    actions.begin(imported=of_a_command, by=cast.sam, at=timezone.now(), by_worker=False)

    assert send(client.enter(cast.sam), cast, LONG).status_code == 302


def test_nothing_is_kept_of_somebody_without_a_second_factor(cast, client, monkeypatch):
    kept = []
    monkeypatch.setattr(uploads.Keeping, "take", lambda _keeping, chunk: kept.append(chunk))
    client.enter(cast.sam)
    session = client.session
    del session["second_factor"]
    session.save()

    assert send(client, cast).url == reverse("accounts:secure")
    assert kept == []


def test_nothing_stays_of_a_file_that_another_site_sends(cast):
    client = HandrailClient(enforce_csrf_checks=True)
    client.enter(cast.sam)

    assert send(client, cast).status_code == 403
    assert Piece.objects.count() == 0


def test_files_without_an_import_are_forgotten_after_a_day(cast):
    imported = read(cast, LIST)
    Piece.objects.create(
        agency=cast.agency, by=cast.sam, file=cast.sam.pk, number=0, sealed=b"", at=timezone.now() - timedelta(hours=25)
    )

    work.tidy()

    assert set(Piece.objects.values_list("file", flat=True)) == {imported.file}
    assert not Enrolment.objects.filter(enrolled_by=cast.sam, person__made_by=cast.sam).exists()
