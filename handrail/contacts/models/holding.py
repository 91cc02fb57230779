"""Who holds a draft: whoever wrote it, as long as they look after that person in that program; after them a supervisor there.

Each part is held on its own, because reach goes by enrolment: of a contact with two people the writer may still walk with one.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from handrail.accounts.models import RoleHeld, Staff, Supervises
from handrail.accounts.roles import PEERS, RUN_SUPPORT, SUPERVISORS
from handrail.kit.spans import holds_at
from handrail.people.models import Block, Cover, Enrolment, Person, WalksWith

WRITER = "contact__staff"


def held_by(staff: Staff, at: datetime) -> Q:
    """Parts written by the asker; or, in programs they supervise, by whoever no longer looks after the person there."""
    own = Q(contact__staff=staff)
    supervised = staff.programs_as(*SUPERVISORS)
    return own | (Q(program__in=supervised) & ~writer_is_there(at)) if supervised else own


def writer_is_there(at: datetime) -> Q:
    """Whether the writer of a part looks after its person in its program: `looked_after_by`, asked for each row's own writer."""
    here = {"person": OuterRef("person"), "program": OuterRef("program")}
    works = RoleHeld.objects.held_at(at).filter(
        staff=OuterRef(WRITER), program=OuterRef("program"), staff__left_at__isnull=True
    )
    walks = WalksWith.objects.running_at(at).filter(
        holds_at(at, "enrolment__from_at", "enrolment__until_at"),
        enrolment__person=OuterRef("person"),
        enrolment__program=OuterRef("program"),
    )
    covered = Cover.objects.running_at(at).filter(by=OuterRef(OuterRef(WRITER)), program=OuterRef(OuterRef("program")))
    supervised = Supervises.objects.running_at(at).filter(supervisor=OuterRef(OuterRef(WRITER)))
    looks_after = (
        Exists(works.filter(role__in=PEERS)) & Exists(walks.filter(peer=OuterRef(WRITER)))
        | Exists(works.filter(role__in=RUN_SUPPORT)) & Exists(walks.filter(peer__in=covered.values("covered")))
        | Exists(works.filter(role__in=SUPERVISORS))
        & (Exists(walks.filter(peer__in=supervised.values("staff"))) | ~Exists(walks.carried_at(at)))
    )
    closed = Block.objects.standing().filter(person=OuterRef("person"), staff=OuterRef(WRITER))
    themselves = Person.objects.filter(pk=OuterRef("person"), login=OuterRef(f"{WRITER}__login"))
    part_of_it = Enrolment.objects.running_at(at).filter(**here)
    return Q(looks_after, Exists(part_of_it), ~Exists(closed), ~Exists(themselves))
