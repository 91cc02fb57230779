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
from handrail.people.views.person import (
    person_add,
    person_edit,
    person_enrol,
    person_list,
    person_opened,
    person_search,
    person_show,
)

__all__ = [
    "block_lift",
    "block_set",
    "cover_end",
    "cover_list",
    "emergency_open",
    "emergency_told",
    "person_access",
    "person_add",
    "person_edit",
    "person_enrol",
    "person_list",
    "person_opened",
    "person_search",
    "person_show",
    "walk_start",
    "walk_stop",
]
