import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import LockedOnceSigned, NeverChanged, WallOffByAgency

SIGNED = "EXISTS (SELECT 1 FROM contacts_signature WHERE part_id = {part})"
OF_SIGNED = "EXISTS (SELECT 1 FROM contacts_signature JOIN contacts_part ON contacts_part.id = part_id WHERE contact_id = {row}.contact_id)"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('plans', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('staff', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='accounts.staff')),
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
            ],
            options={
                'indexes': [models.Index(fields=['staff', 'at'], name='contacts_contact_of_staff')],
            },
        ),
        migrations.CreateModel(
            name='CallAsked',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('about', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'calls asked for',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='contacts_callasked_settled_at_with_settled_by')],
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contacts_parts', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('contact', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='contacts.contact')),
                ('at', models.DateTimeField(help_text="The contact's own moment, kept here so that the latest of a person is found at once.")),
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
            ],
            options={
                'indexes': [models.Index(fields=['person', 'program', '-at'], name='contacts_part_latest'), models.Index(condition=models.Q(('signed_at__isnull', True)), fields=['agency', 'contact'], name='contacts_part_still_open')],
                'constraints': [models.UniqueConstraint(fields=('contact', 'person'), name='contacts_part_once_a_person')],
            },
        ),
        migrations.CreateModel(
            name='PartActivity',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='contacts.part')),
                ('activity', models.CharField(max_length=60)),
            ],
            options={
                'verbose_name_plural': 'part activities',
                'constraints': [models.UniqueConstraint(fields=('part', 'activity'), name='contacts_partactivity_once')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='contacts_appointments', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('staff', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='accounts.staff')),
                ('at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('how', models.CharField(choices=[('met', 'Met'), ('called', 'Called'), ('texted', 'Texted'), ('tried', 'Tried, no answer'), ('video', 'Video'), ('mailed', 'E-mail'), ('letter', 'Letter')], default='met', max_length=20)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('made_in', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next_time', to='contacts.part')),
                ('kept_in', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='came_from', to='contacts.part')),
            ],
            options={
                'indexes': [models.Index(fields=['staff', 'at'], name='contacts_appointment_of_staff'), models.Index(fields=['person', 'program', 'at'], name='contacts_appointment_next'), models.Index(condition=models.Q(('kept_in__isnull', True)), fields=['agency', 'at'], name='contacts_appointment_untold')],
            },
        ),
        migrations.CreateModel(
            name='GoalTouched',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='contacts.part')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.goal')),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('measure', models.JSONField(blank=True, help_text='The measure the value was told in.', null=True)),
                ('told', models.TextField(blank=True, help_text='The value in words, as it was told.', null=True)),
                ('words', models.TextField(blank=True, help_text="The goal's words when this was signed.", max_length=4000, null=True)),
            ],
            options={
                'verbose_name_plural': 'goals touched',
                'constraints': [models.UniqueConstraint(fields=('part', 'goal'), name='contacts_goaltouched_once')],
            },
        ),
        migrations.CreateModel(
            name='StepTouched',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('part', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='contacts.part')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.step')),
                ('words', models.TextField(blank=True, help_text="The step's words when this was signed.", max_length=4000, null=True)),
            ],
            options={
                'verbose_name_plural': 'steps touched',
                'constraints': [models.UniqueConstraint(fields=('part', 'step'), name='contacts_steptouched_once')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('part', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='signature', serialize=False, to='contacts.part')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('needs_cosign', models.BooleanField(default=False, help_text='The writer was a trainee there.')),
                ('next_at', models.DateTimeField(blank=True, help_text='The next time together, as the note told it.', null=True)),
                ('next_place', models.CharField(blank=True, max_length=200, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='AwaitsCosign',
            fields=[
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('part', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='contacts.part')),
                ('at', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'awaits co-signing',
            },
        ),
        migrations.CreateModel(
            name='Addendum',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addenda', to='contacts.part')),
                ('words', models.TextField(max_length=10000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'addenda',
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='contacts.part')),
                ('view', models.CharField(choices=[('agrees', 'Yes, this is how it was'), ('disagrees', 'I see it differently')], max_length=20)),
                ('words', models.TextField(blank=True, max_length=10000)),
                ('at', models.DateTimeField()),
                ('beside', models.ForeignKey(help_text='On whose phone it was written.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Returned',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='returns', to='contacts.part')),
                ('why', models.TextField(max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'returned',
            },
        ),
        migrations.CreateModel(
            name='CoSigned',
            fields=[
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('part', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='cosigned', serialize=False, to='contacts.part')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'co-signed',
            },
        ),
        migrations.CreateModel(
            name='AppointmentMoved',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='contacts.appointment')),
                ('was_at', models.DateTimeField()),
                ('was_place', models.CharField(blank=True, max_length=200, null=True)),
                ('asked_by', models.CharField(choices=[('person', 'They asked for it'), ('us', 'We asked for it')], max_length=20)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'appointments moved',
            },
        ),
        migrations.CreateModel(
            name='AppointmentEnded',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('appointment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ended', to='contacts.appointment')),
                ('how', models.CharField(choices=[('missed', 'We did not meet'), ('by_person', 'They called it off'), ('by_us', 'We called it off')], max_length=20)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'appointments ended',
            },
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
    ]
