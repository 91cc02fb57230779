"""What comes with Handrail to choose from: whole, in two languages, and fit for the forms it goes into."""

from handrail.plans.catalogue.measures import measure_areas, measure_examples
from handrail.plans.catalogue.strengths import more_questions, skill_areas
from handrail.plans.catalogue.tools import library
from handrail.plans.forms import GoalForm, measure_for
from handrail.plans.models import ForWhat, Goal, LifeArea, Measure


def test_every_tool_is_for_something_there_is_and_told_in_both_languages():
    assert len(library()) >= 30
    for tool in library().values():
        assert set(tool.for_what) <= set(ForWhat.values) and tool.for_what
        assert all([tool.name.en, tool.name.es, tool.how.en, tool.how.es, tool.minutes > 0])


def test_the_skill_areas_are_those_of_the_scope():
    assert list(skill_areas()) == ["self-awareness", "resource-discovery", "self-responsibility", "other"]
    assert all(area.examples for area in skill_areas().values())
    assert more_questions()["where"].en == "Where did it show?"


def test_every_example_of_a_measure_can_be_taken_as_it_is():
    assert [area.id for area in measure_areas()] == ["health", "home", "purpose", "community"]
    assert {fits for area in measure_areas() for fits in area.fits} <= set(LifeArea.values)
    for key, example in measure_examples().items():
        typed = measure_for(key)
        assert typed is not None
        form = GoalForm({**typed, "scale": "\n".join(typed["scale"])}, instance=Goal())
        assert form.is_valid(), (key, form.errors)
        kept = form.save(commit=False)
        assert (kept.measure, kept.know) == (Measure(example.kind), example.know.en)
