"""What is done with an import, and with what came along."""

from handrail.exchange.actions.brought import drop, take_over
from handrail.exchange.actions.importing import (
    AnotherGoesOn,
    NotNow,
    TooManyChanges,
    agree,
    begin,
    begin_again,
    begin_taking_over,
    call_off,
    decide,
    enter,
    forget_broken_off,
    forget_unless_taken,
    give_up,
    look_again,
    take_up_again,
)
from handrail.exchange.actions.taking import complete, take_some
from handrail.exchange.actions.undoing import begin_undoing, take_back_some

__all__ = [
    "AnotherGoesOn",
    "NotNow",
    "TooManyChanges",
    "agree",
    "begin",
    "begin_again",
    "begin_taking_over",
    "begin_undoing",
    "call_off",
    "complete",
    "decide",
    "drop",
    "enter",
    "forget_broken_off",
    "forget_unless_taken",
    "give_up",
    "look_again",
    "take_back_some",
    "take_over",
    "take_some",
    "take_up_again",
]
