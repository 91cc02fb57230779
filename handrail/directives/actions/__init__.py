"""What is done with a directive, one file a part of its life. Nothing is deleted."""

from handrail.directives.actions.after import reaffirm, revoke
from handrail.directives.actions.agents import name_agent, note_accepted, put_back_agent, take_out_agent
from handrail.directives.actions.keeping import (
    keep_scan,
    make_card,
    note_holder,
    put_back_holder,
    put_back_scan,
    retrieve,
    take_out_holder,
    take_out_scan,
    tell_holder,
)
from handrail.directives.actions.shared import AlreadySigned, Missing, NotSigned, RanOut, Replaced, TakenBack
from handrail.directives.actions.signing import Told, sign
from handrail.directives.actions.writing import (
    DraftThere,
    NotInThisState,
    OwnWordsOnly,
    begin,
    choose,
    must_have_said,
    put_back_choice,
    say_own_words,
    take_out_choice,
    take_step,
    untake_step,
    write_answer,
)

__all__ = [
    "AlreadySigned",
    "DraftThere",
    "Missing",
    "NotInThisState",
    "NotSigned",
    "OwnWordsOnly",
    "RanOut",
    "Replaced",
    "TakenBack",
    "Told",
    "begin",
    "choose",
    "keep_scan",
    "make_card",
    "must_have_said",
    "name_agent",
    "note_accepted",
    "note_holder",
    "put_back_agent",
    "put_back_choice",
    "put_back_holder",
    "put_back_scan",
    "reaffirm",
    "retrieve",
    "revoke",
    "say_own_words",
    "sign",
    "take_out_agent",
    "take_out_choice",
    "take_out_holder",
    "take_out_scan",
    "take_step",
    "tell_holder",
    "untake_step",
    "write_answer",
]
