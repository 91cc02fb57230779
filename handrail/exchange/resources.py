"""What a health record (FHIR R4) tells of a person: who they are, who stands by them, what they hope for. Nothing clinical."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from handrail.exchange.models import BroughtKind, RecordKind
from handrail.exchange.readers.health import Found
from handrail.exchange.telling import Told, address_of

KINDS = {
    "Patient": RecordKind.PERSON,
    "RelatedPerson": RecordKind.SUPPORTER,
    "Goal": RecordKind.HOPE,
    "CarePlan": RecordKind.HOPE,
}
OVER = {"completed", "cancelled", "rejected", "entered-in-error", "revoked"}
"""Goals and plans that are over are nobody's hope any more."""
NOT_TAKEN_OVER = ("photo", "maritalStatus", "multipleBirthBoolean", "multipleBirthInteger", "generalPractitioner", "gender")
"""What a Patient may tell besides, and Handrail does not ask."""


def names_of(found: Found) -> tuple[str, str]:
    """How others name whom a record is about: by the id, and in full, with the home it is from. Of a person, themselves."""
    resource = found.resource
    if found.kind == "Patient":
        return _text(resource.get("id")) or id_in(found.full_url), _unversioned(found.full_url)
    about = resource.get("patient" if found.kind == "RelatedPerson" else "subject")
    if not isinstance(about, dict) or about.get("type") not in (None, "", "Patient"):
        return "", ""
    reference = _text(about.get("reference"))
    return id_in(reference), _unversioned(reference) if "?" not in reference else ""


def id_in(reference: str) -> str:
    """`Patient/12`, `urn:uuid:12` and `https://elsewhere/Patient/12` all name 12. `Group/12` names nobody."""
    if "?" in reference:
        return ""
    *before, last = _unversioned(reference).split("/")
    return last.rpartition(":")[2] if not before or before[-1] == "Patient" else ""


def _unversioned(reference: str) -> str:
    return reference.partition("/_history/")[0]


def told_by(found: Found, today: date) -> Told:
    """What one record tells."""
    told = Told()
    resource = found.resource
    try:
        if found.kind == "Patient":
            _patient(resource, told, today)
        elif found.kind == "RelatedPerson":
            _related(resource, told)
        else:
            _hope(resource, told)
    except (AttributeError, TypeError, ValueError, KeyError, IndexError):
        # Every shape is possible in a file that nobody checked: a text where a list should be, a list where a text.
        return Told(reasons=[["shape", ""]])
    return told


def is_over(resource: dict[str, Any]) -> bool:
    """Whether a goal or a plan is over where it came from."""
    return str(resource.get("lifecycleStatus") or resource.get("status")) in OVER


def _patient(resource: dict[str, Any], told: Told, today: date) -> None:
    _names(resource, told)
    if born := _text(resource.get("birthDate")):
        told.born(born, False, today)
    for point in _list(resource.get("telecom")):
        _point(point, told)
    for address in _list(resource.get("address")):
        if address.get("use") != "old":
            told.place(_address(address))
    told.text("speaks", ", ".join(dict.fromkeys(_languages(resource))))
    for contact in _list(resource.get("contact")):
        _contact(contact, told)
    if resource.get("deceasedDateTime") or resource.get("deceasedBoolean") is True:
        told.remark("has_died")
    told.number(_number(resource))
    told.end()


def _names(resource: dict[str, Any], told: Told) -> None:
    """The usual name is the one they choose; the official one stands on papers. A former one is not brought along."""
    by_use: dict[str, list[str]] = {}
    for name in _list(resource.get("name")):
        if (written := _name(name)) and name.get("use") not in ("old", "maiden"):
            by_use.setdefault(_text(name.get("use")), []).append(written)
    every = [written for use in ("usual", "official", "", "temp", "anonymous", "nickname") for written in by_use.get(use, [])]
    if not every:
        return
    official = (by_use.get("official") or [""])[0]
    told.name("chosen_name", every[0])
    if official != every[0]:
        told.name("legal_name", official)
    others = dict.fromkeys(name for name in every[1:] if name not in (every[0], official))
    told.name("other_names", ", ".join(others))


def _name(name: dict[str, Any]) -> str:
    given = " ".join(_text(one).strip() for one in name.get("given") or [])
    whole = " ".join(part for part in (given, _text(name.get("family")).strip()) if part)
    return whole or _text(name.get("text")).strip()


def _point(point: dict[str, Any], told: Told) -> None:
    if point.get("use") == "old":
        return
    value, use = _text(point.get("value")), _text(point.get("use"))
    if point.get("system") in ("phone", "sms"):
        told.phone(value, use)
    elif point.get("system") == "email":
        told.email(value, use)


def _address(address: dict[str, Any]) -> str:
    lines = [_text(line) for line in address.get("line") or []]
    parts = address_of(lines, *(_text(address.get(name)) for name in ("city", "state", "postalCode")))
    return ", ".join(parts) or _text(address.get("text"))


def _languages(resource: dict[str, Any]) -> Iterator[str]:
    every = _list(resource.get("communication"))
    for one in sorted(every, key=lambda one: not one.get("preferred")):
        if said := _concept(one.get("language")):
            yield said


def _contact(contact: dict[str, Any], told: Told) -> None:
    names = contact.get("name")
    relation = next((said for one in _list(contact.get("relationship")) if (said := _concept(one))), "")
    reach = next((_text(point.get("value")) for point in _list(contact.get("telecom")) if point.get("value")), "")
    if isinstance(names, dict):
        told.supporter(_name(names), relation, reach)


def _related(resource: dict[str, Any], told: Told) -> None:
    name = next((written for one in _list(resource.get("name")) if (written := _name(one))), "")
    relations = resource.get("relationship")
    relation = next(
        (said for one in _list(relations if isinstance(relations, list) else [relations]) if (said := _concept(one))), ""
    )
    reach = next((_text(point.get("value")) for point in _list(resource.get("telecom")) if point.get("value")), "")
    told.supporter(name, relation, reach)


def _hope(resource: dict[str, Any], told: Told) -> None:
    if resource.get("resourceType") == "Goal":
        told.hope(BroughtKind.GOAL.value, _concept(resource.get("description")))
        return
    title = _text(resource.get("title")) or next(
        (said for one in _list(resource.get("category")) if (said := _concept(one))), ""
    )
    activities = []
    for activity in _list(resource.get("activity")):
        detail = activity.get("detail")
        if isinstance(detail, dict):
            activities.append(_text(detail.get("description")) or _concept(detail.get("code")))
    said = "; ".join(dict.fromkeys(one for one in activities if one))
    told.hope(BroughtKind.PLAN.value, ": ".join(part for part in (title, said) if part) or _text(resource.get("description")))


def _number(resource: dict[str, Any]) -> str:
    """The record's number at its home: the first identifier that names where it comes from, or else the id."""
    for one in _list(resource.get("identifier")):
        if _text(one.get("system")) and _text(one.get("value")):
            return f"{_text(one.get('system'))}|{_text(one.get('value'))}"
    return _text(resource.get("id"))


def _concept(concept: Any) -> str:
    """A coded word, as it is said."""
    if not isinstance(concept, dict):
        return ""
    said = _text(concept.get("text"))
    return said or next((_text(one.get("display")) for one in _list(concept.get("coding")) if one.get("display")), "")


def _list(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
