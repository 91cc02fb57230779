import django.db.models.deletion
import handrail.kit.ids
from django.conf import settings
from django.db import migrations, models

from handrail.kit.row_guards import AGENCY_NOW, LOGIN_NOW, WallOffByAgency


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Login',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('sign_in_name', models.CharField(max_length=150, unique=True)),
                ('email', models.EmailField(blank=True, help_text='Only if there is one; nothing needs it.', max_length=254, null=True)),
                ('is_active', models.BooleanField(default=True)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('theme', models.CharField(choices=[('system', 'As the device'), ('light', 'Light'), ('dark', 'Dark')], default='system', max_length=10)),
                ('text_size', models.CharField(choices=[('normal', 'Normal'), ('large', 'Large (125 %)'), ('larger', 'Larger (150 %)'), ('huge', 'Very large (200 %)')], default='normal', max_length=10)),
                ('language', models.CharField(blank=True, default='', max_length=10)),
                ('shortcuts', models.BooleanField(default=True, help_text='Single keys such as / and n.')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('person_word', models.CharField(choices=[('person', 'person'), ('participant', 'participant'), ('peer', 'peer')], default='person', max_length=20)),
                ('time_zone', models.CharField(default='America/New_York', max_length=60)),
                ('pack', models.CharField(default='generic', help_text='The jurisdiction pack its rules come from.', max_length=20)),
                ('phone', models.CharField(blank=True, help_text='The number people call; it stands on wallet cards.', max_length=40)),
            ],
            options={
                'verbose_name_plural': 'agencies',
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('since', models.DateTimeField()),
                ('tries', models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Installation',
            fields=[
                ('id', models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('demo', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='accounts_installation_is_one')],
            },
        ),
        migrations.CreateModel(
            name='OneTimeLink',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(choices=[('set_up', 'Set Up'), ('invitation', 'Invitation'), ('way_back', 'Way Back')], max_length=20)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('agency_id', models.UUIDField(null=True)),
                ('staff_id', models.UUIDField(null=True)),
                ('made_at', models.DateTimeField()),
                ('made_by_id', models.UUIDField(null=True)),
                ('ends_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('used_at__isnull', True)), fields=['staff_id'], name='accounts_link_open')],
            },
        ),
        migrations.CreateModel(
            name='Program',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('setting', models.CharField(choices=[('community', 'In the community'), ('outpatient', 'Outpatient'), ('inpatient', 'Inpatient'), ('emergency', 'Emergency department'), ('residential', 'Residential'), ('justice', 'Jail, court or re-entry'), ('school', 'School or campus')], default='community', max_length=20)),
                ('part2', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('undetermined', 'Not known yet (treated as yes)')], default='undetermined', max_length=20)),
                ('medicaid_funded', models.BooleanField(default=False)),
                ('clinical', models.BooleanField(default=False)),
                ('wants_measures', models.BooleanField(default=False, help_text='Goals here should say how one will know. A goal without is marked, and never held back.')),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programs', to='accounts.agency')),
            ],
        ),
        migrations.CreateModel(
            name='Site',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='accounts.agency')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='accounts.program')),
            ],
        ),
        migrations.CreateModel(
            name='Staff',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('title', models.CharField(blank=True, help_text='As the agency says it: CPRS, recovery coach, ...', max_length=80)),
                ('certified', models.BooleanField(default=False)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff', to='accounts.agency')),
                ('login', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='staff', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'staff',
            },
        ),
        migrations.CreateModel(
            name='RoleHeld',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('peer', 'Peer'), ('trainee', 'Trainee peer'), ('supervisor', 'Supervisor'), ('clinical_supervisor', 'Clinical supervisor'), ('director', 'Director'), ('administrator', 'Administrator'), ('team_member', 'Team member'), ('auditor', 'Auditor')], max_length=20)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('program', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='roles_held', to='accounts.program')),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles_held', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'roles held',
            },
        ),
        migrations.CreateModel(
            name='Supervises',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('administrative', 'Administrative'), ('clinical', 'Clinical')], default='administrative', max_length=20)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervised_by', to='accounts.staff')),
                ('supervisor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervises', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'supervises',
            },
        ),
        migrations.AddConstraint(
            model_name='program',
            constraint=models.UniqueConstraint(fields=('agency', 'name'), name='accounts_program_name_once'),
        ),
        migrations.AddConstraint(
            model_name='staff',
            constraint=models.UniqueConstraint(condition=models.Q(('login__isnull', False)), fields=('agency', 'login'), name='accounts_staff_once_an_agency'),
        ),
        migrations.AddConstraint(
            model_name='roleheld',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='accounts_roleheld_from_at_before_until_at'),
        ),
        migrations.AddConstraint(
            model_name='roleheld',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('program__isnull', True), ('role__in', ('director', 'administrator', 'auditor'))), models.Q(models.Q(('role__in', ('director', 'administrator', 'auditor')), _negated=True), ('program__isnull', False)), _connector='OR'), name='accounts_roleheld_program_where_it_belongs'),
        ),
        migrations.AddConstraint(
            model_name='supervises',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='accounts_supervises_from_at_before_until_at'),
        ),
        migrations.AddConstraint(
            model_name='supervises',
            constraint=models.CheckConstraint(condition=models.Q(('supervisor', models.F('staff')), _negated=True), name='accounts_supervises_not_oneself'),
        ),
        # An agency is its own wall; signing in has to find one's places at agencies before any agency is named.
        WallOffByAgency(
            "accounts_agency",
            kept=f"id = {AGENCY_NOW}",
            seen=f"id IN (SELECT agency_id FROM accounts_staff WHERE login_id = {LOGIN_NOW})",
        ),
        WallOffByAgency("accounts_staff", seen=f"login_id = {LOGIN_NOW}"),
        WallOffByAgency("accounts_program"),
        WallOffByAgency("accounts_site"),
        WallOffByAgency("accounts_roleheld"),
        WallOffByAgency("accounts_supervises"),
    ]
