"""Reads of people, shared by pages."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from handrail.accounts.models import Program, RoleHeld, Staff
from handrail.accounts.roles import OF_THE_AGENCY, PEERS, RUN_SUPPORT, SUPERVISORS, Role
from handrail.audit.models import Entry
from handrail.audit.queries import appearances_of, lines_about
from handrail.kit.questions import hang, written_once
from handrail.kit.spans import holds_at
from handrail.kit.whether import none_without
from handrail.people import reach
from handrail.people.models import (
    Block,
    Cover,
    EmergencyAccess,
    Enrolment,
    FamilyTie,
    OnePerson,
    Person,
    Told,
    ToldWhom,
    WalksWith,
)
from handrail.people.models.person import EnrolmentQuerySet
from handrail.people.names import plain
from handrail.people.queries.caseload import my_people, within_reach
from handrail.people.search.finding import find_people
from handrail.people.search.sameness import Newcomer, who_is_alike
from handrail.people.standing import standing_of

WithReasons = tuple[Person, tuple[str, ...]]
"""Somebody, and why they were found or asked about, in words."""

# Lists of people


def found(staff: Staff, words: str, at: datetime, most: int) -> list[WithReasons]:
    """Those this staff member reaches whom the words may mean, the likeliest first, each with why; everybody for no words.

    One more than `most` if there are more.
    """
    if not words:
        return [(person, ()) for person in my_people(staff, at)[: most + 1]]
    likeliest = find_people(staff, words, at)[: most + 1]
    return _as_found(staff, [(one.person_id, one.why) for one in likeliest], at)


def alike(staff: Staff, newcomer: Newcomer, at: datetime) -> list[WithReasons]:
    """Those this staff member may see who may be somebody about to be welcomed, each with what speaks for it."""
    likeliest = who_is_alike(staff, newcomer, at)
    return _as_found(staff, [(one.person_id, one.why) for one in likeliest], at)


def _as_found(staff: Staff, reasons: list[tuple[UUID, tuple[str, ...]]], at: datetime) -> list[WithReasons]:
    """The rows of these people, in this order; asked once more who may be seen."""
    people = within_reach([pk for pk, _why in reasons], staff, at) if reasons else {}
    return [(people[pk], why) for pk, why in reasons if pk in people]


# One person


def enrolments_running(at: datetime) -> EnrolmentQuerySet:
    """Programs people are part of now."""
    return Enrolment.objects.running_at(at)


def enrolments_ended(at: datetime) -> EnrolmentQuerySet:
    """Programs people were part of."""
    return Enrolment.objects.filter(until_at__lte=at)


def enrolments_of(person: Person, staff: Staff, at: datetime) -> list[Enrolment]:
    """The programs of a person that this staff member reaches, with every walk there; `carried` while its peer works there."""
    enrolments = [one.enrolment for one in standing_of(staff, person.pk, at).opened]
    hang(enrolments, "all_walks", _walks_in(enrolments, at), by="enrolment")
    return enrolments


@written_once
def _walks_in(enrolments: list[Enrolment], at: datetime) -> QuerySet[WalksWith]:
    carried = WalksWith.objects.carried_at(at).filter(pk=OuterRef("pk"))
    walks = WalksWith.objects.filter(enrolment__in=enrolments).annotate(carried=Exists(carried))
    return walks.select_related("peer").order_by("-from_at", "-id")


def programs_to_enrol_into(staff: Staff, besides: Iterable[Enrolment] = (), at: datetime | None = None) -> QuerySet[Program]:
    """The programs somebody may welcome people into, besides those a person is already part of as far as the asker knows."""
    theirs = [one.program_id for one in besides if at is None or one.until_at is None or one.until_at > at]
    mine = set(staff.programs_as(Role.PEER, *SUPERVISORS)) - set(theirs)
    keys = _open_programs(staff, list(mine)) if mine else []
    # A form asks for them again, once more each time it is drawn. On most pages there are none.
    return Program.objects.filter(pk__in=keys).order_by("name", "id") if keys else Program.objects.none()


@written_once
def _open_programs(staff: Staff, programs: list[UUID]) -> QuerySet[Program, UUID]:
    return Program.objects.visible_to(staff).open().filter(pk__in=programs).values_list("pk", flat=True)


def peers_of(programs: Iterable[UUID], at: datetime) -> dict[UUID, list[Staff]]:
    """Who works as a peer in each of these programs, by name; asked once for all of them."""
    held = RoleHeld.objects.held_at(at).filter(program__in=list(programs), role__in=PEERS, staff__left_at__isnull=True)
    by_program: dict[UUID, list[Staff]] = {}
    for one in held.select_related("staff").order_by("staff__name", "staff_id"):
        peers = by_program.setdefault(cast(UUID, one.program_id), [])
        if one.staff not in peers:
            peers.append(one.staff)
    return by_program


def blocks_of(person: Person) -> QuerySet[Block]:
    """Who may never open this record, the lifted ones last."""
    standing_first = F("lifted_at").asc(nulls_first=True)
    return Block.objects.filter(person=person).select_related("staff").order_by(standing_first, "-at", "id")


def emergencies_for(whom: ToldWhom) -> QuerySet[EmergencyAccess]:
    """The emergencies somebody may say of that this one has heard: those of one's people, or also those one answers for."""
    if whom is ToldWhom.SUPERVISOR:
        return EmergencyAccess.answered_for.all()
    return EmergencyAccess.objects.all()


@written_once
def supervisors_kept_away(staff: Staff, at: datetime, within: timedelta) -> QuerySet[Block]:
    """Standing blocks of the last days against somebody who supervises: whose record it is stays untold."""
    supervises = RoleHeld.objects.held_at(at).filter(staff=OuterRef("staff"), role__in=SUPERVISORS)
    lately = Block.objects.standing().filter(agency_id=staff.agency_id, at__gt=at - within)
    return lately.filter(Exists(supervises)).exclude(staff=staff).select_related("staff", "set_by").order_by("-at", "-id")


def emergencies_of(person: Person, most: int) -> list[EmergencyAccess]:
    """When somebody opened the record in an emergency last, and who has heard of it."""
    opened = _emergencies_of(person, most)
    hang(opened, "all_told", _told_of(opened) if opened else [], by="access")
    return opened


@none_without(EmergencyAccess)
@written_once
def _emergencies_of(person: Person, most: int) -> QuerySet[EmergencyAccess]:
    return EmergencyAccess.objects.filter(person=person).select_related("staff").order_by("-at", "-id")[:most]


@written_once
def _told_of(opened: list[EmergencyAccess]) -> QuerySet[Told]:
    return Told.objects.filter(access__in=opened).order_by("at", "id")


def sent_by(staff: Staff, key: UUID) -> Person | None:
    """The person somebody welcomed under this key, even when they do not reach them now; not when the record closed to them."""
    made = Person.objects.filter(agency_id=staff.agency_id, made_by=staff, pk=key)
    return made.exclude(pk__in=Enrolment.objects.filter(reach.closed_to(staff)).values("person")).first()


# Emergencies


def named_exactly(staff: Staff, name: str, born_on: date) -> list[Person]:
    """In an emergency a record is found by its whole name and birth date, never by part of it. Blocks hold here too.

    Where only the year or the month of a birth is known, the date has to fall into it.

    Somebody may have been welcomed twice, by two programs that do not see each other: then it is all of their records. Whoever
    was never part of a program yet, because they come with many others, is not there.
    """
    open_to_them = Person.objects.filter(agency_id=staff.agency_id)
    open_to_them = open_to_them.exclude(pk__in=Block.objects.standing().filter(staff=staff).values("person"))
    if staff.login_id:
        open_to_them = open_to_them.exclude(login=staff.login_id)
    in_the_month = Q(born_month__isnull=True) | Q(born_month=born_on.month)
    on_that_day = Q(born_on=born_on) | Q(in_the_month, born_on__isnull=True, born_year=born_on.year)
    came = Exists(Enrolment.objects.filter(person=OuterRef("pk")))
    born, wanted = open_to_them.filter(on_that_day, came).order_by("id"), plain(name)
    named = [person for person in born if wanted and wanted in (plain(person.chosen_name), plain(person.legal_name))]
    return _as_whom_they_go_on(named, open_to_them) if named else []


def _as_whom_they_go_on(named: list[Person], open_to_them: QuerySet[Person]) -> list[Person]:
    """In place of an earlier record the one it goes on as: that leads to both, and there is somebody who tells the person.

    Where the earlier one is still part of a program under its own name, it as well.
    """
    pairs = dict(OnePerson.objects.standing().filter(other__in=named).values_list("other", "one"))
    if not pairs:
        return named
    ones = open_to_them.in_bulk(pairs.values())
    apart = set(Enrolment.objects.filter(person__in=pairs, until_at__isnull=True).values_list("person", flat=True))
    opened: dict[UUID, Person] = {}
    for person in named:
        one = ones.get(pairs.get(person.pk, person.pk))
        if person.pk not in pairs:
            opened[person.pk] = person
        elif one:  # and nothing at all, were that one closed to them
            opened |= {one.pk: one} | ({person.pk: person} if person.pk in apart else {})
    return list(opened.values())


def not_told_yet(staff: Staff, whom: ToldWhom, at: datetime) -> list[EmergencyAccess]:
    """Emergencies somebody has to pass on, or to see as a supervisor; `looked_after` when the person is theirs to know."""
    # Few, and mostly none: found first, so that nobody's whole reach is asked for nothing.
    unheard = _unheard(staff, whom)
    return _to_tell(staff, whom, unheard, at) if unheard else []


@written_once
def _unheard(staff: Staff, whom: ToldWhom) -> QuerySet[EmergencyAccess, UUID]:
    heard = Told.objects.filter(access=OuterRef("pk"), whom=whom)
    every = EmergencyAccess.objects.by_others_than(staff).filter(~Exists(heard), agency=staff.agency_id)
    return every.values_list("pk", flat=True)


@written_once
def _to_tell(staff: Staff, whom: ToldWhom, keys: list[UUID], at: datetime) -> QuerySet[EmergencyAccess]:
    unheard = EmergencyAccess.objects.filter(pk__in=keys)
    theirs = Q(person__in=Person.objects.looked_after_by(staff, at))
    waiting = unheard.filter(theirs)
    if whom is ToldWhom.SUPERVISOR:
        waiting |= unheard.answered_for_by(staff, at)
    return (
        waiting.annotate(looked_after=Case(When(theirs, then=Value(True)), default=Value(False)))
        .select_related("person", "staff")
        .order_by("at", "id")
    )


# Cover


def may_be_covered(staff: Staff, at: datetime) -> QuerySet[Staff]:
    """Peers of the programs this staff member supervises."""
    return _working(staff, at, PEERS)


def may_stand_in(staff: Staff, at: datetime) -> QuerySet[Staff]:
    """Who runs support there too. Nobody opens people's records to themselves: whoever plans cover does not stand in."""
    return _working(staff, at, RUN_SUPPORT).exclude(pk=staff.pk)


def _working(staff: Staff, at: datetime, roles: tuple[Role, ...]) -> QuerySet[Staff]:
    held = RoleHeld.objects.held_at(at).filter(role__in=roles, program__in=staff.programs_as(*SUPERVISORS))
    return Staff.objects.visible_to(staff).working().filter(pk__in=held.values("staff")).order_by("name", "id")


def programs_supervised(staff: Staff) -> QuerySet[Program]:
    """The programs in which this staff member plans cover."""
    return Program.objects.visible_to(staff).open().filter(pk__in=staff.programs_as(*SUPERVISORS)).order_by("name", "id")


def both_work_in(program: Program, covered: Staff, by: Staff, at: datetime) -> bool:
    """Whether somebody who stands in would reach anybody: one walks with people there, the other runs support there."""
    held = RoleHeld.objects.held_at(at).filter(program=program)
    return held.filter(staff=covered, role__in=PEERS).exists() and held.filter(staff=by, role__in=RUN_SUPPORT).exists()


def cover_now_and_planned(staff: Staff, at: datetime) -> QuerySet[Cover]:
    """Cover of this agency that has not ended."""
    return Cover.objects.visible_to(staff).not_over_at(at).select_related("covered", "by", "program").order_by("from_at", "id")


@written_once
def cover_by(staff: Staff, at: datetime) -> QuerySet[Cover]:
    """For whom somebody stands in now."""
    return Cover.objects.running_at(at).filter(by=staff).select_related("covered").order_by("until_at", "id")


# Who opened a record

OF_ONE_PROGRAM = ("enrolment.", "walk.")
"""Lines that tell by themselves that there is a program: shown only to those who reach the person through it."""
OF_FAMILY = ("family.", "familytie.")
"""Lines that tell by themselves that there is family here: shown only to those who may see that tie."""
OF_TWO_RECORDS = ("person.joined", "person.parted")
"""Lines that tell by themselves that there is another record: shown only to those who may see that one too."""


def openings(person: Person, staff: Staff, at: datetime) -> QuerySet[Entry]:
    """Every time the record was opened or changed, newest first, as far as the program wall lets this staff member know.

    Left out is what colleagues did who then worked only in other programs of this person: that they are part of another
    program is not theirs to show. Whoever opened the record in an emergency always stands in it.
    """
    reached = Enrolment.objects.visible_to(staff, at).filter(person=person)
    then: Any = OuterRef("at")
    worked_there = RoleHeld.objects.filter(holds_at(then), _of(reached), staff=OuterRef("by_id"))
    in_an_emergency = EmergencyAccess.objects.filter(holds_at(then, start="at"), person=person, staff=OuterRef("by_id"))
    tells_of_a_program = _begins_with(OF_ONE_PROGRAM)
    tells_of_family = _begins_with(OF_FAMILY)
    theirs_to_know = Q(subject_id__in=reached.values("pk")) | Q(
        subject_id__in=WalksWith.objects.filter(enrolment__in=reached).values("pk")
    )
    joined = OnePerson.objects.visible_to(staff, at).filter(Q(one=person) | Q(other=person))
    family = FamilyTie.objects.visible_to(staff, at).filter(Q(person=person) | Q(other=person))
    return lines_about(person.pk).filter(
        Q(by_id__isnull=True) | Q(verb__startswith="emergency.") | Exists(worked_there) | Exists(in_an_emergency),
        ~tells_of_a_program | theirs_to_know,
        ~Q(verb__in=OF_TWO_RECORDS) | Q(subject_id__in=joined.values("pk")),
        ~tells_of_family | Q(subject_id__in=family.values("pk")),
    )


def _begins_with(words: tuple[str, ...]) -> Q:
    return Q(*(("verb__startswith", word) for word in words), _connector=Q.OR)


def _of(reached: QuerySet[Enrolment]) -> Q:
    """Roles of these programs, and those of the whole agency, which tell of no program."""
    return Q(program__in=reached.values("program")) | Q(role__in=OF_THE_AGENCY)


def appearances(person: Person, staff: Staff, at: datetime) -> list[tuple[str, int]]:
    """How often the person appeared in lists and searches, by colleague, behind the same wall."""
    times = appearances_of(person.agency_id, person.pk)
    reached = Enrolment.objects.visible_to(staff, at).filter(person=person)
    known = RoleHeld.objects.filter(_of(reached)).values("staff")
    helped = EmergencyAccess.objects.filter(person=person).values("staff")
    colleagues = Staff.objects.visible_to(staff).filter(Q(pk__in=known) | Q(pk__in=helped), pk__in=set(times))
    rows = [(name, times[pk]) for pk, name in colleagues.values_list("pk", "name")]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def names_of(ids: set[UUID], agency_id: UUID) -> dict[UUID, str]:
    """The names of staff members, those who left included."""
    return dict(Staff.objects.filter(agency_id=agency_id, pk__in=ids).values_list("pk", "name"))
