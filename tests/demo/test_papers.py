"""The plans of the demo on paper: signed, looked at again, told; and some that wait for it."""

from handrail.plans.models import Presentation, Review, Signature, Signer, Version
from handrail.plans.papers import Paper, kind_of
from handrail.plans.state import state_of


def plan_of(riverside, name):
    person = riverside.person(name)
    return Paper(kind_of("plan"), person, person.enrolments.order_by("from_at").first().program)


def test_marcus_signed_with_his_peer_and_the_supervisor_and_his_plan_changed_since(riverside):
    paper = plan_of(riverside, "Marcus J.")
    state = state_of(paper)

    assert {one.who for one in state.signed.all_signatures} == {Signer.PERSON, Signer.PEER, Signer.SUPERVISOR}
    assert state.changed
    assert Review.objects.filter(person=paper.person).count() == 2
    assert Presentation.objects.filter(person=paper.person).exists()


def test_nobody_signed_as_what_they_are_not(riverside):
    from handrail.accounts.models import RoleHeld
    from handrail.plans.rules import SIGNS_AS

    for signature in Signature.objects.exclude(staff=None):
        roles = RoleHeld.objects.held_at(signature.at).filter(staff=signature.staff, program=signature.program)
        assert {one.role for one in roles} & set(SIGNS_AS[signature.who])


def test_most_plans_are_signed_and_a_few_wait(riverside):
    signed = set(Version.objects.signed().values_list("person", flat=True))

    assert len(signed) > 25
    assert Version.objects.filter(number__gt=1).exists()
    assert riverside.person("Nguyễn Thị Hạnh Vy").pk not in signed
