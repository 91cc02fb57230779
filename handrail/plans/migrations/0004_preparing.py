import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import WallOffByAgency


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0001_initial'),
        ('plans', '0003_papers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
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
            name='Matter',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('place', models.PositiveIntegerField(default=0)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('choice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='plans.choice')),
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
            name='Option',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('choice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='options', to='plans.choice')),
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
            name='LookedUp',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('text', models.TextField(max_length=4000)),
                ('source', models.CharField(max_length=200)),
                ('on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='plans.option')),
            ],
            options={
                'verbose_name_plural': 'looked up',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Fit',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('how', models.CharField(choices=[('good', 'It fits'), ('partly', 'Partly'), ('not', 'Does not fit'), ('unknown', 'Not sure yet')], max_length=20)),
                ('words', models.TextField(blank=True, max_length=4000)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('matter', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='fits', to='plans.matter')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fits', to='plans.option')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Chosen',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(blank=True, max_length=4000)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('choice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chosen', to='plans.choice')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('option', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.option')),
            ],
            options={
                'verbose_name_plural': 'chosen',
            },
        ),
        migrations.CreateModel(
            name='Preparation',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('occasion', models.CharField(choices=[('appointment', 'An appointment'), ('meeting', 'A meeting'), ('call', 'A phone call'), ('letter', 'A letter or message')], max_length=20)),
                ('on', models.DateField(blank=True, null=True)),
                ('at_hour', models.TimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
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
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('prompt', models.CharField(max_length=40)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('preparation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='plans.preparation')),
            ],
        ),
        migrations.CreateModel(
            name='PreparationDone',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('how', models.CharField(choices=[('own', 'I did it on my own'), ('helped', 'I did it with help'), ('for_me', 'Somebody did it for me')], max_length=20)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('preparation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='doings', to='plans.preparation')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'preparations done',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Thought',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('prompt', models.CharField(max_length=40)),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('choice', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='thoughts', to='plans.choice')),
                ('own', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='plans.ownwords')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
            ],
        ),
        migrations.CreateModel(
            name='Tick',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('line', models.CharField(max_length=16)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticks', to='plans.answer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)ss', to='people.person')),
                ('program', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.program')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='choice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_choice_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='matter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_matter_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='option',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_option_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='lookedup',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_lookedup_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddIndex(
            model_name='preparation',
            index=models.Index(condition=models.Q(('on__isnull', False)), fields=['on'], name='plans_preparation_day'),
        ),
        migrations.AddConstraint(
            model_name='preparation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_preparation_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='preparation',
            constraint=models.CheckConstraint(condition=models.Q(('at_hour__isnull', True), ('on__isnull', False), _connector='OR'), name='plans_preparation_hour_of_a_day'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('preparation', 'prompt'), name='plans_answer_one_a_prompt'),
        ),
        migrations.AddConstraint(
            model_name='preparationdone',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_preparationdone_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='preparationdone',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('preparation',), name='plans_preparationdone_once'),
        ),
        migrations.AddConstraint(
            model_name='thought',
            constraint=models.UniqueConstraint(fields=('choice', 'prompt'), name='plans_thought_one_a_prompt'),
        ),
        migrations.AddConstraint(
            model_name='tick',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at__isnull', True), ('taken_back_by__isnull', True)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='plans_tick_taken_back_at_with_taken_back_by'),
        ),
        migrations.AddConstraint(
            model_name='tick',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_back_at__isnull', True)), fields=('answer', 'line'), name='plans_tick_once_a_line'),
        ),
        WallOffByAgency("plans_preparation"),
        WallOffByAgency("plans_answer"),
        WallOffByAgency("plans_tick"),
        WallOffByAgency("plans_preparationdone"),
        WallOffByAgency("plans_choice"),
        WallOffByAgency("plans_thought"),
        WallOffByAgency("plans_matter"),
        WallOffByAgency("plans_option"),
        WallOffByAgency("plans_lookedup"),
        WallOffByAgency("plans_fit"),
        WallOffByAgency("plans_chosen"),
    ]
