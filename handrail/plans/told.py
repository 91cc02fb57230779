"""What "who opened this record" says about the plan."""

from django.utils.translation import gettext_lazy as _

from handrail.people.opened import OPENED, say

PART_OF_A_PLAN = (
    "want", "goal", "goalended", "checkin", "step", "stepdone", "ownwords", "wording", "aside",
    "strength", "strengthshown", "tool", "toolused",
)  # fmt: skip
PART_OF_A_PAPER = ("version", "signature", "signedbymistake", "review", "presentation")

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
    "strength.added": _("%(who)s wrote down a strength"),
    "strength.changed": _("%(who)s changed what a strength is a skill of, or who noticed it"),
    "strength.shown": _("%(who)s noted where a strength showed"),
    "strength.moment_taken_out": _("%(who)s took out a note of where a strength showed"),
    "strength.moment_put_back": _("%(who)s put back a note of where a strength showed"),
    "strength.taken_out": _("%(who)s took a strength out of the plan"),
    "strength.put_back": _("%(who)s put a strength back into the plan"),
    "tool.added": _("%(who)s wrote down a wellness tool"),
    "tool.changed": _("%(who)s changed what a wellness tool is for"),
    "tool.used": _("%(who)s noted that a wellness tool was used"),
    "tool.told": _("%(who)s noted whether a wellness tool helped"),
    "tool.use_taken_out": _("%(who)s took out a note of a wellness tool"),
    "tool.use_put_back": _("%(who)s put back a note of a wellness tool"),
    "tool.taken_out": _("%(who)s took a wellness tool out of the plan"),
    "tool.put_back": _("%(who)s put a wellness tool back into the plan"),
    "paper.opened": _("%(who)s opened a paper, such as the plan, as it is signed"),
    "paper.printed": _("%(who)s printed a paper, such as the plan"),
    "paper.signed": _("%(who)s took a signature under a paper"),
    "paper.signed person": _("%(who)s was there when the person signed a paper"),
    "paper.signed guardian": _("%(who)s was there when a parent or guardian signed a paper"),
    "paper.signed peer": _("%(who)s signed a paper as the peer"),
    "paper.signed supervisor": _("%(who)s signed a paper as the supervisor"),
    "signature.by_mistake": _("%(who)s noted that a signature was a mistake"),
    "scan.opened": _("%(who)s looked at a scan of a signed paper"),
    "scan.kept": _("%(who)s kept a scan of a signed paper"),
    "scan.taken_out": _("%(who)s took out a scan"),
    "scan.put_back": _("%(who)s put back a scan"),
    "review.noted": _("%(who)s noted that a paper was looked at again together"),
    "review.taken_out": _("%(who)s took out a note of looking at a paper together"),
    "review.put_back": _("%(who)s put back a note of looking at a paper together"),
    "presentation.noted": _("%(who)s noted to whom a paper was presented"),
    "presentation.taken_out": _("%(who)s took out a note of presenting a paper"),
    "presentation.put_back": _("%(who)s put back a note of presenting a paper"),
}


def offer() -> None:
    """Give every verb of plans its words."""
    for part in (*PART_OF_A_PLAN, *PART_OF_A_PAPER):
        say(f"{part}.opened", OPENED)
    for verb, words in DEEDS.items():
        say(verb, words)
