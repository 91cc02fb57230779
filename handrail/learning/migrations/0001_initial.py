import django.db.models.deletion
import handrail.kit.ids
from django.db import migrations, models

from handrail.kit.row_guards import WallOffByAgency


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Curriculum',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120)),
                ('about', models.CharField(blank=True, max_length=400)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('made_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'curricula',
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('topic', models.CharField(max_length=40)),
                ('phases', models.JSONField(default=list)),
                ('audiences', models.JSONField(default=list)),
                ('after', models.CharField(blank=True, max_length=60)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('made_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CurriculumEntry',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('phase', models.CharField(max_length=20)),
                ('place', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=60)),
                ('added_at', models.DateTimeField()),
                ('taken_out_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('curriculum', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='learning.curriculum')),
                ('taken_out_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'curriculum entries',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('taken_out_at__isnull', True), ('taken_out_by__isnull', True)), models.Q(('taken_out_at__isnull', False), ('taken_out_by__isnull', False)), _connector='OR'), name='learning_curriculumentry_taken_out_at_with_taken_out_by'), models.CheckConstraint(condition=models.Q(('taken_out_at__isnull', True), ('taken_out_at__gte', models.F('added_at')), _connector='OR'), name='learning_curriculumentry_added_at_before_taken_out_at'), models.UniqueConstraint(condition=models.Q(('taken_out_at__isnull', True)), fields=('curriculum', 'phase', 'key'), name='learning_entry_once')],
            },
        ),
        migrations.CreateModel(
            name='MaterialText',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=8)),
                ('title', models.CharField(max_length=120)),
                ('summary', models.CharField(max_length=400)),
                ('body', models.TextField(help_text='As Markdown.', max_length=20000)),
                ('licence', models.CharField(max_length=200)),
                ('source', models.CharField(max_length=300)),
                ('letters', models.TextField(help_text='All of it without accents and capitals, to be looked through.')),
                ('at', models.DateTimeField()),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('material', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='learning.material')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('material', 'language'), name='learning_text_one_stands'), models.CheckConstraint(condition=models.Q(('replaced_at__isnull', True), ('replaced_at__gte', models.F('at')), _connector='OR'), name='learning_materialtext_at_before_replaced_at')],
            },
        ),
        migrations.CreateModel(
            name='PutAway',
            fields=[
                ('id', models.UUIDField(default=handrail.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=60)),
                ('at', models.DateTimeField()),
                ('back_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('back_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.staff')),
            ],
            options={
                'verbose_name_plural': 'put away',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('back_at__isnull', True), ('back_by__isnull', True)), models.Q(('back_at__isnull', False), ('back_by__isnull', False)), _connector='OR'), name='learning_putaway_back_at_with_back_by'), models.CheckConstraint(condition=models.Q(('back_at__isnull', True), ('back_at__gte', models.F('at')), _connector='OR'), name='learning_putaway_at_before_back_at'), models.UniqueConstraint(condition=models.Q(('back_at__isnull', True)), fields=('agency', 'key'), name='learning_putaway_one_stands')],
            },
        ),
        WallOffByAgency("learning_curriculum"),
        WallOffByAgency("learning_curriculumentry"),
        WallOffByAgency("learning_material"),
        WallOffByAgency("learning_materialtext"),
        WallOffByAgency("learning_putaway"),
    ]
