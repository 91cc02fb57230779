"""Who opened a record, in words, to be looked at together with the person.

Every verb that is ever recorded with a person has its words here, or is given them by the app that records it (`say`, from its
`apps.py`). A test goes through the code and finds a verb that has none.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from handrail.audit.models import Entry
from handrail.ui.moments import day_words, is_near, machine_time, time_words

Words = str | Promise

HANDRAIL = _("Handrail")
"""Who acted when nobody of the staff did."""

SOMEBODY = _("Somebody")
OPENED = _("%(who)s opened the record")
CHANGED = _("%(who)s opened or changed the record")
"""For a verb without words of its own: no line is ever left out for want of words."""
_words: dict[str, Words] = {
    "person.opened": OPENED,
    "enrolment.opened": OPENED,
    "walkswith.opened": OPENED,
    "block.opened": OPENED,
    "searchkey.opened": OPENED,
    "emergencyaccess.opened": _("%(who)s read why it was opened in an emergency"),
    "opened.looked_up": _("%(who)s looked at who opened the record"),
    "person.added": _("%(who)s welcomed the person and began the record"),
    "person.corrected": _("%(who)s corrected who the person is"),
    "person.corrected names": _("%(who)s corrected names or dates"),
    "person.corrected language": _("%(who)s noted the languages"),
    "person.corrected culture": _("%(who)s noted culture and faith"),
    "person.corrected needs": _("%(who)s noted what the person needs"),
    "contactpoint.opened": _("%(who)s looked at a way to reach the person"),
    "point.added": _("%(who)s noted a way to reach the person"),
    "point.changed": _("%(who)s changed a way to reach the person"),
    "point.stopped": _("%(who)s noted that a way to reach the person is not used any more"),
    "point.resumed": _("%(who)s noted that a way to reach the person is good again"),
    "finding.opened": OPENED,
    "finding.noted": _("%(who)s noted how the person wants to be found"),
    "supporter.opened": _("%(who)s looked at who stands by the person"),
    "supporter.added": _("%(who)s noted somebody who stands by the person"),
    "supporter.changed": _("%(who)s changed what is noted about somebody who stands by the person"),
    "supporter.stopped": _("%(who)s noted that somebody no longer stands by the person"),
    "supporter.resumed": _("%(who)s noted that somebody stands by the person again"),
    "familytie.opened": _("%(who)s looked at who is family"),
    "family.tied": _("%(who)s noted that somebody here is family"),
    "family.untied": _("%(who)s took back that somebody here is family"),
    "arrangement.opened": _("%(who)s looked at what is arranged for the person"),
    "arrangement.added": _("%(who)s noted what is arranged for the person"),
    "arrangement.changed": _("%(who)s changed what is arranged for the person"),
    "arrangement.stopped": _("%(who)s noted that something is no longer arranged for the person"),
    "arrangement.resumed": _("%(who)s noted that something is arranged again for the person"),
    "supportagreement.opened": _("%(who)s looked at what was agreed"),
    "agreement.made": _("%(who)s noted what was agreed about walking together"),
    "phase.opened": OPENED,
    "enrolment.phase": _("%(who)s noted where on the road the person is"),
    "enrolment.ended": _("%(who)s noted that the person is no longer part of a program"),
    "enrolment.reopened": _("%(who)s welcomed the person back into a program"),
    "enrolment.begun": _("%(who)s added the person to a program"),
    "walk.begun": _("%(who)s noted who walks with the person"),
    "walk.ended": _("%(who)s noted who no longer walks with the person"),
    "emergency.opened": _("%(who)s opened the record in an emergency"),
    "emergency.told person": _("%(who)s told the person about an opening in an emergency"),
    "emergency.told supervisor": _("%(who)s looked into an opening in an emergency, as a supervisor"),
    "oneperson.opened": OPENED,
    "person.joined": _("%(who)s noted that two records belong to this one person"),
    "person.parted": _("%(who)s noted that two records belong to two people after all"),
    "block.set": _("%(who)s noted who may never open the record"),
    "block.lifted": _("%(who)s let somebody open the record again"),
}


def say(verb: str, words: Words) -> None:
    """Give a verb its words; `%(who)s` stands for the colleague. A detail may have words of its own, under "verb detail"."""
    _words[verb] = words


def words_for(verb: str, detail: str = "") -> Words | None:
    """The words of a verb, those of its detail first."""
    return _words.get(f"{verb} {detail}") or _words.get(verb)


@dataclass
class Deed:
    """What one colleague did on one day, and at which times, latest first."""

    sentence: str
    times: list[datetime] = field(default_factory=list)

    @property
    def clock(self) -> list[tuple[str, str]]:
        """Each time for the reader and for the machine."""
        return [(time_words(at), machine_time(at)) for at in self.times]


@dataclass
class Day:
    """One day of the agency's calendar, latest deed first."""

    on: date
    deeds: list[Deed] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Today, Tuesday, or the full date when it is far."""
        return capfirst(day_words(self.on))

    @property
    def count(self) -> str:
        """The full date beside a day that is only named."""
        return full_date(self.on) if is_near(self.on) else ""


def days_of(lines: Iterable[Entry], names: dict[UUID, str]) -> list[Day]:
    """The lines, newest first, gathered by day and by what was done: the same thing three times is one row with three times."""
    days: list[Day] = []
    rows: dict[str, Deed] = {}
    for line in lines:
        at = timezone.localtime(line.at)
        if not days or days[-1].on != at.date():
            days.append(Day(at.date()))
            rows = {}
        sentence = _sentence(line, names)
        if sentence not in rows:
            rows[sentence] = Deed(sentence)
            days[-1].deeds.append(rows[sentence])
        if at.replace(second=0, microsecond=0) not in rows[sentence].times:
            rows[sentence].times.append(at.replace(second=0, microsecond=0))
    return days


def full_date(day: date) -> str:
    """The date in full, with the day of the week."""
    # Translators: how a date with its weekday is written, in Django's date format letters.
    return date_format(day, pgettext("date format", "l, j F Y"))


def _sentence(line: Entry, names: dict[UUID, str]) -> str:
    who = names.get(line.by_id, SOMEBODY) if line.by_id else HANDRAIL
    return str(words_for(line.verb, line.detail) or CHANGED) % {"who": who}
