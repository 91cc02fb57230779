"""What "who opened this record" says about the plan."""

from django.utils.translation import gettext_lazy as _

from handrail.people.opened import OPENED, say

PART_OF_A_PLAN = (
    *("want", "goal", "goalended", "checkin", "step", "stepdone", "ownwords", "wording", "aside"),
    *("preparation", "answer", "tick", "preparationdone"),
    *("choice", "thought", "matter", "option", "lookedup", "fit", "chosen"),
)

DEEDS = {
    "plan.opened": _("%(who)s opened the plan"),
    "want.written": _("%(who)s wrote down what the person wants"),
    "words.changed": _("%(who)s changed words in the plan"),
    "words.put_back": _("%(who)s let words in the plan read as they did before"),
    "words.kept_beside": _("%(who)s wrote in the plan at the same time as somebody else"),
    "words.put_together": _("%(who)s put two versions of a text together"),
    "goal.added": _("%(who)s wrote down a goal"),
    "goal.changed": _("%(who)s changed how a goal is measured, or until when"),
    "goal.moved": _("%(who)s changed the order of the goals"),
    "goal.ended": _("%(who)s noted that a goal ended"),
    "goal.reopened": _("%(who)s opened a goal again"),
    "checkin.noted": _("%(who)s noted how a goal goes"),
    "checkin.taken_out": _("%(who)s took out a note of how a goal goes"),
    "checkin.put_back": _("%(who)s put back a note of how a goal goes"),
    "step.added": _("%(who)s wrote down a step"),
    "step.finished": _("%(who)s noted that a step was taken"),
    "step.unfinished": _("%(who)s noted that a step is still to be taken"),
    "step.removed": _("%(who)s took a step out of the plan"),
    "step.put_back": _("%(who)s put a step back into the plan"),
    "prepared.opened": _("%(who)s opened the list of preparation sheets and choices"),
    "preparation.begun": _("%(who)s began a preparation sheet"),
    "preparation.changed": _("%(who)s changed the day of a preparation sheet"),
    "preparation.done": _("%(who)s noted how something prepared was done"),
    "preparation.reopened": _("%(who)s noted that something prepared is still to come"),
    "preparation.put_away": _("%(who)s put a preparation sheet away"),
    "preparation.taken_out": _("%(who)s took a preparation sheet out again"),
    "preparation.held_up": _("%(who)s opened a preparation sheet in large letters"),
    "preparation.printed": _("%(who)s printed a preparation sheet"),
    "answer.written": _("%(who)s wrote on a preparation sheet"),
    "tick.set": _("%(who)s ticked a line of a preparation sheet"),
    "tick.taken_off": _("%(who)s took a tick off a preparation sheet"),
    "choice.begun": _("%(who)s began a choice"),
    "choice.made": _("%(who)s noted what the person chose"),
    "choice.left_open": _("%(who)s noted that the person does not choose yet"),
    "choice.put_away": _("%(who)s put a choice away"),
    "choice.taken_out": _("%(who)s took a choice out again"),
    "choice.printed": _("%(who)s printed a choice"),
    "thought.written": _("%(who)s wrote beside a choice"),
    "matter.added": _("%(who)s wrote down what matters in a choice"),
    "matter.moved": _("%(who)s changed the order of what matters in a choice"),
    "matter.removed": _("%(who)s took something that matters out of a choice"),
    "matter.put_back": _("%(who)s put something that matters back into a choice"),
    "option.added": _("%(who)s wrote down an option of a choice"),
    "option.removed": _("%(who)s took an option out of a choice"),
    "option.put_back": _("%(who)s put an option back into a choice"),
    "option.weighed": _("%(who)s noted how an option fits"),
    "lookedup.noted": _("%(who)s noted what was looked up for a choice"),
    "lookedup.taken_out": _("%(who)s took out what was looked up for a choice"),
    "lookedup.put_back": _("%(who)s put back what was looked up for a choice"),
}


def offer() -> None:
    """Give every verb of plans its words."""
    for part in PART_OF_A_PLAN:
        say(f"{part}.opened", OPENED)
    for verb, words in DEEDS.items():
        say(verb, words)
