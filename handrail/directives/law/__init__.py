"""What a state's rules ask of a directive: pure functions over the pack and what is there. Nothing here is legal advice.

Each answers with sentences for the two people in front of the page; an empty list means that nothing we know of is missing.
"""

from handrail.directives.law.given import (
    BARRED,
    CLAUSE,
    IS_NOT,
    AgentNamed,
    Ceremony,
    ClauseGiven,
    Sentence,
    WitnessGiven,
    Written,
    same_name,
)
from handrail.directives.law.lasting import (
    asks_for_capacity,
    counts_when_told,
    ends_on,
    forms_of_revoking,
    look_again_on,
    reminder,
    reminder_days,
    why_not_revoked,
)
from handrail.directives.law.signing import (
    advice,
    missing_before_signing,
    notary_instead,
    screen_is_known,
    why_not_signed,
    witnesses_needed,
)
from handrail.directives.law.witnesses import (
    advice_on_witness,
    agents_sign,
    better_not,
    may_not_decide,
    may_not_witness,
    offered_items,
    why_not_agent,
    why_not_notary,
    why_not_witness,
)

__all__ = [
    "BARRED",
    "CLAUSE",
    "IS_NOT",
    "AgentNamed",
    "Ceremony",
    "ClauseGiven",
    "Sentence",
    "WitnessGiven",
    "Written",
    "advice",
    "advice_on_witness",
    "agents_sign",
    "asks_for_capacity",
    "better_not",
    "counts_when_told",
    "ends_on",
    "forms_of_revoking",
    "look_again_on",
    "may_not_decide",
    "may_not_witness",
    "missing_before_signing",
    "notary_instead",
    "offered_items",
    "reminder",
    "reminder_days",
    "same_name",
    "screen_is_known",
    "why_not_agent",
    "why_not_notary",
    "why_not_revoked",
    "why_not_signed",
    "why_not_witness",
    "witnesses_needed",
]
