"""Reads of people, shared by pages."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import SUPERVISORS, Role
from handrail.audit.models import Entry
from handrail.audit.queries import appearances_of, lines_about
from handrail.kit.spans import holds_at
from handrail.people.models import Block, Cover, EmergencyAccess, Enrolment, Person, Told, ToldWhom, WalksWith


def my_people(staff: Staff, at: datetime) -> QuerySet[Person]:
    """Everybody this staff member reaches, by name, with the programs and the peers they are reached through."""
    reached = (
        Enrolment.objects.visible_to(staff, at)
        .select_related("program")
        .prefetch_related(Prefetch("walks", queryset=_walks_at(at), to_attr="walks_now"))
        .order_by("from_at", "id")
    )
    return (
        Person.objects.visible_to(staff, at)
        .prefetch_related(Prefetch("enrolments", queryset=reached, to_attr="reached"))
        .order_by("chosen_name", "id")
    )


def _walks_at(at: datetime) -> QuerySet[WalksWith]:
    return WalksWith.objects.running_at(at).select_related("peer").order_by("from_at", "id")


def found_by_name(people: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Those whose chosen or legal name holds every word."""
    for word in words.split():
        people = people.filter(Q(chosen_name__icontains=word) | Q(legal_name__icontains=word))
    return people


def nobody_walks_with_yet(staff: Staff, at: datetime) -> QuerySet[Person]:
    """People of the programs this staff member supervises with whom nobody walks."""
    walked = WalksWith.objects.running_at(at).filter(enrolment=OuterRef("pk"))
    alone = Enrolment.objects.visible_to(staff, at).filter(
        holds_at(at), ~Exists(walked), program__in=staff.programs_as(*SUPERVISORS)
    )
    return my_people(staff, at).filter(pk__in=alone.values("person"))


def enrolments_of(person: Person, staff: Staff, at: datetime) -> QuerySet[Enrolment]:
    """The programs of a person that this staff member reaches, with every walk there."""
    walks = WalksWith.objects.select_related("peer").order_by("-from_at", "-id")
    return (
        Enrolment.objects.visible_to(staff, at)
        .filter(person=person)
        .select_related("program", "enrolled_by")
        .prefetch_related(Prefetch("walks", queryset=walks, to_attr="all_walks"))
        .order_by("from_at", "id")
    )


def programs_to_enrol_into(staff: Staff) -> QuerySet[Program]:
    """The programs somebody may welcome people into."""
    return Program.objects.visible_to(staff).open().filter(pk__in=staff.programs_as(Role.PEER, *SUPERVISORS)).order_by("name", "id")


def blocks_of(person: Person) -> QuerySet[Block]:
    """Who may never open this record, the lifted ones last."""
    return Block.objects.filter(person=person).select_related("staff", "set_by", "lifted_by").order_by("lifted_at", "-at")


def emergencies_of(person: Person) -> QuerySet[EmergencyAccess]:
    """When somebody opened the record in an emergency, and who has heard of it."""
    told = Told.objects.select_related("by").order_by("at")
    return (
        EmergencyAccess.objects.filter(person=person)
        .select_related("staff")
        .prefetch_related(Prefetch("told", queryset=told, to_attr="all_told"))
        .order_by("-at", "-id")
    )


def not_told_yet(staff: Staff, whom: ToldWhom, at: datetime) -> QuerySet[EmergencyAccess]:
    """Emergencies of the people this staff member reaches, of which the person (or a supervisor) has not heard."""
    heard = Told.objects.filter(access=OuterRef("pk"), whom=whom)
    return (
        EmergencyAccess.objects.filter(~Exists(heard), person__in=Person.objects.visible_to(staff, at))
        .exclude(staff=staff)
        .select_related("person", "staff")
        .order_by("at", "id")
    )


def cover_now_and_planned(staff: Staff, at: datetime) -> QuerySet[Cover]:
    """Cover of this agency that has not ended."""
    return Cover.objects.visible_to(staff).not_over_at(at).select_related("covered", "by").order_by("from_at", "id")


def named_exactly(staff: Staff, name: str, born_on: date) -> QuerySet[Person]:
    """In an emergency a record is found by its whole name and birth date, never by part of it. Blocks hold here too."""
    blocked = Block.objects.standing().filter(staff=staff).values("person")
    return (
        Person.objects.filter(Q(chosen_name__iexact=name) | Q(legal_name__iexact=name), agency_id=staff.agency_id, born_on=born_on)
        .exclude(pk__in=blocked)
        .exclude(login__isnull=False, login=staff.login_id)
    )


def openings(person: Person) -> QuerySet[Entry]:
    """Every time the record was opened or changed, newest first."""
    return lines_about(person.pk)


def names_of(ids: set[UUID], agency_id: UUID) -> dict[UUID, str]:
    """The names of staff members, those who left included."""
    return dict(Staff.objects.filter(agency_id=agency_id, pk__in=ids).values_list("pk", "name"))


def appearances(person: Person) -> list[tuple[str, int]]:
    """How often the person appeared in lists and searches, by colleague."""
    times = appearances_of(person.agency_id, person.pk)
    names = names_of(set(times), person.agency_id)
    return sorted(((names.get(by, ""), count) for by, count in times.items()), key=lambda row: (-row[1], row[0]))


def began_lately(staff: Staff, at: datetime, within: timedelta) -> QuerySet[WalksWith]:
    """The people a peer began to walk with lately, the newest first."""
    return (
        WalksWith.objects.visible_to(staff, at)
        .running_at(at)
        .filter(peer=staff, from_at__gt=at - within)
        .select_related("enrolment__person")
        .order_by("-from_at", "-id")
    )


def cover_by(staff: Staff, at: datetime) -> QuerySet[Cover]:
    """For whom somebody stands in now."""
    return Cover.objects.running_at(at).filter(by=staff).select_related("covered").order_by("until_at", "id")
