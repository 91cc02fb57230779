import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import WallOffByAgency



class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnWords',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('kind', models.CharField(max_length=40)),
                ('text', models.TextField(blank=True, max_length=4000)),
            ],
            options={
                'verbose_name_plural': 'own words',
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('own', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='plans.ownwords')),
                ('before', models.TextField(blank=True)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('page', models.UUIDField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['own', 'until_at', 'id'], name='plans_wording_latest')],
            },
        ),
        migrations.CreateModel(
            name='Aside',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('own', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asides', to='plans.ownwords')),
                ('text', models.TextField(blank=True, max_length=4000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('page', models.UUIDField(null=True)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='plans_aside_settled_at_with_settled_by')],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('area', models.CharField(blank=True, choices=[('home', 'A place to live'), ('body', 'Body and health'), ('mind', 'Mind and feelings'), ('recovery', 'Alcohol and drugs'), ('people', 'Family and friends'), ('work', 'Work'), ('learning', 'Learning'), ('money', 'Money and papers'), ('ways', 'Getting around'), ('joy', 'Free time and joy'), ('faith', 'Faith and meaning'), ('giving', 'Helping others')], max_length=20)),
                ('measure', models.CharField(blank=True, choices=[('', 'Just see how it goes'), ('number', 'A number'), ('yes_no', 'Yes or no'), ('scale', 'My own words, from far to near')], default='', max_length=20)),
                ('from_value', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('to_value', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('unit', models.CharField(blank=True, max_length=40)),
                ('scale', models.JSONField(blank=True, default=list)),
                ('hoped_for_on', models.DateField(blank=True, null=True)),
                ('place', models.PositiveIntegerField(default=0)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'program', 'place'], name='plans_goal_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Want',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'program'), name='plans_want_one_a_program')],
            },
        ),
        migrations.CreateModel(
            name='GoalEnded',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='plans.goal')),
                ('how', models.CharField(choices=[('reached', 'Reached'), ('let_go', 'Let go'), ('changed', 'Changed into something else')], max_length=20)),
                ('why', models.TextField(blank=True, max_length=4000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'goals ended',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_goalended_taken_back_at_with_taken_back_by'), models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('goal',), name='plans_goalended_once')],
            },
        ),
        migrations.CreateModel(
            name='CheckIn',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('goal', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='check_ins', to='plans.goal')),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('words', models.TextField(blank=True, max_length=4000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('said_in', models.UUIDField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['goal', 'at', 'id'], name='plans_checkin_in_time')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_checkin_taken_back_at_with_taken_back_by'), models.UniqueConstraint(condition=models.Q(('said_in__isnull', False), ('taken_back_at__isnull', True)), fields=('goal', 'said_in'), name='plans_checkin_once_a_contact')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='plans.goal')),
                ('who', models.CharField(choices=[('alone', 'On my own'), ('with_peer', 'With my peer'), ('with_others', 'With someone else')], default='alone', max_length=20)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_step_taken_back_at_with_taken_back_by')],
            },
        ),
        migrations.CreateModel(
            name='StepDone',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='doings', to='plans.step')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('said_in', models.UUIDField(blank=True, null=True)),
            ],
            options={
                'verbose_name_plural': 'steps done',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_stepdone_taken_back_at_with_taken_back_by'), models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('step',), name='plans_stepdone_once')],
            },
        ),
        WallOffByAgency("plans_ownwords"),
        WallOffByAgency("plans_wording"),
        WallOffByAgency("plans_aside"),
        WallOffByAgency("plans_want"),
        WallOffByAgency("plans_goal"),
        WallOffByAgency("plans_goalended"),
        WallOffByAgency("plans_checkin"),
        WallOffByAgency("plans_step"),
        WallOffByAgency("plans_stepdone"),
    ]
