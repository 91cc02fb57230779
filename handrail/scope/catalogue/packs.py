"""Jurisdiction packs: the numbers and rules of a state, dated, each with its source and whether it was read there."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, cast

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handrail.scope.catalogue.reading import FOLDER, DoesNotFit, read

Value = bool | int | str | date | tuple[str, ...] | None
"""What a pack says about one thing. None means that there is no such rule or number."""

OFFERED = ("VA", "WI", "OH", "generic")
GENERIC = "generic"


class Sort(models.TextChoices):
    """What sort of value it is: how it is shown, and what may take its place."""

    NUMBER = "number", _("A whole number")
    YES_NO = "yes_no", _("Yes or no")
    TEXT = "text", _("Words")
    DATE = "date", _("A date")
    LIST = "list", _("A list")


class Status(models.TextChoices):
    """How sure we are."""

    READ = "read", pgettext_lazy("how sure a value is", "Read at the source")
    UNVERIFIED = "unverified", pgettext_lazy("how sure a value is", "Not verified")


SORT_OF = {bool: Sort.YES_NO, int: Sort.NUMBER, str: Sort.TEXT, date: Sort.DATE, tuple: Sort.LIST}

TOPICS = {
    "titles": _("Titles"),
    "certification": _("Certificates"),
    "registration": _("Registration"),
    "coach": _("Peer recovery coaches"),
    "supervisor": _("Supervisors"),
    "supervision": _("Supervision"),
    "caseload": _("How many people"),
    "service": _("Starting"),
    "recommendation": _("Starting"),
    "plan": _("Plans"),
    "group": _("Groups"),
    "note": _("Notes"),
    "chart": _("Notes"),
    "followup": _("After a discharge"),
    "outreach": _("Reaching out"),
    "pad": _("Advance directives"),
    "report": _("Reporting harm"),
    "crisis": _("Crisis lines"),
    "billing": _("Billing"),
    "rounding": _("Ways of rounding"),
    "retention": _("Keeping records"),
    "part2": _("Privacy"),
    "hipaa": _("Privacy"),
    "breach": _("Privacy"),
    "reports": _("Counts and grants"),
    "suprt": _("Counts and grants"),
    "medicaid": _("Counts and grants"),
    "accessibility": _("Accessibility"),
}
"""The first word of a key says what a value is about. In the order of the page."""


@dataclass(frozen=True)
class PackValue:
    """One value of a pack. `label` says in plain words what it is; `source` where it was read, on the day `as_of`."""

    key: str
    label: str
    value: Value
    sort: Sort
    source: str
    status: Status
    as_of: date
    unit: str = ""
    note: str = ""

    @property
    def topic(self) -> str:
        """What it is about, as a heading."""
        return str(TOPICS[self.key.partition(".")[0]])


@dataclass(frozen=True)
class Pack:
    """The values of one jurisdiction, by key, with those of the packs it includes beneath its own."""

    id: str
    name: str
    as_of: date
    values: dict[str, PackValue]


@cache
def pack(name: str) -> Pack:
    """The pack of this name, read once for the life of the process. Without a pack of that name, the general one."""
    return _read_pack(name if name in OFFERED else GENERIC)


def kept(value: Value) -> bool | int | str | list[str] | None:
    """A value as JSON keeps it."""
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def told(sort: Sort, value: Any) -> Value:
    """A value as JSON kept it, in its own shape again. Raises DoesNotFit when it is not of this sort."""
    if value is None:
        return None
    if sort == Sort.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    value = tuple(value) if isinstance(value, list) else value
    if SORT_OF.get(type(value)) != sort:
        raise DoesNotFit(f"{value!r} is not {sort}")
    return cast(Value, value)


def _read_pack(name: str) -> Pack:
    whole = read(FOLDER / "packs" / f"{name.lower()}.toml")
    values: dict[str, PackValue] = {}
    for included in whole.get("includes", []):
        values |= _read_pack(included).values
    own = [_value_of(row, whole["as_of"]) for row in whole["value"]]
    if len({value.key for value in own}) < len(own):
        raise DoesNotFit(f"{name} has a key twice")
    values |= {value.key: value for value in own}
    order = list(TOPICS)
    by_topic = sorted(values.values(), key=lambda value: order.index(value.key.partition(".")[0]))
    return Pack(id=whole["id"], name=whole["name"], as_of=whole["as_of"], values={value.key: value for value in by_topic})


def _value_of(row: dict[str, Any], as_of: date) -> PackValue:
    """One value, as its file tells it. A value left out means none, and then the file says of which sort it would be."""
    value = row.pop("value", None)
    value = tuple(value) if isinstance(value, list) else value
    said = row.pop("kind", "")
    if (value is None) != bool(said) or row["key"].partition(".")[0] not in TOPICS:
        raise DoesNotFit(row["key"])
    sort = Sort(said) if said else SORT_OF[type(value)]
    status = Status(row.pop("status"))
    return PackValue(value=value, sort=sort, status=status, as_of=row.pop("as_of", as_of), **row)
