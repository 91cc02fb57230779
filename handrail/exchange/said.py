"""What "who opened this record" says of what came in a file."""

from django.utils.translation import gettext_lazy as _

from handrail.people.opened import say

DEEDS = {
    "person.added file": _("%(who)s brought the person along in a file"),
    "person.corrected file": _("%(who)s brought news of the person along in a file"),
    "enrolment.begun file": _("%(who)s brought the person into the program with a file"),
    "brought.came": _("%(who)s brought along in a file what the person hopes for"),
    "person.taken_out": _("%(who)s took back that the person was brought along"),
    "brought.opened": _("%(who)s looked at what the person came with"),
    "origin.opened": _("%(who)s looked at what the person came with"),
    "brought.taken_over": _("%(who)s made a goal of what the person came with"),
    "brought.dropped": _("%(who)s dropped something the person came with"),
    "alike.opened": _("%(who)s looked at whether this is the same person"),
}


def offer() -> None:
    """Give the verbs their words."""
    for verb, words in DEEDS.items():
        say(verb, words)
