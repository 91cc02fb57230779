"""Cover is for one program. What was planned before goes to the first program its peer works in."""

import django.db.models.deletion
from django.db import migrations, models

from handrail.kit.tenancy import as_agency


def fill(apps, schema_editor):
    cover, held = apps.get_model("people", "Cover"), apps.get_model("accounts", "RoleHeld")
    for agency_id in apps.get_model("audit", "Head").objects.values_list("agency_id", flat=True):
        with as_agency(agency_id):
            for one in cover.objects.filter(agency=agency_id, program=None).order_by("id"):
                role = held.objects.filter(staff=one.covered_id, program__isnull=False).order_by("from_at", "id").first()
                if role:
                    cover.objects.filter(pk=one.pk).update(program=role.program_id)


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0001_initial"),
        ("audit", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="cover",
            name="program",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.program"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="cover",
            name="program",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.program"),
        ),
    ]
