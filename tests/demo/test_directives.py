"""The directives of the demo: one of each way of standing, and the record whole."""

from django.utils import timezone

from handrail.directives import queries
from handrail.directives.models import Card, Custody, Directive, Retrieved, SaidThemselves
from handrail.directives.shown import state_of


def test_there_is_one_of_each_way_of_standing(riverside):
    today = timezone.localdate(riverside.now)
    states = {
        (one.person.chosen_name, one.pack): state_of(one, today).name
        for one in queries.directives().filter(agency=riverside.agency_id)
    }

    assert states == {
        ("Marcus J.", "va"): "counts",
        ("Big Mike", "oh"): "counts",
        ("Aleksandr Petrovich Volkonin", "oh"): "ran_out",
        ("Wren", "wi"): "draft",
        ("Nguyễn Thị Hạnh Vy", "va"): "taken_back",
    }


def test_of_those_from_ohio_one_just_ran_out_and_one_soon_will(riverside):
    soon = queries.ending_soon(riverside.staff("dana"), timezone.localdate(riverside.now), riverside.now)

    today = timezone.localdate(riverside.now)
    assert [(one.person.chosen_name, state_of(one, today).reminder) for one in soon] == [
        ("Aleksandr Petrovich Volkonin", 0),
        ("Big Mike", 30),
    ]


def test_the_one_that_counts_is_with_three_and_was_got_out_once(riverside):
    marcus = Directive.objects.get(person__chosen_name="Marcus J.")

    assert Custody.objects.filter(directive=marcus).count() == 3
    assert Retrieved.objects.get(directive=marcus).by.name == "Sam Okafor"
    assert Card.objects.filter(directive=marcus).count() == 1
    assert set(SaidThemselves.objects.filter(directive=marcus).values_list("section", flat=True)) == {
        "medicines",
        "emergency-medicine",
        "override-clause",
    }
    assert queries.directives().get(pk=marcus.pk).override.attested_by == "Dr. Amara Lindqvist"
