from django.db import migrations, models


class Migration(migrations.Migration):
    """All may be empty: SQLite then adds the column where the table stands, and the triggers of signed rows stay on it."""

    dependencies = [
        ('contacts', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='goaltouched',
            name='measure',
            field=models.JSONField(blank=True, help_text='The measure the value was told in.', null=True),
        ),
        migrations.AddField(
            model_name='goaltouched',
            name='told',
            field=models.TextField(blank=True, help_text='The value in words, as it was told.', null=True),
        ),
        migrations.AddField(
            model_name='goaltouched',
            name='words',
            field=models.TextField(blank=True, help_text="The goal's words when this was signed.", max_length=4000, null=True),
        ),
        migrations.AddField(
            model_name='steptouched',
            name='words',
            field=models.TextField(blank=True, help_text="The step's words when this was signed.", max_length=4000, null=True),
        ),
        migrations.AddField(
            model_name='signature',
            name='next_at',
            field=models.DateTimeField(blank=True, help_text='The next time together, as the note told it.', null=True),
        ),
        migrations.AddField(
            model_name='signature',
            name='next_place',
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
    ]
