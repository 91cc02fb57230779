"""What "who opened this record" says about contacts."""

from django.utils.translation import gettext_lazy as _

from handrail.people.opened import OPENED, say

READ = _("%(who)s read or wrote a note")
PART_OF_A_NOTE = ("signature", "addendum", "comment", "returned", "cosigned", "awaitscosign", "materialshared")
PART_OF_AN_APPOINTMENT = ("appointment", "appointmentmoved", "appointmentended")
DEEDS = {
    "part.opened": READ,
    "contacts.listed": _("%(who)s looked at all contacts with the person"),
    "learned.listed": _("%(who)s looked at what the person learned"),
    "contact.begun": _("%(who)s began to record a contact"),
    "contact.written": _("%(who)s wrote on a note"),
    "contact.joined": _("%(who)s added the person to a contact"),
    "contact.left": _("%(who)s took the person out of a draft"),
    "contact.discarded": _("%(who)s threw a draft away"),
    "part.signed": _("%(who)s signed a note"),
    "part.added_to": _("%(who)s added to a note"),
    "part.commented": _("The person commented on a note, on the phone of %(who)s"),
    "part.handed_over": _("%(who)s gave their phone to the person to read a note"),
    "part.returned": _("%(who)s asked for more about a note"),
    "part.cosigned": _("%(who)s co-signed a note"),
    "appointment.made": _("%(who)s agreed on a next time"),
    "appointment.moved": _("%(who)s moved an appointment"),
    "appointment.taken_back": _("%(who)s took back a next time"),
    "appointment.ended": _("%(who)s noted what became of an appointment"),
    "call.asked": _("%(who)s noted that the person would like a call"),
    "call.settled": _("%(who)s noted that a call is no longer needed"),
    "callasked.opened": OPENED,
}


def offer() -> None:
    """Give every verb of contacts its words."""
    for part in PART_OF_A_NOTE:
        say(f"{part}.opened", READ)
    for part in PART_OF_AN_APPOINTMENT:
        say(f"{part}.opened", OPENED)
    for verb, words in DEEDS.items():
        say(verb, words)
