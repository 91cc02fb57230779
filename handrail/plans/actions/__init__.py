"""What is done with a plan, one file a noun. Nothing is deleted: whatever is undone comes back as it was."""

from handrail.plans.actions.check_ins import check_in, put_back_check_in, take_out_check_in
from handrail.plans.actions.goals import (
    ChangedMeanwhile,
    CountedAlready,
    HasEnded,
    MeasuredAlready,
    add_goal,
    change_goal,
    end_goal,
    has_values,
    move_goal,
    reopen_goal,
)
from handrail.plans.actions.presentations import Told, note_presentation, put_back_presentation, take_out_presentation
from handrail.plans.actions.reviews import note_review, put_back_review, take_out_review
from handrail.plans.actions.scans import keep_scan, put_back_scan, take_out_scan
from handrail.plans.actions.signing import ChangedSinceRead, NothingToSign, SignedAlready, Signing, note_mistake, sign
from handrail.plans.actions.steps import add_step, finish_step, put_back_step, remove_step, unfinish_step
from handrail.plans.actions.words import ONE_SITTING, Kept, put_back_wording, put_together, reword, write_want

__all__ = [
    "ONE_SITTING",
    "ChangedMeanwhile",
    "ChangedSinceRead",
    "CountedAlready",
    "HasEnded",
    "Kept",
    "MeasuredAlready",
    "NothingToSign",
    "SignedAlready",
    "Signing",
    "Told",
    "add_goal",
    "add_step",
    "change_goal",
    "check_in",
    "end_goal",
    "finish_step",
    "has_values",
    "keep_scan",
    "move_goal",
    "note_mistake",
    "note_presentation",
    "note_review",
    "put_back_check_in",
    "put_back_presentation",
    "put_back_review",
    "put_back_scan",
    "put_back_step",
    "put_back_wording",
    "put_together",
    "remove_step",
    "reopen_goal",
    "reword",
    "sign",
    "take_out_check_in",
    "take_out_presentation",
    "take_out_review",
    "take_out_scan",
    "unfinish_step",
    "write_want",
]
