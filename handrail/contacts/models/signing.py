"""What happens to a part once it is written: signed and locked, added to, commented on, returned, co-signed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.contacts.models.contact import LONGEST_TEXT, Part
from handrail.people.models import OfAPerson


class OnceOfAPart(OfAPerson):
    """What a part has once. Its key is the part's."""

    id = None  # type: ignore[assignment]

    class Meta:
        abstract = True


class Signature(OnceOfAPart):
    """The moment a part was signed. From then on nobody changes it, not even the program's own hands."""

    part = models.OneToOneField(Part, on_delete=models.PROTECT, primary_key=True, related_name="signature")
    at = models.DateTimeField()
    by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", db_index=False
    )  # nobody looks for all of somebody's
    needs_cosign = models.BooleanField(default=False, help_text="The writer was a trainee there.")
    next_at = models.DateTimeField(null=True, blank=True, help_text="The next time together, as the note told it.")
    next_place = models.CharField(max_length=200, null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%Y-%m-%d}"


class AwaitsCosign(OnceOfAPart):
    """A trainee's note behind which nobody stands yet. Gone when somebody does.

    What waits is found among what waits: looked for among all that trainees ever signed, it would take longer every year.
    """

    part = models.OneToOneField(Part, on_delete=models.PROTECT, primary_key=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "awaits co-signing"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class Addendum(OfAPerson):
    """Something said later, beside what was signed."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="addenda")
    words = models.TextField(max_length=LONGEST_TEXT)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "addenda"

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%Y-%m-%d}"


class View(models.TextChoices):
    """What the person says to the note."""

    AGREES = "agrees", _("Yes, this is how it was")
    DISAGREES = "disagrees", _("I see it differently")


class Comment(OfAPerson):
    """What the person says to a note about them. It stays for good, as they said it."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="comments")
    view = models.CharField(max_length=20, choices=View.choices)
    words = models.TextField(max_length=LONGEST_TEXT, blank=True)
    at = models.DateTimeField()
    beside = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", help_text="On whose phone it was written.")

    def __str__(self) -> str:
        return f"{self.person}, {self.at:%Y-%m-%d}"


class Returned(OfAPerson):
    """A supervisor asks the writer to say more, with the reason. The signed text stays; the answer is an addendum."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="returns")
    why = models.TextField(max_length=1000)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "returned"

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%Y-%m-%d}"


class CoSigned(OnceOfAPart):
    """A supervisor of the writer, or of the program, stands behind the note too."""

    part = models.OneToOneField(Part, on_delete=models.PROTECT, primary_key=True, related_name="cosigned")
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name_plural = "co-signed"

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%Y-%m-%d}"
