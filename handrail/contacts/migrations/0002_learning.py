import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import LockedOnceSigned, WallOffByAgency

SIGNED = "EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {row}.part_id)"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('contacts', '0002_strengths'),
    ]

    operations = [
        migrations.CreateModel(
            name='MaterialShared',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=60)),
                ('title', models.CharField(max_length=200)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='materials', to='contacts.part')),
            ],
            options={
                'verbose_name_plural': 'materials shared',
                'constraints': [models.UniqueConstraint(fields=('part', 'key'), name='contacts_materialshared_once')],
            },
        ),
        WallOffByAgency("contacts_materialshared"),
        LockedOnceSigned("contacts_materialshared", signed=SIGNED, refuses_new=SIGNED),
    ]
