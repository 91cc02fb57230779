"""A directive: a draft until it is signed, then locked; replaced by the next one, or taken back. Nothing is deleted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef

from handrail.accounts.models import Staff
from handrail.directives.packs import Pack, pack_of
from handrail.people.models import OfAPerson, OfAPersonQuerySet
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST


class DirectiveQuerySet(OfAPersonQuerySet["Directive"]):
    """What of the directives holds."""

    def drafts(self) -> DirectiveQuerySet:
        """Those that nobody has signed, and that one goes on with."""
        return self.filter(~Exists(SetAside.objects.standing().filter(directive=OuterRef("pk"))), signing__isnull=True)

    def signed(self) -> DirectiveQuerySet:
        """Those that were signed, whatever became of them."""
        return self.filter(signing__isnull=False)

    def standing(self) -> DirectiveQuerySet:
        """Signed, not replaced and not taken back. It may have run out."""
        followed = Directive.objects.filter(replaces=OuterRef("pk"), signing__isnull=False)
        return self.signed().filter(~Exists(followed), revoked__isnull=True)


class Directive(OfAPerson):
    """How somebody wants to be treated when a crisis takes their say. `replaces`: the one it takes the place of, once signed."""

    pack = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    why_changed = models.TextField(max_length=LONGEST, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = DirectiveQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        constraints: ClassVar = [
            # Two who begin at the same moment begin one.
            models.UniqueConstraint(fields=["person", "program", "number"], name="directives_directive_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.pack} {self.number}"

    @property
    def rules(self) -> Pack:
        """What its state asks of it, as we know it today."""
        return pack_of(self.pack)

    @property
    def rules_as_signed(self) -> Pack:
        """The same as it was shown on the day this was signed; of a draft, as it is today. It has no parts."""
        signing = getattr(self, "signing", None)
        return Pack.of(signing.rules) if signing else self.rules


class OfADirective(OfAPerson):
    """A row of one directive."""

    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True


class HelpedBy(OfADirective):
    """A peer helped with it; noted by itself, and printed. They are no witness to it, and do not speak for the person."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "helped by"
        constraints: ClassVar = [models.UniqueConstraint(fields=["directive", "staff"], name="directives_helpedby_once")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class StepTaken(CanBeTakenBack, OfADirective):
    """A step of the workshop that leaves nothing else behind: it was understood, or talked over."""

    step = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "steps taken"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["directive", "step"],
                condition=models.Q(taken_back_at__isnull=True),
                name="directives_steptaken_once",
            ),
        ]

    def __str__(self) -> str:
        return self.step


class SetAside(CanBeTakenBack, OfADirective):
    """Nobody goes on with this draft: it was begun by mistake, or by another state's rules. It can be taken up again."""

    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "set aside"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["directive"], condition=models.Q(taken_back_at__isnull=True), name="directives_setaside_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
