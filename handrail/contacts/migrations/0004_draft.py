"""Where an appointment was before it was moved."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contacts", "0003_still_open")]

    operations = [
        migrations.AddField(
            model_name="appointmentmoved",
            name="was_place",
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
    ]
