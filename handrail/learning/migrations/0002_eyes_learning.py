from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('learning', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='material',
            name='after',
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
