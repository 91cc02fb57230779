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
    on_parts = [one for part in parts for one in _on_part(part, several=len(parts) > 1)]
    return [*_on_time(contact, now), *on_parts, *_on_plan(parts)]


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
    if not part.did.strip() and not part.activities.all() and not part.materials.all():
        what = _("Nothing yet on what you and %(name)s did.") % said if several else _("Nothing yet on what you did.")
        found.append(Advice(what, _("Whoever reads it wants to know what you did, and why.")))
    return found


def _on_plan(parts: list[Part]) -> list[Advice]:
    """What of the note the plan cannot take up any more. It is told in the note all the same."""
    open_goals, open_steps = queries.still_open(parts)
    found = []
    for touched in [one for part in parts for one in part.goals.all()]:
        words, told = touched.read_as
        if touched.goal_id not in open_goals:
            what = _("“%(goal)s” has ended meanwhile.") % {"goal": words}
            found.append(Advice(what, _("The note tells what you worked on. The goal’s own line stays as it ended.")))
        elif not touched.still_measured_so:
            what = _("“%(goal)s” is measured in another way by now.") % {"goal": words}
            why = _("The note says “%(told)s”. The goal’s own line gets no value: note it there in the new way.") % {
                "told": told
            }
            found.append(Advice(what, why))
    for taken in [one for part in parts for one in part.steps.all()]:
        if taken.step_id not in open_steps:
            what = _("“%(step)s” was done or taken out of the plan meanwhile.") % {"step": taken.read_as}
            found.append(Advice(what, _("The note tells it. The plan stays as it is.")))
    return found
