import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import LockedOnceSigned, WallOffByAgency

SIGNED = "EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {row}.part_id)"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_strengths'),
        ('contacts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Touched',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=60)),
                ('words', models.TextField(blank=True, help_text='Its words when this was signed.', max_length=4000, null=True)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='touched', to='contacts.part')),
            ],
            options={
                'verbose_name_plural': 'touched',
                'constraints': [models.UniqueConstraint(fields=('part', 'kind', 'key'), name='contacts_touched_once')],
            },
        ),
        WallOffByAgency("contacts_touched"),
        LockedOnceSigned("contacts_touched", signed=SIGNED, refuses_new=SIGNED),
    ]
