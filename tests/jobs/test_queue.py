"""Work done later is done once, or again when a worker died, and never lost."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from handrail.jobs import queue
from handrail.jobs.models import Job
from handrail.kit.ids import new_id
from handrail.kit.tenancy import agency_now

done: list[dict] = []


@pytest.fixture(autouse=True)
def _known(monkeypatch, db):
    done.clear()
    monkeypatch.setattr(queue, "_known", {})

    @queue.job("story.note")
    def note(**ids):
        done.append(ids | {"agency": agency_now()})

    @queue.job("story.stumble")
    def stumble():
        raise ValueError("Marcus's words must not stand in the queue")

    @queue.job("story.daily", every=timedelta(days=1))
    def daily():
        done.append({"daily": True})


def test_a_job_is_done_for_its_agency_with_its_ids():
    agency, person = new_id(), new_id()
    queue.put("story.note", agency_id=agency, person=person)

    assert queue.do_next() is True
    assert done == [{"person": str(person), "agency": agency}]
    assert queue.do_next() is False


def test_a_job_is_put_with_the_data_or_not_at_all():
    with pytest.raises(RuntimeError), transaction.atomic():
        queue.put("story.note")
        raise RuntimeError("the data was refused")

    assert queue.do_next() is False


def test_a_leased_job_is_nobody_elses_until_the_lease_runs_out():
    queue.put("story.note")
    now = timezone.now()
    taken = queue.lease(now)

    assert queue.lease(now) is None
    again = queue.lease(now + queue.LEASE)
    assert (again.pk, again.tries) == (taken.pk, 2)


def test_trouble_is_noted_by_its_kind_and_tried_again_later():
    queue.put("story.stumble")
    queue.do_next()

    job = Job.objects.get()
    assert (job.trouble, job.done_at, job.leased_until) == ("ValueError", None, None)
    assert job.run_at > timezone.now()


def test_a_job_is_given_up_after_its_last_try():
    job = queue.put("story.stumble")
    Job.objects.filter(pk=job.pk).update(tries=queue.MOST_TRIES - 1)
    queue.do_next()

    assert Job.objects.get().gave_up_at is not None
    assert queue.do_next() is False


def test_a_job_that_kills_its_worker_is_given_up_as_well_and_others_have_their_turn():
    deadly = queue.put("story.note", words="too many")
    other = queue.put("story.note")
    now = timezone.now()
    for lost in range(queue.MOST_TRIES):
        assert queue.lease(now + lost * queue.LEASE).pk == deadly.pk

    assert queue.lease(now + queue.MOST_TRIES * queue.LEASE).pk == other.pk
    deadly.refresh_from_db()
    assert (deadly.gave_up_at, deadly.leased_until, deadly.trouble) == (now + queue.MOST_TRIES * queue.LEASE, None, "Killed")
    assert queue.was_given_up("story.note", words="too many")


def test_a_repeating_job_comes_back_however_often_its_worker_was_lost():
    queue.put_repeats()
    Job.objects.update(tries=queue.MOST_TRIES)

    assert queue.do_next() is True
    assert done == [{"daily": True}]


def test_a_repeating_job_has_one_row_and_comes_back():
    queue.put_repeats()
    queue.put_repeats()
    queue.do_next()

    [job] = Job.objects.all()
    assert done == [{"daily": True}]
    assert timedelta(hours=23) < job.run_at - timezone.now() <= timedelta(days=1)
