"""How each page is asked for in the matrix: what stands in its address, and what its form sends.

A page without a case fails the suite: whoever adds a page says here how it is reached, and in permissions.csv by whom.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from handrail.accounts import actions
from handrail.accounts.models import OneTimeLink, Program, RoleHeld, Site, Staff, Supervises
from handrail.jobs import queue
from handrail.kit.ids import new_id
from handrail.people.models import Block, Cover, EmergencyAccess, WalksWith
from handrail.scope.models import PackOverride
from tests.cast import Cast
from tests.contacts import access as contacts
from tests.crisis import access as crisis
from tests.directives import access as directives
from tests.exchange import access as exchange
from tests.learning import access as learning
from tests.people import access as people
from tests.plans import access as plans

DAY = timedelta(days=1)
CHANGED = "hipaa.access_response_days"
APPS = [people, plans, crisis, directives, contacts, exchange, learning]
"""Apps that bring their own cases, in tests/<app>/access.py."""


@dataclass
class Things:
    """The rows the pages are about, all of Marcus or of the first agency."""

    cast: Cast
    link: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        cast, now = self.cast, timezone.now()
        own = {"agency": cast.agency}
        self.walk = WalksWith.objects.get(enrolment=cast.marcus_there, peer=cast.dana)
        self.block = Block.objects.create(person=cast.marcus, staff=cast.lena, at=now, set_by=cast.dana, **own)
        self.emergency = EmergencyAccess.objects.create(
            person=cast.marcus, staff=cast.ray, reason="Could not wait", at=now, until_at=now + DAY / 3, **own
        )
        self.cover = Cover.objects.create(
            program=cast.community, covered=cast.ray, by=cast.noor, from_at=now, until_at=now + DAY, planned_by=cast.sam, **own
        )
        self.role = RoleHeld.objects.get(staff=cast.noor)
        self.line = Supervises.objects.get(staff=cast.dana, supervisor=cast.sam)
        self.site = Site.objects.create(program=cast.community, name="The old library", **own)
        self.empty_program = Program.objects.create(name="Empty", **own)
        self.override = PackOverride.objects.create(
            key=CHANGED, value=10, reason="Our board said so", at=now, by=cast.alex, **own
        )
        queue.put_repeats()  # as if a worker had just been there, so that the house is ready
        self._links(now)
        for app in APPS:
            app.prepare(self)

    def _links(self, now: Any) -> None:
        newcomer = Staff.objects.create(agency=self.cast.agency, name="New of the cast")
        self.link["join"] = actions.invite(staff=newcomer, by=self.cast.alex, at=now)
        self.link["come_back"] = actions.invite(staff=self.cast.theo, by=self.cast.alex, at=now)
        self.link["set_up"] = actions.make_set_up_link(at=now)
        assert OneTimeLink.objects.count() == 3


Args = list[Any]
Data = dict[str, Any]


def _apps_of(name: str) -> list[Any]:
    """The one whose page it is, if it brings cases. Putting together what the forms of all apps send took almost half the time."""
    return [app for app in APPS if app.__name__ == f"tests.{name.partition(':')[0]}.access"]


def address(name: str, things: Things) -> Args:
    """What stands in the page's address."""
    cast = things.cast
    about = {
        "people:person_show": cast.marcus,
        "people:person_edit": cast.marcus,
        "people:person_enrol": cast.marcus,
        "people:person_opened": cast.marcus,
        "people:person_access": cast.marcus,
        "people:block_set": cast.marcus,
        "people:block_lift": things.block,
        "people:walk_start": cast.marcus_there,
        "people:walk_stop": things.walk,
        "people:emergency_told": things.emergency,
        "people:cover_end": things.cover,
        "accounts:program_edit": cast.community,
        "accounts:site_add": cast.community,
        "accounts:site_close": things.site,
        "accounts:staff_show": cast.noor,
        "accounts:staff_edit": cast.noor,
        "accounts:staff_invite": cast.noor,
        "accounts:staff_leave": cast.noor,
        "accounts:role_give": cast.noor,
        "accounts:supervision_begin": cast.noor,
        "accounts:role_end": things.role,
        "accounts:supervision_end": things.line,
        "scope:pack_withdraw": things.override,
    }
    words = {
        "accounts:set_up": things.link["set_up"],
        "accounts:join": things.link["join"],
        "accounts:come_back": things.link["come_back"],
        "scope:item_show": "VA-1a",
        "ui:sample": "today",
        "mfa_edit_webauthn": 1,
        "mfa_remove_webauthn": 1,
    }
    for app in _apps_of(name):
        if name in (of_app := app.addresses(things)):
            return of_app[name]
    if name in about:
        return [about[name].pk]
    return [words[name]] if name in words else []


def form(name: str, things: Things) -> Data:
    """What the page's form sends: enough to be taken, so that a refusal is the door's and not the form's."""
    cast, today = things.cast, timezone.localdate()
    forms: dict[str, Data] = {
        "people:person_add": {"id": new_id(), "chosen_name": "New", "program": cast.community.pk},
        "people:person_edit": {"chosen_name": "Marc"},
        "people:person_enrol": {"program": cast.community.pk},
        "people:person_search": {"words": "mar"},
        "people:also_search": {"words": "mar"},
        "people:block_set": {"staff": cast.theo.pk, "kind": "asked"},
        "people:walk_start": {"peer": cast.noor.pk},
        "people:walk_stop": {"why": "Moved away"},
        "people:emergency_open": {"name": "Nobody At All", "born_on": "1980-01-01", "reason": "It cannot wait until later"},
        "people:emergency_told": {"whom": "person"},
        "people:cover_list": {
            "program": cast.community.pk,
            "covered": cast.dana.pk,
            "by": cast.noor.pk,
            "first_day": today,
            "last_day": today,
        },
        "accounts:staff_choose": {"staff": cast.noor.pk},
        "accounts:program_add": {"name": "Another", "setting": "community", "part2": "no"},
        "accounts:program_edit": {"name": "Renamed", "setting": "community", "part2": "no"},
        "accounts:site_add": {"name": "The mill"},
        "accounts:staff_add": {"id": new_id(), "name": "Newer", "role": "director"},
        "accounts:staff_edit": {"name": "Noor"},
        "accounts:role_give": {"role": "director"},
        "accounts:supervision_begin": {"supervisor": cast.sam.pk, "kind": "clinical"},
        "accounts:agency_edit": {"name": "Riverside", "person_word": "peer", "time_zone": "America/New_York", "pack": "VA"},
        "accounts:join": {"sign_in_name": "newcomer"},
        "scope:pack_override": {"key": "part2.accounting_lookback_years", "value": "4", "reason": "Our board said so"},
        "accounts:me": {"theme": "dark", "text_size": "large"},
        "accounts:set_up": {
            "agency_name": "New",
            "pack": "VA",
            "time_zone": "America/New_York",
            "person_word": "peer",
            "program_name": "One",
            "setting": "community",
            "name": "Me",
            "sign_in_name": "first",
        },
    }
    for app in _apps_of(name):
        forms |= app.forms(things)
    return forms.get(name, {})


def routes() -> dict[str, list[str]]:
    """Every page of Handrail by its name, with the methods it takes."""
    return {name: methods_of(view) for name, view in sorted(_named(get_resolver()))}


def _named(resolver: URLResolver, space: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            found.append((f"{space}{pattern.name}", pattern.callback))
        else:
            found += _named(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
    return found


def methods_of(view: Any) -> list[str]:
    """GET and POST as far as the view takes them; `@require_…` writes its list into the closure, class views have methods."""
    own = getattr(view, "view_class", None)
    if own is not None:
        return [method.upper() for method in ("get", "post") if hasattr(own, method)]
    layer: Any = view
    while layer is not None:
        for cell in getattr(layer, "__closure__", None) or ():
            if isinstance(cell.cell_contents, list) and {"GET", "POST"} & set(cell.cell_contents):
                return [method for method in ("GET", "POST") if method in cell.cell_contents]
        layer = getattr(layer, "__wrapped__", None)
    return ["GET", "POST"]
