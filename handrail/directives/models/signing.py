"""A directive is signed: by whom, before whom, and what exactly. From then on nothing of it changes.

`strokes` are what was drawn with a finger, as in `plans.Signature`; on the screen without them the typed name is the signature.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.directives.models.agent import Agent
from handrail.directives.models.directive import Directive, OfADirective
from handrail.people.models import OfAPerson
from handrail.plans.models.signature import LONGEST_STROKES


class HowSigned(models.TextChoices):
    """Where the signature is."""

    PAPER = "paper", _("On paper, with a pen")
    SCREEN = "screen", _("On the screen")


class Signing(OfAPerson):
    """The moment somebody took a directive as theirs. It keeps what they signed, and the rules as they were shown."""

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="signing")
    how = models.CharField(max_length=20, choices=HowSigned.choices)
    maker = models.CharField(max_length=120)
    on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    strokes = models.TextField(max_length=LONGEST_STROKES, blank=True)
    content = models.JSONField()
    rules = models.JSONField()
    """What the state asked, as it was shown that day (`Pack.told`)."""
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=models.F("on")), name="directives_signing_ends_later"
            )
        ]
        indexes: ClassVar = [
            # Today asks each morning for what runs out soon, and for what was not read again for a year.
            models.Index(fields=["agency", "ends_on"], name="directives_signing_ends"),
            models.Index(fields=["agency", "on"], name="directives_signing_on"),
        ]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class Witness(OfADirective):
    """Somebody who watched the signing, and what was asked of them: `is_not` as the state and the house want to know it."""

    name = models.CharField(max_length=120)
    strokes = models.TextField(max_length=LONGEST_STROKES, blank=True)
    relation = models.CharField(max_length=20, blank=True)
    is_not = models.JSONField(default=list)
    place = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "witnesses"
        constraints: ClassVar = [models.UniqueConstraint(fields=["directive", "place"], name="directives_witness_in_order")]

    def __str__(self) -> str:
        return self.name


class Notary(OfAPerson):
    """A notary before whom it was signed on paper, where the state lets one take the place of witnesses."""

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="notary")
    name = models.CharField(max_length=120)
    on = models.DateField()

    class Meta:
        verbose_name_plural = "notaries"

    def __str__(self) -> str:
        return self.name


class OverrideSigning(OfAPerson):
    """The second signature, for the clause that lets care go on over a later no, and who attested that it was understood."""

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="override")
    name = models.CharField(max_length=120)
    strokes = models.TextField(max_length=LONGEST_STROKES, blank=True)
    attested_by = models.CharField(max_length=120)
    attested_strokes = models.TextField(max_length=LONGEST_STROKES, blank=True)
    profession = models.CharField(max_length=40)
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class AgentSigned(OfADirective):
    """Somebody who speaks for the person signed too, before the same witnesses or the notary."""

    agent = models.OneToOneField(Agent, on_delete=models.PROTECT, related_name="signed")
    name = models.CharField(max_length=120)
    strokes = models.TextField(max_length=LONGEST_STROKES, blank=True)
    on = models.DateField()

    class Meta:
        verbose_name_plural = "agents signed"

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"
