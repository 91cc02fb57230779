"""That somebody signed a version of a paper: who, as what, how, when. And that it was by mistake."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.kit.pairs import Pair
from handrail.people.models import OfAPerson, OfAPersonQuerySet
from handrail.plans.models.paper import Version
from handrail.plans.models.scan import Scan

LONGEST_STROKES = 20_000


class Signer(models.TextChoices):
    """As what somebody signs."""

    PERSON = "person", _("The person")
    GUARDIAN = "guardian", _("A parent or guardian")
    PEER = "peer", _("The peer")
    SUPERVISOR = "supervisor", _("The supervisor")


SIGNER_WORDS = {
    Signer.PERSON: Pair("signed for myself", "firmo por mí"),
    Signer.GUARDIAN: Pair("parent or guardian", "madre, padre o tutor"),
    Signer.PEER: Pair("peer", "persona de apoyo entre pares"),
    Signer.SUPERVISOR: Pair("supervisor", "persona que supervisa"),
}
"""The same as it stands on paper."""


class How(models.TextChoices):
    """How somebody signed."""

    DRAWN = "drawn", _("With a finger")
    TYPED = "typed", _("With the name typed")
    ON_PAPER = "on_paper", _("On paper")


HOW_WORDS = {
    How.DRAWN: Pair("with a finger, on the screen", "con el dedo, en la pantalla"),
    How.TYPED: Pair("with the name typed", "con el nombre escrito"),
    How.ON_PAPER: Pair("on paper; a copy is kept", "en papel; se guarda una copia"),
}

OURS = Q(who__in=(Signer.PEER, Signer.SUPERVISOR))
DRAWN, ON_PAPER = Q(how=How.DRAWN), Q(how=How.ON_PAPER)


class SignatureQuerySet(OfAPersonQuerySet["Signature"]):
    """Which signatures count."""

    def standing(self) -> SignatureQuerySet:
        """Those that were meant."""
        return self.filter(~Exists(SignedByMistake.objects.filter(signature=OuterRef("pk"))))


class Signature(OfAPerson):
    """Somebody stands behind a version with their name. It is never changed and never taken out."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="signatures")
    who = models.CharField(max_length=20, choices=Signer.choices)
    name = models.CharField(max_length=120)
    how = models.CharField(max_length=20, choices=How.choices)
    strokes = models.TextField(max_length=LONGEST_STROKES, blank=True)
    scan = models.ForeignKey(Scan, on_delete=models.PROTECT, null=True, blank=True, related_name="signatures", db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    on = models.DateField(help_text="On which day they signed; a paper may come back later.")
    at = models.DateTimeField()
    by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", db_index=False, help_text="On whose screen it was signed."
    )

    objects = SignatureQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=(DRAWN & ~Q(strokes="")) | (~DRAWN & Q(strokes="")), name="plans_signature_drawn"),
            models.CheckConstraint(
                condition=(ON_PAPER & Q(scan__isnull=False)) | (~ON_PAPER & Q(scan__isnull=True)),
                name="plans_signature_on_paper",
            ),
            models.CheckConstraint(
                condition=(OURS & Q(staff__isnull=False)) | (~OURS & Q(staff__isnull=True)), name="plans_signature_of_staff"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_who_display()}, {self.on:%Y-%m-%d}"


class SignedByMistake(OfAPerson):
    """A signature was given by mistake, and why. Both stay; it counts no more."""

    signature = models.OneToOneField(Signature, on_delete=models.PROTECT, related_name="mistake")
    why = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name_plural = "signed by mistake"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
