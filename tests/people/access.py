"""What the matrix and the canaries need to know of what is noted about people."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.people.actions import end_enrolment
from handrail.people.models import (
    Arrangement,
    ContactPoint,
    Ending,
    Enrolment,
    FamilyTie,
    Finding,
    OnePerson,
    Person,
    Phase,
    SupportAgreement,
    Supporter,
)
from tests.cast import welcome

OWN_TEXTS = ("other_names", "speaks", "reads", "culture", "faith", "body_needs", "senses_needs", "reading_needs")


def prepare(things: Any) -> None:
    """The rows the pages are about, all of Marcus; Junior, who is family of his, Will, and Lou, whose time has ended, walk with Dana too."""
    cast = things.cast
    welcome(cast, "junior", "Junior", cast.dana)
    own = {"agency": cast.agency, "person": cast.marcus, "program": cast.community}
    noted = own | {"noted_at": cast.began, "noted_by": cast.dana}
    things.point = ContactPoint.objects.create(value="555 0100", may_call=True, **noted)
    things.old_point = ContactPoint.objects.create(value="555 0199", stopped_at=cast.began, stopped_by=cast.dana, **noted)
    things.supporter = Supporter.objects.create(name="Aunt Rose", **noted)
    things.old_supporter = Supporter.objects.create(name="Pat", stopped_at=cast.began, stopped_by=cast.dana, **noted)
    things.arrangement = Arrangement.objects.create(need="No stairs", arranged="Ground floor", **noted)
    things.old_arrangement = Arrangement.objects.create(
        need="Crutches", arranged="A lift", stopped_at=cast.began, stopped_by=cast.dana, **noted
    )
    welcome(cast, "will", "Will", cast.dana)
    welcome(cast, "lou", "Lou", cast.dana)
    end_enrolment(enrolment=cast.lou_there, ending=Ending.WISH, why="", by=cast.dana, at=timezone.now())
    welcome(cast, "marc", "Marc", cast.dana)
    welcome(cast, "mara", "Mara", cast.dana)
    things.one = OnePerson.objects.create(agency=cast.agency, one=cast.marcus, other=cast.mara, at=timezone.now(), by=cast.sam)
    things.tie = FamilyTie.objects.create(other=cast.junior, kin="child", **noted)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page."""
    cast = things.cast
    return {
        "people:person_same": [cast.marcus.pk],
        "people:person_join": [cast.marcus.pk],
        "people:person_apart": [cast.marcus.pk],
        "people:one_part": [things.one.pk],
        "people:person_part": [cast.marcus.pk, "culture"],
        "people:point_add": [cast.marcus.pk],
        "people:point_edit": [things.point.pk],
        "people:point_stop": [things.point.pk],
        "people:point_resume": [things.old_point.pk],
        "people:supporter_add": [cast.marcus.pk],
        "people:supporter_edit": [things.supporter.pk],
        "people:supporter_stop": [things.supporter.pk],
        "people:supporter_resume": [things.old_supporter.pk],
        "people:arrangement_add": [cast.marcus.pk],
        "people:arrangement_edit": [things.arrangement.pk],
        "people:arrangement_stop": [things.arrangement.pk],
        "people:arrangement_resume": [things.old_arrangement.pk],
        "people:tie_add": [cast.marcus.pk],
        "people:tie_end": [things.tie.pk],
        "people:agreement_make": [cast.marcus_there.pk],
        "people:finding_note": [cast.marcus_there.pk],
        "people:phase_enter": [cast.marcus_there.pk],
        "people:enrolment_end": [cast.marcus_there.pk],
        "people:enrolment_reopen": [cast.lou_there.pk],
    }


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    cast = things.cast
    point = {"id": new_id(), "kind": "phone", "value": "555 0101", "safe": ["may_text"]}
    supporter = {"id": new_id(), "name": "Lou", "relation": "friend", "may_know": "nothing"}
    arrangement = {"id": new_id(), "kind": "faith", "need": "Prays at noon", "arranged": "Meet after one"}
    return {
        "people:person_join": {"other": cast.marc.pk},
        "people:person_apart": {"other": cast.marc.pk},
        "people:person_part": {"culture": "The river"},
        "people:point_add": point,
        "people:point_edit": point,
        "people:supporter_add": supporter,
        "people:supporter_edit": supporter,
        "people:arrangement_add": arrangement,
        "people:arrangement_edit": arrangement,
        "people:tie_add": {"id": new_id(), "other": cast.will.pk, "kin": "sibling"},
        "people:agreement_make": {"id": new_id(), "kind": "one_to_one", "every_days": "7"},
        "people:finding_note": {"id": new_id(), "ways": "The library", "agreed": "on"},
        "people:phase_enter": {"phase": "initiation"},
        "people:enrolment_end": {"ending": "wish"},
    }


def mark(cast: Any, person: Any, word: str) -> None:
    """Put the person's own word into every text noted about them, in each program they are part of."""
    Person.objects.filter(pk=person.pk).update(**{name: f"{word}-{name}" for name in OWN_TEXTS})
    for there in Enrolment.objects.filter(person=person).select_related("enrolled_by"):
        by, now = there.enrolled_by, timezone.now()
        own = {"agency_id": person.agency_id, "person": person, "program_id": there.program_id}
        noted = own | {"noted_at": now, "noted_by": by}
        stopped = noted | {"stopped_at": now, "stopped_by": by, "why_stopped": f"{word}r"}
        for how in (noted, stopped):
            ContactPoint.objects.create(
                kind="other", value=f"{word}d", whose=f"{word}e", safe_words=f"{word}f", who_else=f"{word}g", **how
            )
            Supporter.objects.create(
                name=f"{word}h",
                relation_words=f"{word}i",
                how_to_reach=f"{word}j",
                may_know="some",
                may_know_words=f"{word}k",
                **how,
            )
            Arrangement.objects.create(need=f"{word}l", arranged=f"{word}m", **how)
            Finding.objects.create(ways=f"{word}n", agreed_on=now.date(), feels_safe=f"{word}o", feels_unsafe=f"{word}p", **how)
        for until in (now, None):
            texts = {name: f"{word}{name}" for name in ("person_view", "team_view", "peer_experience", "why_this_mix")}
            span = own | {"from_at": now, "until_at": until}
            SupportAgreement.objects.create(agreed_by=by, review_on=now.date(), **texts, **span)
            Phase.objects.create(enrolment=there, phase="initiation", words=f"{word}q", noted_by=by, **span)


def own_pages(person: Any) -> list[str]:
    """Addresses that show something of this person, for the walk of the canaries."""
    pages = [reverse("people:person_part", args=[person.pk, part]) for part in ("language", "culture", "needs")]
    pages += [
        reverse(f"people:{name}", args=[person.pk]) for name in ("point_add", "supporter_add", "arrangement_add", "tie_add")
    ]
    for there in Enrolment.objects.filter(person=person.pk):
        names = ("agreement_make", "finding_note", "phase_enter", "enrolment_end")
        pages += [reverse(f"people:{name}", args=[there.pk]) for name in names]
    for model, name in ((ContactPoint, "point"), (Supporter, "supporter"), (Arrangement, "arrangement")):
        rows = model.objects.filter(person=person.pk)
        pages += [reverse(f"people:{name}_edit", args=[row.pk]) for row in rows]
    return pages
