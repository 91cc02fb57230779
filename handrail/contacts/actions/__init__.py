"""What is done with contacts. Each leaves its line in the record."""

from handrail.contacts.actions.appointments import (
    AlreadyOver,
    ask_for_call,
    end_appointment,
    make_appointment,
    move_appointment,
    settle_call,
)
from handrail.contacts.actions.drafts import (
    AlreadySigned,
    Base,
    ChangedMeanwhile,
    Kept,
    LastOne,
    discard,
    join,
    keep,
    keep_draft,
    leave,
)
from handrail.contacts.actions.facts import NextTime, Writing
from handrail.contacts.actions.signing import (
    AlreadyCosigned,
    NotSignedYet,
    add_to,
    comment,
    cosign,
    hand_over,
    return_to_writer,
    sign,
)
from handrail.kit.errors import KeyTaken

__all__ = [
    "AlreadyCosigned",
    "AlreadyOver",
    "AlreadySigned",
    "Base",
    "ChangedMeanwhile",
    "Kept",
    "KeyTaken",
    "LastOne",
    "NextTime",
    "NotSignedYet",
    "Writing",
    "add_to",
    "ask_for_call",
    "comment",
    "cosign",
    "discard",
    "end_appointment",
    "hand_over",
    "join",
    "keep",
    "keep_draft",
    "leave",
    "make_appointment",
    "move_appointment",
    "return_to_writer",
    "settle_call",
    "sign",
]
