import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import WallOffByAgency


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_strengths'),
        ('people', '0001_initial'),
        ('plans', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='goal',
            name='know',
            field=models.CharField(blank=True, help_text='How one will know, in words: `I have the key`.', max_length=200),
        ),
        migrations.CreateModel(
            name='Strength',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.CharField(blank=True, help_text='Of the skill areas in the catalogue.', max_length=40)),
                ('noticed_by', models.CharField(choices=[('myself', 'I did'), ('peer', 'My peer'), ('other', 'Somebody else')], default='myself', max_length=20)),
                ('noticed_by_whom', models.CharField(blank=True, max_length=200)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'strengths',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StrengthShown',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('where', models.TextField(blank=True, max_length=4000)),
                ('at', models.DateTimeField()),
                ('said_in', models.UUIDField(blank=True, null=True)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('strength', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='moments', to='plans.strength')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'strengths shown',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Tool',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('library', models.CharField(blank=True, help_text="The id of the library's tool it began as.", max_length=60)),
                ('for_what', models.JSONField(blank=True, default=list)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('how', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='how_of_tool', to='plans.ownwords')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ToolUsed',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('helped', models.CharField(blank=True, choices=[('a_lot', 'A lot'), ('a_little', 'A little'), ('not_this_time', 'Not this time')], max_length=20)),
                ('words', models.TextField(blank=True, max_length=4000)),
                ('at', models.DateTimeField()),
                ('said_in', models.UUIDField(blank=True, null=True)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('tool', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='plans.tool')),
            ],
            options={
                'verbose_name_plural': 'tools used',
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='strength',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_strength_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddIndex(
            model_name='strengthshown',
            index=models.Index(fields=['strength', 'at', 'id'], name='plans_strengthshown_in_time'),
        ),
        migrations.AddConstraint(
            model_name='strengthshown',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_strengthshown_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='strengthshown',
            constraint=models.UniqueConstraint(condition=models.Q(('said_in__isnull', False), ('taken_back_at__isnull', True)), fields=('strength', 'said_in'), name='plans_strengthshown_once_a_contact'),
        ),
        migrations.AddConstraint(
            model_name='tool',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_tool_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddIndex(
            model_name='toolused',
            index=models.Index(fields=['tool', 'at', 'id'], name='plans_toolused_in_time'),
        ),
        migrations.AddConstraint(
            model_name='toolused',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_toolused_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='toolused',
            constraint=models.UniqueConstraint(condition=models.Q(('said_in__isnull', False), ('taken_back_at__isnull', True)), fields=('tool', 'said_in'), name='plans_toolused_once_a_contact'),
        ),
        WallOffByAgency("plans_strength"),
        WallOffByAgency("plans_strengthshown"),
        WallOffByAgency("plans_tool"),
        WallOffByAgency("plans_toolused"),
    ]
