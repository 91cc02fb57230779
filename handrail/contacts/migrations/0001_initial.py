import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import LockedOnceSigned, NeverChanged, WallOffByAgency

SIGNED = "EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {part})"
OF_SIGNED = "EXISTS (SELECT 1 FROM contacts_signature JOIN contacts_part ON contacts_part.id = part_id WHERE contact_id = {row}.contact_id)"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0001_initial'),
        ('plans', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('how', models.CharField(choices=[('met', 'Met'), ('called', 'Called'), ('texted', 'Texted'), ('tried', 'Tried, no answer'), ('video', 'Video'), ('mailed', 'E-mail'), ('letter', 'Letter')], max_length=20)),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('did', models.TextField(blank=True, max_length=10000)),
                ('words', models.TextField(blank=True, max_length=10000)),
                ('next_words', models.TextField(blank=True, max_length=10000)),
                ('together', models.BooleanField(default=False)),
                ('language', models.CharField(blank=True, max_length=60)),
                ('with_whom', models.CharField(blank=True, max_length=200)),
                ('story_intent', models.CharField(blank=True, max_length=500)),
                ('story_effect', models.CharField(blank=True, max_length=500)),
                ('value_named', models.CharField(blank=True, max_length=1000)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contacts_parts', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('how', models.CharField(choices=[('met', 'Met'), ('called', 'Called'), ('texted', 'Texted'), ('tried', 'Tried, no answer'), ('video', 'Video'), ('mailed', 'E-mail'), ('letter', 'Letter')], default='met', max_length=20)),
                ('where', models.CharField(blank=True, choices=[('out', 'Out and about'), ('ours', 'At our place'), ('theirs', 'At their place'), ('hospital', 'Hospital or emergency department'), ('residential', 'Residence or shelter'), ('justice', 'Jail or court'), ('school', 'School or campus'), ('work', 'At work')], max_length=20)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('version', models.PositiveIntegerField(default=1)),
                ('page', models.UUIDField(blank=True, help_text='The open page it was last saved from.', null=True)),
                ('turn', models.PositiveIntegerField(default=0, help_text='How often that page had sent something by then.')),
                ('begun_at', models.DateTimeField()),
                ('noted_at', models.DateTimeField(help_text='When a line of the record last told that it was written on.')),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('staff', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='accounts.staff')),
            ],
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('how', models.CharField(choices=[('met', 'Met'), ('called', 'Called'), ('texted', 'Texted'), ('tried', 'Tried, no answer'), ('video', 'Video'), ('mailed', 'E-mail'), ('letter', 'Letter')], default='met', max_length=20)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('made_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contacts_appointments', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('staff', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='accounts.staff')),
                ('kept_in', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='came_from', to='contacts.part')),
                ('made_in', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next_time', to='contacts.part')),
            ],
        ),
        migrations.CreateModel(
            name='AppointmentEnded',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('how', models.CharField(choices=[('missed', 'We did not meet'), ('by_person', 'They called it off'), ('by_us', 'We called it off')], max_length=20)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('appointment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ended', to='contacts.appointment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'verbose_name_plural': 'appointments ended',
            },
        ),
        migrations.CreateModel(
            name='AppointmentMoved',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('was_at', models.DateTimeField()),
                ('was_place', models.CharField(blank=True, max_length=200, null=True)),
                ('asked_by', models.CharField(choices=[('person', 'They asked for it'), ('us', 'We asked for it')], max_length=20)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='contacts.appointment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'verbose_name_plural': 'appointments moved',
            },
        ),
        migrations.CreateModel(
            name='Addendum',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(max_length=10000)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addenda', to='contacts.part')),
            ],
            options={
                'verbose_name_plural': 'addenda',
            },
        ),
        migrations.CreateModel(
            name='CallAsked',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('about', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'calls asked for',
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('view', models.CharField(choices=[('agrees', 'Yes, this is how it was'), ('disagrees', 'I see it differently')], max_length=20)),
                ('words', models.TextField(blank=True, max_length=10000)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('beside', models.ForeignKey(help_text='On whose phone it was written.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='contacts.part')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='part',
            name='contact',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='contacts.contact'),
        ),
        migrations.CreateModel(
            name='GoalTouched',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('measure', models.JSONField(blank=True, help_text='The measure the value was told in.', null=True)),
                ('told', models.TextField(blank=True, help_text='The value in words, as it was told.', null=True)),
                ('words', models.TextField(blank=True, help_text="The goal's words when this was signed.", max_length=4000, null=True)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.goal')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='contacts.part')),
            ],
            options={
                'verbose_name_plural': 'goals touched',
            },
        ),
        migrations.CreateModel(
            name='MaterialShared',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=60)),
                ('title', models.CharField(max_length=200)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='materials', to='contacts.part')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'verbose_name_plural': 'materials shared',
            },
        ),
        migrations.CreateModel(
            name='PartActivity',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('activity', models.CharField(max_length=60)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='contacts.part')),
            ],
            options={
                'verbose_name_plural': 'part activities',
            },
        ),
        migrations.CreateModel(
            name='Returned',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField(max_length=1000)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='returns', to='contacts.part')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'verbose_name_plural': 'returned',
            },
        ),
        migrations.CreateModel(
            name='StepTouched',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(blank=True, help_text="The step's words when this was signed.", max_length=4000, null=True)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='contacts.part')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.step')),
            ],
            options={
                'verbose_name_plural': 'steps touched',
            },
        ),
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
            },
        ),
        migrations.CreateModel(
            name='AwaitsCosign',
            fields=[
                ('part', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='contacts.part')),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'verbose_name_plural': 'awaits co-signing',
            },
        ),
        migrations.CreateModel(
            name='CoSigned',
            fields=[
                ('part', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='cosigned', serialize=False, to='contacts.part')),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'verbose_name_plural': 'co-signed',
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('part', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='signature', serialize=False, to='contacts.part')),
                ('at', models.DateTimeField()),
                ('needs_cosign', models.BooleanField(default=False, help_text='The writer was a trainee there.')),
                ('next_at', models.DateTimeField(blank=True, help_text='The next time together, as the note told it.', null=True)),
                ('next_place', models.CharField(blank=True, max_length=200, null=True)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['staff', 'at'], name='contacts_appointment_of_staff'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['person', 'program', 'at'], name='contacts_appointment_next'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(condition=models.Q(('kept_in__isnull', True)), fields=['agency', 'at'], name='contacts_appointment_untold'),
        ),
        migrations.AddConstraint(
            model_name='callasked',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='contacts_callasked_settled_at_with_settled_by'),
        ),
        migrations.AddIndex(
            model_name='part',
            index=models.Index(fields=['person', 'program', '-at', 'how'], name='contacts_part_latest'),
        ),
        migrations.AddIndex(
            model_name='part',
            index=models.Index(condition=models.Q(('signed_at__isnull', True)), fields=['agency', 'contact'], name='contacts_part_still_open'),
        ),
        migrations.AddConstraint(
            model_name='part',
            constraint=models.UniqueConstraint(fields=('contact', 'person'), name='contacts_part_once_a_person'),
        ),
        migrations.AddIndex(
            model_name='contact',
            index=models.Index(fields=['staff', 'at'], name='contacts_contact_of_staff'),
        ),
        migrations.AddConstraint(
            model_name='goaltouched',
            constraint=models.UniqueConstraint(fields=('part', 'goal'), name='contacts_goaltouched_once'),
        ),
        migrations.AddConstraint(
            model_name='materialshared',
            constraint=models.UniqueConstraint(fields=('part', 'key'), name='contacts_materialshared_once'),
        ),
        migrations.AddConstraint(
            model_name='partactivity',
            constraint=models.UniqueConstraint(fields=('part', 'activity'), name='contacts_partactivity_once'),
        ),
        migrations.AddConstraint(
            model_name='steptouched',
            constraint=models.UniqueConstraint(fields=('part', 'step'), name='contacts_steptouched_once'),
        ),
        migrations.AddConstraint(
            model_name='touched',
            constraint=models.UniqueConstraint(fields=('part', 'kind', 'key'), name='contacts_touched_once'),
        ),
        WallOffByAgency("contacts_appointment"),
        WallOffByAgency("contacts_appointmentended"),
        WallOffByAgency("contacts_awaitscosign"),
        WallOffByAgency("contacts_appointmentmoved"),
        WallOffByAgency("contacts_contact"),
        WallOffByAgency("contacts_part"),
        WallOffByAgency("contacts_goaltouched"),
        WallOffByAgency("contacts_cosigned"),
        WallOffByAgency("contacts_comment"),
        WallOffByAgency("contacts_addendum"),
        WallOffByAgency("contacts_partactivity"),
        WallOffByAgency("contacts_returned"),
        WallOffByAgency("contacts_signature"),
        WallOffByAgency("contacts_steptouched"),
        WallOffByAgency("contacts_callasked"),
        # Signed is locked for good: the contact, the part, and what hangs on the part.
        LockedOnceSigned(
            "contacts_contact",
            signed="EXISTS (SELECT 1 FROM contacts_signature JOIN contacts_part ON contacts_part.id = part_id WHERE contact_id = {row}.id)",
        ),
        LockedOnceSigned("contacts_part", signed=SIGNED.format(part="{row}.id"), refuses_new=OF_SIGNED),
        LockedOnceSigned("contacts_partactivity", signed=SIGNED.format(part="{row}.part_id"), refuses_new=SIGNED.format(part="{row}.part_id")),
        LockedOnceSigned("contacts_goaltouched", signed=SIGNED.format(part="{row}.part_id"), refuses_new=SIGNED.format(part="{row}.part_id")),
        LockedOnceSigned("contacts_steptouched", signed=SIGNED.format(part="{row}.part_id"), refuses_new=SIGNED.format(part="{row}.part_id")),
        NeverChanged("contacts_signature"),
        NeverChanged("contacts_addendum"),
        NeverChanged("contacts_comment"),
        NeverChanged("contacts_returned"),
        NeverChanged("contacts_cosigned"),
        NeverChanged("contacts_appointmentmoved"),
        NeverChanged("contacts_appointmentended"),
        WallOffByAgency("contacts_materialshared"),
        LockedOnceSigned("contacts_materialshared", signed="EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {row}.part_id)", refuses_new="EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {row}.part_id)"),
        WallOffByAgency("contacts_touched"),
        LockedOnceSigned("contacts_touched", signed="EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {row}.part_id)", refuses_new="EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {row}.part_id)"),
    ]
