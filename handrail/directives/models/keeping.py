"""Where a signed directive is: its scan, who holds which version, the card, and who got it out when."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.directives.models.directive import OfADirective
from handrail.plans.models.scan import SignedPage
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that nobody takes for one another."""
CODE_LENGTH = 10


class ScanOf(models.TextChoices):
    """What was scanned."""

    PAPER = "paper", _("The signed paper")
    ATTESTATION = "attestation", _("The written statement for the second signature")
    REVOCATION = "revocation", _("The note that takes it back")


class Scan(SignedPage, OfADirective):
    """A scan of a signed directive, of the statement for its second signature, or of the note that takes it back."""

    USE = "directives_scan"

    of = models.CharField(max_length=20, choices=ScanOf.choices, default=ScanOf.PAPER)

    class Meta(SignedPage.Meta):
        pass


class HolderKind(models.TextChoices):
    """Who holds a copy."""

    SELF = "self", _("The person, at home or with them")
    AGENT = "agent", _("Who speaks for them")
    FAMILY = "family", _("Family or friend")
    CLINIC = "clinic", _("Clinic or doctor")
    HOSPITAL = "hospital", _("Hospital")
    LAWYER = "lawyer", _("Lawyer or legal aid")
    OTHER = "other", _("Somebody else")


class HowGiven(models.TextChoices):
    """How a copy, or word of a change, came to somebody."""

    HAND = "hand", _("By hand")
    MAIL = "mail", _("By mail")
    FAX = "fax", _("By fax")
    SECURE = "secure", _("By a safe message")
    SPOKEN = "spoken", _("Told, in person or by phone")


class Custody(CanBeTakenBack, OfADirective):
    """Somebody holds this version: who, where, since when, told by whom and how."""

    kind = models.CharField(max_length=20, choices=HolderKind.choices)
    holder = models.CharField(max_length=120)
    where = models.CharField(max_length=200, blank=True)
    told_by = models.CharField(max_length=120)
    how = models.CharField(max_length=20, choices=HowGiven.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "custody"

    def __str__(self) -> str:
        return self.holder


class HolderTold(CanBeTakenBack, OfADirective):
    """Whoever holds a copy was told that it no longer counts."""

    custody = models.ForeignKey(Custody, on_delete=models.PROTECT, related_name="tellings")
    how = models.CharField(max_length=20, choices=HowGiven.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "holders told"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["custody"], condition=models.Q(taken_back_at__isnull=True), name="directives_holdertold_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


def new_code() -> str:
    """A code that nobody guesses: ten of thirty letters."""
    return "".join(secrets.choice(CODE_LETTERS) for _letter in range(CODE_LENGTH))


class Card(OfADirective):
    """A wallet card. Its code leads staff who reach the person to the paper that counts now, and tells others nothing."""

    code = models.CharField(max_length=CODE_LENGTH, default=new_code)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["code"], name="directives_card_code_once")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class WhyRetrieved(models.TextChoices):
    """Why somebody got the signed paper out."""

    TOGETHER = "together", _("Together with the person")
    CRISIS = "crisis", _("They are in crisis now")
    HOSPITAL = "hospital", _("A hospital or clinic needs it")
    AGENT = "agent", _("Who speaks for them asks for it")
    CHECK = "check", _("To see whether it is right")
    OTHER = "other", _("Another reason")


class Retrieved(OfADirective):
    """Somebody of the staff got the signed paper out, and why."""

    why = models.CharField(max_length=20, choices=WhyRetrieved.choices)
    words = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "retrieved"
        indexes: ClassVar = [
            # Each page of the paper asks whether this reader said why, lately.
            models.Index(fields=["directive", "by", "at"], name="directives_retrieved_lately")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
