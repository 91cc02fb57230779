from django.db import migrations, models


class Migration(migrations.Migration):
    """That a part is signed is said on the part too. No release has signed contacts yet, so there is nothing to fill in."""

    dependencies = [
        ("contacts", "0002_as_it_was_signed"),
    ]

    operations = [
        migrations.AddField(
            model_name="part",
            name="signed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="part",
            index=models.Index(
                condition=models.Q(("signed_at__isnull", True)), fields=["agency", "contact"], name="contacts_part_still_open"
            ),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(
                condition=models.Q(("kept_in__isnull", True)), fields=["agency", "at"], name="contacts_appointment_untold"
            ),
        ),
        migrations.RemoveIndex(model_name="signature", name="contacts_signature_cosign"),
        migrations.AddIndex(
            model_name="signature",
            index=models.Index(
                condition=models.Q(("needs_cosign", True)), fields=["agency", "at"], name="contacts_signature_learning"
            ),
        ),
    ]
