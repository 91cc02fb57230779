"""What is done with crisis plans and in a crisis, one file a noun. Nothing is deleted."""

from handrail.crisis.actions.copies import give_copy, put_back_copy, take_back_copy
from handrail.crisis.actions.entries import (
    add_person,
    add_place,
    change_person,
    change_place,
    move_person,
    move_place,
    put_back_person,
    put_back_place,
    take_out_person,
    take_out_place,
)
from handrail.crisis.actions.lines import keep_line
from handrail.crisis.actions.plans import NothingToAdd, add_what_was_learned, begin_plan, write_answer
from handrail.crisis.actions.uses import begin_use, end_use, go_on, keep_tried, put_back_use, take_out_use, write_note

__all__ = [
    "NothingToAdd",
    "add_person",
    "add_place",
    "add_what_was_learned",
    "begin_plan",
    "begin_use",
    "change_person",
    "change_place",
    "end_use",
    "give_copy",
    "go_on",
    "keep_line",
    "keep_tried",
    "move_person",
    "move_place",
    "put_back_copy",
    "put_back_person",
    "put_back_place",
    "put_back_use",
    "take_back_copy",
    "take_out_person",
    "take_out_place",
    "take_out_use",
    "write_answer",
    "write_note",
]
