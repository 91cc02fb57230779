"""Reads of contacts, shared by pages."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value, When

from handrail.accounts.models import Program, RoleHeld, Staff, Supervises
from handrail.accounts.roles import SUPERVISORS, Role
from handrail.contacts.models import (
    Addendum,
    Appointment,
    AppointmentMoved,
    CallAsked,
    Comment,
    Contact,
    GoalTouched,
    MaterialShared,
    Part,
    PartActivity,
    Returned,
    StepTouched,
    Touched,
)
from handrail.contacts.models.contact import is_signed
from handrail.contacts.models.holding import held_by
from handrail.kit.questions import written_once
from handrail.kit.whether import none_without
from handrail.people.models import Enrolment, OfAPerson, Person, WalksWith
from handrail.people.queries import programs_of, records_of_one
from handrail.people.standing import standing_of
from handrail.plans.models import Goal, Step
from handrail.plans.queries import open_goals_of

LONGEST_CONTACT = timedelta(hours=24)
NOT_TOLD_FOR = timedelta(days=30)
"""An appointment nobody said anything about is asked about for so long."""

LATELY, MOST_LOOKED_AT = timedelta(days=60), 40
"""What a worker shared lately is likely to be shared again."""

# Choosing with whom


def people_to_record(staff: Staff, at: datetime) -> QuerySet[Enrolment]:
    """With whom, and in which program, somebody records a contact: those they look after, who walk with them first."""
    own = WalksWith.objects.running_at(at).filter(enrolment=OuterRef("pk"), peer=staff)
    return (
        Enrolment.objects.all_looked_after_by(staff, at)
        .annotate(own=Exists(own))
        .select_related("person", "program")
        .order_by("-own", "person__chosen_name", "id")
    )


def also_with(staff: Staff, contact: Contact, at: datetime) -> QuerySet[Enrolment]:
    """Who else can be added to a contact."""
    there = contact.parts.values("person")
    return people_to_record(staff, at).exclude(person__in=there)


# Writing


def contact_of(staff: Staff, key: UUID) -> Contact | None:
    """The contact under a key that the asker's own page made."""
    return next(iter(_contact(staff, key)), None)


@written_once
def _contact(staff: Staff, key: UUID) -> QuerySet[Contact]:
    return Contact.objects.filter(pk=key, agency_id=staff.agency_id)


def parts_of(contact: Contact, staff: Staff, at: datetime) -> list[Part]:
    """The parts of a contact that the asker may read, in the order of names."""
    return list(
        with_everything(Part.objects.visible_to(staff, at).filter(contact=contact)).order_by("person__chosen_name", "id")
    )


def open_appointments() -> QuerySet[Appointment]:
    """Appointments that were neither kept nor called off."""
    return Appointment.objects.open()


def appointments_for(contact: Contact, people: Iterable[UUID]) -> QuerySet[Appointment]:
    """Appointments with these people that are open, or were kept in this very contact."""
    theirs = Appointment.objects.filter(person__in=list(people), ended__isnull=True)
    return theirs.filter(Q(kept_in__isnull=True) | Q(kept_in__contact=contact))


def with_everything(parts: QuerySet[Part]) -> QuerySet[Part]:
    """Parts with all that a page of them shows, asked once for all."""
    return parts.select_related(
        "person", "program", "contact__staff", "signature__by", "cosigned__by", "next_time__ended", "came_from"
    ).prefetch_related(
        "next_time__moves",
        Prefetch("activities", queryset=PartActivity.objects.order_by("activity")),
        Prefetch("goals", queryset=GoalTouched.objects.select_related("goal__own").order_by("goal__place", "id")),
        Prefetch("steps", queryset=StepTouched.objects.select_related("step__own").order_by("step__made_at", "id")),
        Prefetch("touched", queryset=Touched.objects.order_by("id")),
        Prefetch("materials", queryset=MaterialShared.objects.order_by("title", "id")),
    )


def goals_to_touch(parts: list[Part]) -> dict[UUID, list[Goal]]:
    """By part: the goals the person is on the way to, in the program the part was made in. One question for all of them."""
    every = open_goals_of({part.person_id for part in parts}, {part.program_id for part in parts}) if parts else []
    return {part.pk: [goal for goal in every if _is_theirs(part, goal)] for part in parts}


def _is_theirs(part: Part, row: OfAPerson) -> bool:
    return (part.person_id, part.program_id) == (row.person_id, row.program_id)


def whole_parts() -> QuerySet[Part]:
    """Parts to be found by the door, with all that their page shows."""
    return with_everything(Part.objects.all())


def last_like(part: Part, staff: Staff) -> Part | None:
    """The latest contact of the same worker and person, from which "same as last time" fills how and where."""
    before = Part.objects.filter(person=part.person_id, program=part.program_id, contact__staff=staff)
    return before.exclude(contact=part.contact_id).spoken().select_related("contact").order_by("-at", "-id").first()


def pieces_shared_lately(staff: Staff, at: datetime) -> list[str]:
    """Pieces of the library somebody gave in the last weeks, by key, the latest first."""
    near = MaterialShared.objects.filter(part__contact__staff=staff, part__contact__at__gt=at - LATELY)
    latest = near.order_by("-part__contact__at", "-id").values_list("key", flat=True)[:MOST_LOOKED_AT]
    return list(dict.fromkeys(latest))


def learned_in(parts: list[Part]) -> dict[UUID, set[str]]:
    """By part: the pieces of the library the person had in its program, by key. Of signed notes only; asked once for all."""
    people, programs = {part.person_id for part in parts}, {part.program_id for part in parts}
    signed = MaterialShared.objects.filter(person__in=people, program__in=programs, part__signed_at__isnull=False)
    had = set(signed.values_list("person", "program", "key").distinct())
    return {part.pk: {key for *whose, key in had if whose == [part.person_id, part.program_id]} for part in parts}


def draft_with(enrolment: Enrolment, staff: Staff) -> Part | None:
    """What somebody already began to write with this person and did not sign."""
    mine = Part.objects.filter(person=enrolment.person_id, program=enrolment.program_id, contact__staff=staff).unsigned()
    return mine.select_related("contact").order_by("-at", "-id").first()


# Signing


def at_the_same_time(contact: Contact) -> list[Contact]:
    """Other contacts of the same worker that could overlap; compared by the caller, who knows their lengths."""
    near = Contact.objects.filter(
        staff=contact.staff_id, at__gt=contact.at - LONGEST_CONTACT, at__lt=contact.at + LONGEST_CONTACT
    )
    return list(near.exclude(pk=contact.pk).order_by("at", "id"))


def is_trainee_in(staff: Staff, programs: Iterable[UUID], at: datetime) -> set[UUID]:
    """The programs, of these, in which somebody is still learning."""
    held = RoleHeld.objects.held_at(at).filter(staff=staff, role=Role.TRAINEE, program__in=list(programs))
    return set(held.values_list("program_id", flat=True))


def to_review_by(staff: Staff, at: datetime) -> Q:
    """The notes a supervisor stands behind: of those they supervise now, and of the programs they supervise; never their own.

    Of these they see what they reach. Either is enough: the writer may have another supervisor by now, the person another peer.
    """
    supervised = Supervises.objects.running_at(at).filter(supervisor=staff)
    theirs = Q(contact__staff__in=supervised.values("staff")) | Q(program__in=staff.programs_as(*SUPERVISORS))
    return theirs & ~Q(contact__staff=staff) & ~Q(signature__by=staff)


def still_open(parts: Iterable[Part]) -> tuple[set[UUID], set[UUID]]:
    """Of the goals and the steps these parts touched, those the plan still goes on with."""
    theirs = [part.pk for part in parts]
    goals = Goal.objects.open().filter(pk__in=GoalTouched.objects.filter(part__in=theirs).values("goal"))
    steps = Step.objects.open().filter(pk__in=StepTouched.objects.filter(part__in=theirs).values("step"))
    going_on = steps.filter(goal__in=Goal.objects.open())
    return set(goals.values_list("pk", flat=True)), set(going_on.values_list("pk", flat=True))


def additions_to(part: Part) -> dict[str, object]:
    """What was said to a part after it was signed: addenda, the person's comments, returns."""
    return {
        "addenda": list(Addendum.objects.filter(part=part).select_related("by").order_by("at", "id")),
        "comments": list(Comment.objects.filter(part=part).select_related("beside").order_by("at", "id")),
        "returns": list(Returned.objects.filter(part=part).select_related("by").order_by("at", "id")),
    }


def waits_for_words(part: Part) -> bool:
    """Returned, and nothing was added since."""
    return open_returns(Returned.objects.filter(part=part)).exists()


def open_returns(returns: QuerySet[Returned]) -> QuerySet[Returned]:
    """Those to which the writer, or whoever signed for them, has not answered yet. What others add is no answer."""
    answers = Addendum.objects.filter(
        Q(by=OuterRef("part__contact__staff")) | Q(by=OuterRef("part__signature__by")),
        part=OuterRef("part"),
        at__gt=OuterRef("at"),
    )
    return returns.filter(~Exists(answers))


def was_sent(row: type[Addendum] | type[Comment] | type[Returned], part: Part, key: UUID, by: Staff) -> bool:
    """Whether the same hands sent this under this key before."""
    who = "beside" if row is Comment else "by"
    return row.objects.filter(pk=key, part=part, **{who: by}).exists()


def call_was_sent(enrolment: Enrolment, key: UUID, by: Staff) -> bool:
    """The same for a wish to be called."""
    asked = CallAsked.objects.filter(pk=key, person=enrolment.person_id, program=enrolment.program_id)
    return asked.filter(noted_by=by).exists()


# A person's page: what was written in the programs through which the asker reaches the person (`programs_of`)


Records = list[tuple[Person, list[Program]]]
"""Somebody's record, and the programs through which the asker reaches it; then their other ones (OnePerson), if there are any."""


def records_read(person: Person, staff: Staff, at: datetime) -> Records:
    """The record itself and the others of this one person, as far as the asker reaches them."""
    others = [other for _one, other in records_of_one(staff, person)]
    return [(one, programs_of(one, staff, at)) for one in (person, *others)]


def latest_parts(records: Records, staff: Staff, at: datetime, most: int) -> list[Any]:
    """The latest of `parts_with`."""
    parts = [part for person, programs in records for part in _latest(person, programs, staff, at, most)]
    return sorted(parts, key=lambda part: (part.at, part.pk), reverse=True)[:most]


ON_A_LINE = ("pk", "at", "signed_at", "person_id", "how", "staff_name", "program_name", "readable")
"""What a line of a list tells of a contact. A page has twenty: four rows for each of them would be much to make."""


def parts_with(records: Records, staff: Staff, at: datetime) -> QuerySet[Part, Any]:
    """What lines tell of the contacts written in these records; `readable` when the asker may read one. The latest first.

    Signed or not: that there was a contact is known to whoever reaches the person there.
    """
    there = Q(*(Q(person=person, program__in=programs) for person, programs in records), _connector=Q.OR)
    readable = Case(When(is_signed() | held_by(staff, at), then=Value(True)), default=Value(False))
    names = {"staff_name": F("contact__staff__name"), "program_name": F("program__name")}
    lately = Part.objects.filter(there).annotate(readable=readable, **names).order_by("-at", "-id")
    return lately.values_list(*ON_A_LINE, named=True)


@written_once
def _latest(person: Person, programs: list[Program], staff: Staff, at: datetime, most: int) -> QuerySet[Part, Any]:
    return parts_with([(person, programs)], staff, at)[:most]


def learned_lately(records: Records, most: int) -> list[MaterialShared]:
    """What was shared with somebody, the latest first. Of signed notes only: a draft may still be wrong."""
    found = [one for person, programs in records for one in _learned_lately(person, programs, most)]
    return sorted(found, key=lambda one: (one.part.at, one.pk), reverse=True)[:most]


@none_without(MaterialShared)
@written_once
def _learned_lately(person: Person, programs: list[Program], most: int) -> QuerySet[MaterialShared]:
    there = MaterialShared.objects.filter(person=person, program__in=programs, part__signed_at__isnull=False)
    return there.select_related("part__contact__staff", "program").order_by("-part__at", "-id")[:most]


def learned_by(records: Records) -> QuerySet[MaterialShared]:
    """The same as a whole list."""
    there = Q(*(Q(person=person, program__in=programs) for person, programs in records), _connector=Q.OR)
    found = MaterialShared.objects.filter(there, part__signed_at__isnull=False)
    return found.select_related("part__contact__staff", "program").order_by("-part__at", "-id")


@none_without(Appointment)
@written_once
def next_appointments(person: Person, programs: list[Program], at: datetime, most: int) -> QuerySet[Appointment]:
    """What comes next, the soonest first; after it what should have been, of the last weeks, and was not told yet."""
    theirs = Appointment.objects.filter(person=person, program__in=programs, at__gt=at - NOT_TOLD_FOR)
    is_over = Case(When(at__lt=at, then=1), default=0)
    return theirs.open().select_related("staff", "program").order_by(is_over, "at", "id")[:most]


@none_without(CallAsked)
@written_once
def calls_asked(person: Person, programs: list[Program], at: datetime) -> QuerySet[CallAsked]:
    """The wishes for a call that still stand."""
    return standing_calls(CallAsked.objects.filter(person=person, program__in=programs), at).order_by("at", "id")


def standing_calls(calls: QuerySet[CallAsked], at: datetime) -> QuerySet[CallAsked]:
    """Not settled, and nobody talked with the person since: who asked for a call has not got it by a letter."""
    since = Part.objects.filter(person=OuterRef("person"), program=OuterRef("program"), at__gt=OuterRef("at"), at__lte=at)
    return calls.filter(~Exists(since.talked()), settled_at__isnull=True)


def moves_of(appointment: Appointment) -> list[AppointmentMoved]:
    """How an appointment was moved."""
    return list(AppointmentMoved.objects.filter(appointment=appointment).select_related("by").order_by("at", "id"))


def enrolment_of(person: UUID, program: UUID, staff: Staff, at: datetime) -> Enrolment | None:
    """The enrolment a row was made in, while the asker looks after the person there."""
    mine = Enrolment.objects.looked_after_by(staff, at).filter(person=person, program=program)
    return mine.select_related("person", "program").order_by("-from_at", "-id").first()


def programs_recorded_in(staff: Staff, person: Person, at: datetime) -> list[tuple[Enrolment, Program]]:
    """Where somebody may record a contact with this person."""
    opened = standing_of(staff, person.pk, at).opened
    return [(one.enrolment, one.enrolment.program) for one in opened if one.looked_after and one.running]


def others_of(part: Part, staff: Staff, at: datetime) -> list[Part]:
    """The other people of the same contact, as far as the asker may read their part."""
    others = Part.objects.visible_to(staff, at).filter(contact=part.contact_id).exclude(pk=part.pk)
    return list(others.select_related("person", "signature").order_by("person__chosen_name", "id"))
