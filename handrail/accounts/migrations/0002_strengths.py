from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='program',
            name='wants_measures',
            field=models.BooleanField(default=False, help_text='Goals here should say how one will know. A goal without is marked, and never held back.'),
        ),
    ]
