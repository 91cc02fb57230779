
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_strengths'),
    ]

    operations = [
        migrations.AddField(
            model_name='agency',
            name='phone',
            field=models.CharField(blank=True, help_text='The number people call; it stands on wallet cards.', max_length=40),
        ),
    ]
