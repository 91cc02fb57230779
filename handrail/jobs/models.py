"""The queue's one table."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from handrail.kit.ids import new_id


class Job(models.Model):
    """Something to do later. Carries ids only, never a person's words.

    A worker leases a job for a while; when the worker is killed the lease runs out and another takes the job again, so every job
    is written to be safe to repeat.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    agency_id = models.UUIDField(null=True, help_text="Whose rows it works on; empty for the whole installation.")
    ids = models.JSONField(default=dict)
    run_at = models.DateTimeField()
    every_seconds = models.IntegerField(null=True, help_text="For a repeating job: how long until it runs again.")
    leased_until = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    gave_up_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=120, blank=True, default="", help_text="The kind of the last error; never its text.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name"], condition=Q(every_seconds__isnull=False), name="jobs_job_repeats_once")
        ]
        indexes: ClassVar = [
            # The worker asks every second for what is due; what is done stays out of its way.
            models.Index(fields=["run_at"], name="jobs_job_due", condition=Q(done_at__isnull=True, gave_up_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.name
