from django.db import migrations

from handrail.kit.tenancy import as_agency

# Keys are cut by the code of today on purpose: those cut as of old would find nobody. What is written here is made anew at any
# time by `handrail manage rebuild_search`; should these names ever move, the import below is all that has to follow them.
from handrail.people.search.indexing import rows_of
from handrail.people.search.sources import Kind, Text

AT_ONCE = 500


def write_keys(apps, schema_editor):
    """The search keys of everybody who is here already and has none yet, agency by agency: safe to run twice."""
    for agency_id in apps.get_model("audit", "Head").objects.order_by("agency_id").values_list("agency_id", flat=True):
        with as_agency(agency_id):
            write_keys_of(apps, agency_id)


def write_keys_of(apps, agency_id):
    Person, SearchKey = apps.get_model("people", "Person"), apps.get_model("people", "SearchKey")
    people = Person.objects.filter(agency_id=agency_id).exclude(pk__in=SearchKey.objects.values("person"))
    people = people.values_list("pk", "chosen_name", "legal_name", "born_on")
    keys = []
    for pk, chosen, legal, born_on in people.iterator():
        texts = [Text(pk, chosen), Text(pk, legal)]
        if born_on:
            texts.append(Text(pk, born_on.isoformat(), Kind.BORN))
        rows = {(kind, key) for text in texts for _program, kind, key in rows_of(text)}
        keys += [SearchKey(agency_id=agency_id, person_id=pk, kind=kind, key=key) for kind, key in sorted(rows)]
        if len(keys) > AT_ONCE:
            SearchKey.objects.bulk_create(keys)
            keys = []
    SearchKey.objects.bulk_create(keys)


class Migration(migrations.Migration):

    dependencies = [
        ("audit", "0001_initial"),
        ("people", "0004_search"),
    ]

    operations = [
        migrations.RunPython(write_keys, migrations.RunPython.noop, elidable=True),
    ]
