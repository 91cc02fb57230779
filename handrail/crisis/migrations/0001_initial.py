import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import WallOffByAgency


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0001_initial'),
        ('plans', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='GuidedPlan',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('begun_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
        ),
        migrations.CreateModel(
            name='GuidedAnswer',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('section', models.CharField(max_length=40)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('plan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='crisis.guidedplan')),
            ],
        ),
        migrations.CreateModel(
            name='CrisisPlace',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('section', models.CharField(max_length=40)),
                ('place', models.PositiveIntegerField(default=0)),
                ('name', models.CharField(max_length=120)),
                ('phone', models.CharField(blank=True, max_length=60)),
                ('noted_at', models.DateTimeField()),
                ('how', models.CharField(blank=True, max_length=300)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('noted_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('plan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='crisis.guidedplan')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CrisisPerson',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('section', models.CharField(max_length=40)),
                ('place', models.PositiveIntegerField(default=0)),
                ('name', models.CharField(max_length=120)),
                ('phone', models.CharField(blank=True, max_length=60)),
                ('noted_at', models.DateTimeField()),
                ('who', models.CharField(blank=True, max_length=120)),
                ('when', models.CharField(blank=True, max_length=300)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('noted_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('plan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='crisis.guidedplan')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CopyGiven',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('given_on', models.DateField()),
                ('mark', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='crisis.crisisperson')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='crisis.guidedplan')),
                ('version', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.version')),
            ],
            options={
                'verbose_name_plural': 'copies given',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InCrisis',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('tried', models.JSONField(blank=True, default=list)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('ended_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'in crisis',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CrisisNote',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('about', models.CharField(choices=[('now', 'What is happening now'), ('next', 'What comes next'), ('learned', 'What we learned')], max_length=20)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('use', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='crisis.incrisis')),
            ],
        ),
        migrations.CreateModel(
            name='CrisisLine',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('line', models.CharField(max_length=40)),
                ('hidden', models.BooleanField(default=False)),
                ('name', models.CharField(max_length=80)),
                ('name_es', models.CharField(blank=True, max_length=80)),
                ('what_for', models.CharField(blank=True, max_length=300)),
                ('what_for_es', models.CharField(blank=True, max_length=300)),
                ('call', models.CharField(blank=True, max_length=40)),
                ('press', models.CharField(blank=True, max_length=10)),
                ('text', models.CharField(blank=True, max_length=40)),
                ('text_word', models.CharField(blank=True, max_length=20)),
                ('chat', models.BooleanField(default=False)),
                ('reviewed_on', models.DateField()),
                ('review_by', models.DateField()),
                ('at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('until_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('until_at__isnull', True), ('until_by__isnull', True)), models.Q(('until_at__isnull', False), ('until_by__isnull', False)), _connector='OR'), name='crisis_crisisline_until_at_with_until_by'), models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('at')), _connector='OR'), name='crisis_crisisline_at_before_until_at'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('agency', 'line'), name='crisis_line_one_stands')],
            },
        ),
        migrations.AddConstraint(
            model_name='guidedplan',
            constraint=models.UniqueConstraint(fields=('person', 'program', 'kind'), name='crisis_guidedplan_one_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='guidedanswer',
            constraint=models.UniqueConstraint(fields=('plan', 'section'), name='crisis_guidedanswer_one_a_part'),
        ),
        migrations.AddIndex(
            model_name='crisisplace',
            index=models.Index(fields=['plan', 'section', 'place'], name='crisis_place_in_order'),
        ),
        migrations.AddConstraint(
            model_name='crisisplace',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='crisis_crisisplace_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddIndex(
            model_name='crisisperson',
            index=models.Index(fields=['plan', 'section', 'place'], name='crisis_person_in_order'),
        ),
        migrations.AddConstraint(
            model_name='crisisperson',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='crisis_crisisperson_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='copygiven',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='crisis_copygiven_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddIndex(
            model_name='incrisis',
            index=models.Index(condition=models.Q(('ended_at__isnull', True), ('taken_back_at__isnull', True)), fields=['person', 'program'], name='crisis_incrisis_going_on'),
        ),
        migrations.AddConstraint(
            model_name='incrisis',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='crisis_incrisis_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='incrisis',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='crisis_incrisis_ended_at_with_ended_by'),
        ),
        migrations.AddConstraint(
            model_name='incrisis',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('began_at')), _connector='OR'), name='crisis_incrisis_began_at_before_ended_at'),
        ),
        migrations.AddConstraint(
            model_name='crisisnote',
            constraint=models.UniqueConstraint(fields=('use', 'about'), name='crisis_crisisnote_one_of_each'),
        ),
        WallOffByAgency("crisis_guidedplan"),
        WallOffByAgency("crisis_guidedanswer"),
        WallOffByAgency("crisis_crisisperson"),
        WallOffByAgency("crisis_crisisplace"),
        WallOffByAgency("crisis_copygiven"),
        WallOffByAgency("crisis_incrisis"),
        WallOffByAgency("crisis_crisisnote"),
        WallOffByAgency("crisis_crisisline"),
    ]
