"""The pages of crisis."""

from handrail.crisis.views.copies import copy_give, copy_put_back, copy_take_back
from handrail.crisis.views.in_crisis import crisis_list, in_crisis_show, note_write, tried_keep, use_end
from handrail.crisis.views.lines import line_add, line_bring_back, line_check, line_edit, line_hide, line_list
from handrail.crisis.views.people import (
    person_add,
    person_edit,
    person_move,
    person_put_back,
    person_take_out,
    person_take_over,
)
from handrail.crisis.views.places import place_add, place_edit, place_move, place_put_back, place_take_out
from handrail.crisis.views.plan import answer_write, plan_begin, plan_card, plan_first, plan_show
from handrail.crisis.views.uses import learned_add, use_go_on, use_put_back, use_show, use_take_out

__all__ = [
    "answer_write",
    "copy_give",
    "copy_put_back",
    "copy_take_back",
    "crisis_list",
    "in_crisis_show",
    "learned_add",
    "line_add",
    "line_bring_back",
    "line_check",
    "line_edit",
    "line_hide",
    "line_list",
    "note_write",
    "person_add",
    "person_edit",
    "person_move",
    "person_put_back",
    "person_take_out",
    "person_take_over",
    "place_add",
    "place_edit",
    "place_move",
    "place_put_back",
    "place_take_out",
    "plan_begin",
    "plan_card",
    "plan_first",
    "plan_show",
    "tried_keep",
    "use_end",
    "use_go_on",
    "use_put_back",
    "use_show",
    "use_take_out",
]
