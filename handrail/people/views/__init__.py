"""The pages of people."""

from handrail.people.views.access import (
    block_lift,
    block_set,
    cover_end,
    cover_list,
    emergency_open,
    emergency_told,
    person_access,
    walk_start,
    walk_stop,
)
from handrail.people.views.also import also_search
from handrail.people.views.caseload import (
    person_list,
)
from handrail.people.views.facts import (
    arrangement_add,
    arrangement_edit,
    arrangement_resume,
    arrangement_stop,
    point_add,
    point_edit,
    point_resume,
    point_stop,
    supporter_add,
    supporter_edit,
    supporter_resume,
    supporter_stop,
)
from handrail.people.views.family import (
    tie_add,
    tie_end,
)
from handrail.people.views.one import (
    one_part,
    person_apart,
    person_join,
    person_same,
)
from handrail.people.views.own import (
    person_edit,
    person_part,
)
from handrail.people.views.person import (
    person_add,
    person_enrol,
    person_opened,
    person_search,
    person_show,
)
from handrail.people.views.support import (
    agreement_make,
    enrolment_end,
    enrolment_reopen,
    finding_note,
    phase_enter,
)

__all__ = [
    "agreement_make",
    "also_search",
    "arrangement_add",
    "arrangement_edit",
    "arrangement_resume",
    "arrangement_stop",
    "block_lift",
    "block_set",
    "cover_end",
    "cover_list",
    "emergency_open",
    "emergency_told",
    "enrolment_end",
    "enrolment_reopen",
    "finding_note",
    "one_part",
    "person_access",
    "person_add",
    "person_apart",
    "person_edit",
    "person_enrol",
    "person_join",
    "person_list",
    "person_opened",
    "person_part",
    "person_same",
    "person_search",
    "person_show",
    "phase_enter",
    "point_add",
    "point_edit",
    "point_resume",
    "point_stop",
    "supporter_add",
    "supporter_edit",
    "supporter_resume",
    "supporter_stop",
    "tie_add",
    "tie_end",
    "walk_start",
    "walk_stop",
]
