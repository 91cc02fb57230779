"""Facts in a few plain words: what is safe at a number, what was agreed, which rhythm."""

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from handrail.people.models import ContactPoint, Interpreter, Person, PointKind, SupportAgreement
from handrail.people.models.reaching import WAYS
from handrail.people.numbers import dialled
from handrail.ui.moments import time_words

SHORT_RHYTHMS = {
    None: gettext_lazy("As they want"),
    1: gettext_lazy("Daily"),
    7: gettext_lazy("Weekly"),
    30: gettext_lazy("Monthly"),
}


def safe_words(point: ContactPoint) -> str:
    """`Call or text. Leave no word.`: what the person allowed there, and nothing else."""
    if point.never:
        return _("Never use this.")
    verbs = {
        "may_call": _("call"),
        "may_text": _("text"),
        "may_write": _("write"),
        "may_come": _("come by"),
        "may_leave_word": _("leave word"),
    }
    allowed = [verbs[way] for way in WAYS if getattr(point, way)]
    if not allowed:
        return _("Ask first: nothing was agreed yet.")
    told = _("%(ways)s.") % {"ways": capfirst(get_text_list(allowed, _("or")))}
    if point.kind == PointKind.PHONE and point.may_call and not point.may_leave_word:
        told += " " + _("Leave no word.")
    return told


def dial_words(point: ContactPoint) -> str:
    """The number as a phone dials it."""
    return dialled(point.value) if point.kind == PointKind.PHONE else ""


def language_words(person: Person) -> str:
    """`Speaks Spanish, some English. An interpreter is needed.`: what one has to know before saying hello."""
    told = [_("Speaks %(languages)s.") % {"languages": person.speaks.rstrip(" .")}] if person.speaks else []
    if person.interpreter == Interpreter.YES:
        told.append(_("An interpreter is needed."))
    elif person.interpreter == Interpreter.SOMETIMES:
        told.append(_("An interpreter is needed for papers and hard talks."))
    return " ".join(told)


def hours_words(point: ContactPoint) -> str:
    """`10:00 to 16:00, not on weekends`; empty when any hour is fine."""
    told = [point.safe_words]
    if point.safe_from and point.safe_until:
        hours = {"from": time_words(point.safe_from), "until": time_words(point.safe_until)}
        told.insert(0, _("%(from)s to %(until)s") % hours)
    return ", ".join(part for part in told if part)


def rhythm_words(every_days: int | None) -> str:
    """`every week`, `every 10 days`, `whenever they want`."""
    usual = {
        None: _("whenever they want"),
        1: _("every day"),
        7: _("every week"),
        14: _("every two weeks"),
        30: _("every month"),
    }
    if every_days in usual:
        return usual[every_days]
    return ngettext("every %(days)s day", "every %(days)s days", every_days or 0) % {"days": every_days}


def short_rhythm_words(every_days: int | None) -> str:
    """The same where there is little room: `Weekly`, `Every 10 days`."""
    if every_days in SHORT_RHYTHMS:
        return str(SHORT_RHYTHMS[every_days])
    return ngettext("Every %(days)s day", "Every %(days)s days", every_days or 0) % {"days": every_days}


def length_words(minutes: int) -> str:
    """`30 min`, `1 hour`, `2 hours`."""
    if minutes % 60:
        return _("%(minutes)s min") % {"minutes": minutes}
    return ngettext("%(hours)s hour", "%(hours)s hours", minutes // 60) % {"hours": minutes // 60}


def agreed_words(agreement: SupportAgreement) -> str:
    """`One to one, every week, 1 hour`."""
    parts = [str(agreement.get_kind_display()), rhythm_words(agreement.every_days)]
    if agreement.minutes:
        parts.append(length_words(agreement.minutes))
    return ", ".join(parts)
