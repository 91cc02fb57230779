"""What the demo's people and peers did in six months: alive, in two voices, by the rules of real work."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.accounts.models import RoleHeld
from handrail.accounts.roles import PEERS
from handrail.contacts import worklists
from handrail.contacts.clock import days_late, overlap
from handrail.contacts.models import (
    Addendum,
    Appointment,
    AppointmentEnded,
    AppointmentMoved,
    AskedBy,
    Comment,
    Contact,
    CoSigned,
    Ending,
    How,
    Part,
    Returned,
    Signature,
    View,
)
from handrail.people.models import (
    Arrangement,
    ContactPoint,
    Cover,
    Enrolment,
    FamilyTie,
    Finding,
    Kin,
    Need,
    Person,
    Phase,
    PhaseName,
    SamePerson,
    SupportAgreement,
    Supporter,
    WalksWith,
)
from handrail.people.models import Ending as GoneOn
from handrail.people.standing import standing_of
from handrail.plans import queries
from handrail.plans.catalogue.strengths import skill_areas
from handrail.plans.models import (
    Answer,
    CheckIn,
    Choice,
    Chosen,
    Fit,
    Goal,
    GoalEnded,
    Helped,
    HowDone,
    HowItFits,
    LookedUp,
    Measure,
    Occasion,
    Preparation,
    PreparationDone,
    Step,
    StepDone,
    Strength,
    StrengthShown,
    Tool,
    ToolUsed,
    Want,
    WhoDoes,
    Wording,
)
from handrail.scope.catalogue import catalogue

LABELS = ("client", "patient", "noncompliant", "non-compliant", "addict", "alcoholic", "junkie", "refused", "case manager")


def own_texts(name: str) -> list[str]:
    """Every text that stands in somebody's parts."""
    parts = Part.objects.filter(person__chosen_name=name)
    return [text for row in parts.values_list("did", "words", "next_words", "value_named") for text in row if text]


def test_six_months_of_contacts_of_every_kind(riverside):
    contacts = Contact.objects.filter(agency=riverside.agency_id)

    assert 700 <= contacts.count() <= 1000
    assert set(contacts.values_list("how", flat=True)) == set(How.values)
    assert {writer for writer, times in Counter(contacts.values_list("staff__name", flat=True)).items() if times > 20} == {
        "Dana Whitfield",
        "Noor Haddad",
        "Ray Castillo",
        "Lena Brandt",
    }


def test_notes_are_as_different_as_people_and_nobody_is_told_the_same_twice(riverside):
    told = list(Part.objects.exclude(did="").exclude(how=How.TRIED).values_list("person", "did"))

    assert len({did for _person, did in told}) >= 180
    assert [did for (_person, did), times in Counter(told).items() if times > 1] == []


def test_words_are_quoted_and_never_a_label(riverside):
    texts = " ".join(
        text.lower()
        for row in Part.objects.values_list("did", "words", "next_words", "value_named", "story_intent", "story_effect")
        for text in row
    )

    assert [label for label in LABELS if label in texts] == []
    assert Part.objects.exclude(words="").count() > 0.7 * Part.objects.count()
    assert Part.objects.filter(language="Spanish").exclude(words="").count() > 60


def test_what_was_done_stands_in_the_scope_of_practice(riverside):
    done = set(Part.objects.filter(activities__isnull=False).values_list("activities__activity", flat=True))

    assert done <= set(catalogue().activities)
    assert len(done) >= 30


def test_whoever_wrote_walked_with_them_or_stood_in_for_the_peer(riverside):
    covered = 0
    for part in Part.objects.select_related("contact__staff"):
        at, writer = part.at, part.contact.staff
        walks = WalksWith.objects.running_at(at).filter(enrolment__person=part.person_id, enrolment__program=part.program_id)
        stands_in_for = Cover.objects.running_at(at).filter(by=writer).values("covered")
        if not walks.filter(peer=writer).exists():
            assert walks.filter(peer__in=stands_in_for).exists(), (part, writer)
            covered += 1
        held = RoleHeld.objects.held_at(at).filter(staff=writer, program=part.program_id, role__in=PEERS)
        assert held.exists(), (part, writer)
    assert covered > 0


def test_nobody_is_in_two_places_at_once(riverside):
    for staff in ("dana", "noor", "ray", "lena"):
        mine = list(Contact.objects.filter(staff=riverside.staff(staff)).order_by("at").values_list("at", "minutes"))
        clashes = [one[0] for one, other in zip(mine, mine[1:], strict=False) if overlap(*one, *other)]
        assert len(clashes) <= 2, (staff, clashes)


def test_what_is_known_of_people(riverside):
    assert set(ContactPoint.objects.values_list("kind", flat=True)) == {"phone", "email", "place", "other"}
    assert ContactPoint.objects.filter(never=True).count() >= 4
    assert set(Arrangement.objects.values_list("kind", flat=True)) == set(Need.values)
    assert Finding.objects.exclude(feels_safe="").count() >= 10
    assert Supporter.objects.count() >= 25
    assert set(Phase.objects.values_list("phase", flat=True)) == set(PhaseName.values)
    assert len(set(SupportAgreement.objects.values_list("every_days", flat=True))) >= 5
    assert SupportAgreement.objects.filter(until_at__isnull=False).count() >= 5


def test_a_family_is_two_people_with_records_of_their_own(riverside):
    tie = FamilyTie.objects.get(kin=Kin.PARENT)
    together = Contact.objects.filter(parts__person__chosen_name="Micah").filter(parts__person=tie.other_id)

    assert {tie.person.chosen_name, tie.other.chosen_name} == {"Micah", "Latoya Brisbane-Hall"}
    aunt = FamilyTie.objects.get(kin=Kin.OTHER)
    assert (aunt.person.chosen_name, aunt.other.chosen_name) == ("Marisol Quispe Huanca", "Pilar Echeverría Sáenz")
    assert together.count() == 2
    for contact in together:
        mother, son = contact.parts.get(person=tie.other_id), contact.parts.get(person=tie.person_id)
        assert len({mother.words, son.words, mother.did, son.did}) == 4
        assert mother.is_signed
        assert son.is_signed


def test_a_namesake_is_told_apart_and_somebody_has_gone_on(riverside):
    """Mikey has the same name on paper as Big Mike. He has what he came for; for a year Sam may welcome him back, and Ray not."""
    mikey, big_mike = Person.objects.get(chosen_name="Mikey"), Person.objects.get(chosen_name="Big Mike")
    pair = SamePerson.objects.get()
    ended = Enrolment.objects.get(until_at__isnull=False)

    assert {pair.one, pair.other} == {mikey, big_mike} and mikey.legal_name == big_mike.legal_name
    assert (ended.person, ended.ending) == (mikey, GoneOn.REACHED)
    assert [way.name for way in standing_of(riverside.staff("sam"), mikey.pk, riverside.now).ways] == ["ended_lately"]
    assert not standing_of(riverside.staff("ray"), mikey.pk, riverside.now).ways


def test_plans_are_in_own_words_and_move(riverside):
    assert set(Goal.objects.values_list("measure", flat=True)) == set(Measure.values)
    assert Goal.objects.filter(hoped_for_on__isnull=True).count() > 20
    assert Goal.objects.filter(hoped_for_on__gt=riverside.now).count() > 20
    assert set(Step.objects.values_list("who", flat=True)) == set(WhoDoes.values)
    assert 40 < StepDone.objects.count() < Step.objects.count()
    assert GoalEnded.objects.count() == 4
    assert Want.objects.count() >= 38
    assert Wording.objects.filter(own__want__person=riverside.person("Marcus J.")).count() == 2


def test_people_prepare_and_do_more_and_more_on_their_own(riverside):
    marcus = riverside.person("Marcus J.")
    today = timezone.localdate(riverside.now)
    soon = queries.prepared_for(riverside.staff("dana"), today, today + timedelta(days=1), riverside.now)
    done = PreparationDone.objects.filter(person=marcus).order_by("at").values_list("how", flat=True)

    assert set(Preparation.objects.values_list("occasion", flat=True)) == set(Occasion.values)
    assert list(done) == [HowDone.HELPED, HowDone.OWN, HowDone.OWN]
    assert [sheet.person for sheet in soon] == [marcus]
    assert {one.is_list for one in Answer.objects.filter(ticks__isnull=False)} == {True}


def test_people_choose_and_not_yet_is_an_answer(riverside):
    assert list(Chosen.objects.order_by("at").values_list("option__own__text", flat=True)) == [None, "The room on Canal Row"]
    assert Choice.objects.open().get().person.chosen_name == "Wren"
    assert set(Fit.objects.values_list("how", flat=True)) == set(HowItFits.values)
    assert LookedUp.objects.filter(source="").count() == 0


def test_a_line_goes_up_and_down_and_up_again(riverside):
    bus = Goal.objects.get(own__text="Take the bus to the library on my own")
    line = [int(value) for value in bus.check_ins.filter(value__isnull=False).order_by("at").values_list("value", flat=True)]
    steps = {(b > a) - (b < a) for a, b in zip(line, line[1:], strict=False)}

    assert (line[0], line[-1], steps) == (0, 4, {-1, 0, 1})
    assert CheckIn.objects.filter(goal=bus, said_in__isnull=False).count() >= 10
    assert CheckIn.objects.filter(goal=bus).exclude(words="").count() == 1


def test_notes_are_signed_and_some_came_late(riverside):
    late = [days_late(one.part.at, one.at) for one in Signature.objects.select_related("part")]

    assert 15 < sum(1 for days in late if days) < 80
    assert sorted(Part.objects.unsigned().values_list("person__chosen_name", flat=True)) == [
        "Big Mike",
        "Namgoong Sol",
        "Paradise",
    ]


def test_people_say_what_they_think_of_a_note(riverside):
    views = Counter(Comment.objects.values_list("view", flat=True))

    assert views[View.AGREES] >= 8
    assert views[View.DISAGREES] == 2


def test_a_trainee_has_somebody_behind_her(riverside):
    hers = Part.objects.filter(contact__staff=riverside.staff("lena"))
    sam = riverside.staff("sam")

    waiting = worklists.to_cosign(sam, riverside.now)
    back = worklists.returned_to(riverside.staff("lena"), riverside.now)

    assert len(waiting) == 2
    assert [returned.part.person.chosen_name for returned in back] == ["Darnell Whitcombe"]
    assert hers.filter(cosigned__isnull=False).count() == hers.signed().count() - 3
    assert CoSigned.objects.filter(by=sam).count() == CoSigned.objects.count()
    assert Returned.objects.count() == 3
    assert Addendum.objects.filter(part__returns__isnull=False).count() == 1


def test_appointments_were_kept_moved_missed_and_called_off(riverside):
    over = Appointment.objects.filter(at__lt=riverside.now - timedelta(days=1))

    assert over.filter(kept_in__isnull=False).count() > 80
    assert [one.person.chosen_name for one in over.open()] == ["Ifeanyi O."]
    assert set(AppointmentMoved.objects.values_list("asked_by", flat=True)) == set(AskedBy.values)
    assert set(AppointmentEnded.objects.values_list("how", flat=True)) == set(Ending.values)


@pytest.mark.parametrize(
    ("sign_in_name", "reach_out", "appointments", "drafts", "waiting"),
    [("dana", 5, 4, 2, 1), ("noor", 2, 2, 0, 0), ("ray", 1, 0, 0, 0), ("lena", 0, 1, 1, 1), ("sam", 0, 0, 0, 2)],
)
def test_today_is_alive_and_calm(riverside, sign_in_name, reach_out, appointments, drafts, waiting):
    staff, now = riverside.staff(sign_in_name), riverside.now

    assert (
        len(worklists.to_reach_out(staff, now)),
        len(worklists.appointments_today(staff, now)),
        len(worklists.notes_to_finish(staff, now)),
        len(worklists.returned_to(staff, now)) + len(worklists.to_cosign(staff, now)),
    ) == (reach_out, appointments, drafts, waiting)


def test_dana_hears_why_she_might_reach_out(riverside):
    rows = worklists.to_reach_out(riverside.staff("dana"), riverside.now)

    assert {one.there.person.chosen_name for one in rows if one.asked} == {"Wisly Jean-Noël"}
    assert {one.there.person.chosen_name for one in rows if one.never_met} == {"T. J.", "Elspeth McAllister-Grady"}
    assert {one.there.person.chosen_name for one in rows if one.longer} == {"Aleksandr Petrovich Volkonin", "欧阳晓棠"}


def test_a_worker_is_also_served_and_stays_apart_from_the_house(riverside):
    lena = riverside.staff("lena")

    assert own_texts("Lena B.") != []
    assert not Part.objects.visible_to(lena).filter(person__chosen_name="Lena B.").exists()
    assert not Part.objects.visible_to(riverside.staff("sam")).filter(person__chosen_name="Lena B.").exists()
    assert Part.objects.filter(person__chosen_name="Lena B.").exclude(contact__staff=riverside.staff("noor")).count() == 0


def test_the_reviewers_time_has_a_last_day(riverside):
    held = RoleHeld.objects.get(staff=riverside.staff("ada"))

    assert timedelta(days=8) < held.until_at - riverside.now < timedelta(days=11)


def test_strengths_grow_and_tools_are_used_over_weeks(riverside):
    marcus = riverside.person("Marcus J.")
    strengths = Strength.objects.standing().filter(person=marcus)
    assert strengths.count() == 3
    assert StrengthShown.objects.filter(strength__in=strengths, said_in__isnull=False).exists()
    uses = ToolUsed.objects.filter(person=marcus)
    assert set(uses.values_list("helped", flat=True)) == {"", *Helped.values}
    assert uses.filter(said_in__isnull=False).exists()

    assert Tool.objects.exclude(library="").exists() and Tool.objects.filter(library="").exists()
    assert {one.area for one in Strength.objects.all()} == set(skill_areas())
    assert not StrengthShown.objects.filter(at__gt=riverside.now).exists() and not uses.filter(at__gt=riverside.now).exists()
