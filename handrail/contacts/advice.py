"""What to look at before signing. Advice with its reason; it never blocks."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.contacts import queries
from handrail.contacts.clock import days_late, overlap
from handrail.contacts.models import Contact, How, Part
from handrail.ui.moments import in_zone, moment_words, time_words


@dataclass(frozen=True)
class Advice:
    """One thing to look at, and why it matters."""

    what: str
    why: str


def advice_on(contact: Contact, parts: list[Part], now: datetime) -> list[Advice]:
    """Everything worth a second look, the time first."""
    return [*_on_time(contact, now), *[one for part in parts for one in _on_part(part, several=len(parts) > 1)]]


def _on_time(contact: Contact, now: datetime) -> list[Advice]:
    found = []
    if contact.at > now:
        said = {"when": moment_words(contact.at)}
        found.append(Advice(_("It says %(when)s. That is still to come.") % said, _("A note tells what has been.")))
    found += [
        Advice(
            _("You have another contact at %(time)s.") % {"time": time_words(in_zone(other.at))},
            _("The two overlap. A payer may count only one of them."),
        )
        for other in queries.at_the_same_time(contact)
        if overlap(contact.at, contact.minutes, other.at, other.minutes)
    ]
    if late := days_late(contact.at, now):
        found.append(
            Advice(
                ngettext("It was %(days)s day ago.", "It was %(days)s days ago.", late) % {"days": late},
                _("The note will say that it was written later."),
            )
        )
    return found


def _on_part(part: Part, several: bool) -> list[Advice]:
    if part.contact.how == How.TRIED:
        return []
    said = {"name": part.person.chosen_name}
    found = []
    if part.program.medicaid_funded and not part.goals.all():
        what = _("No goal of %(name)s’s is named.") % said if several else _("No goal is named.")
        found.append(Advice(what, _("Whoever pays for this program asks that a note names the goal it was about.")))
    if not part.words.strip():
        what = _("Nothing in %(name)s’s own words yet.") % said if several else _("Nothing in their own words yet.")
        found.append(Advice(what, _("What they said is the heart of a note.")))
    if not part.did.strip() and not part.activities.all():
        what = _("Nothing yet on what you and %(name)s did.") % said if several else _("Nothing yet on what you did.")
        found.append(Advice(what, _("Whoever reads it wants to know what you did, and why.")))
    return found
