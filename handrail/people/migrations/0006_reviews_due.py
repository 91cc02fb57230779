from django.db import migrations, models


class Migration(migrations.Migration):
    """What is to be looked at again is found among the agreements that run."""

    dependencies = [
        ("people", "0005_search_keys_of_everybody"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="supportagreement",
            index=models.Index(
                condition=models.Q(("until_at__isnull", True)), fields=["agency", "review_on"], name="people_supportagreement_review"
            ),
        ),
    ]
