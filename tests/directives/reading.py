"""A directive as the stories make it: the rows, and the pages."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.directives import actions, content, law
from handrail.directives.actions import Told
from handrail.directives.law import Ceremony, WitnessGiven
from handrail.directives.models import Directive, HowAccepted, HowSigned
from handrail.kit.ids import new_id
from handrail.plans.models import fingerprint
from handrail.plans.papers import mark_of
from tests.people.reading import cost, main_words

__all__ = [
    "a_draft",
    "choose",
    "cost",
    "days_ago",
    "main_words",
    "mark",
    "sign",
    "sign_it",
    "signing_form",
    "told",
    "url",
    "witness",
    "words",
    "write",
]


def url(name: str, *args: Any) -> str:
    """The address of one of the pages."""
    return reverse(f"directives:{name}", args=[getattr(one, "pk", one) for one in args])


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def a_draft(cast: Any, pack: str = "va", at: Any = None, person: Any = None, by: Any = None, program: Any = None) -> Directive:
    """A draft with one answer and somebody who speaks for him and said yes."""
    by, at = by or cast.dana, at or timezone.now()
    draft = actions.begin(person=person or cast.marcus, program=program or cast.community, pack=pack, by=by, at=at)
    write(draft, "helps", "A quiet room.", by=by, at=at)
    name_with_yes(draft, "Tasha Green", by=by, at=at)
    return draft


def name_with_yes(draft: Directive, name: str, by: Any, at: Any) -> Any:
    agent = actions.name_agent(directive=draft, name=name, relation="sister", phone="555 0100", by=by, at=at)
    actions.note_accepted(agent=agent, how=HowAccepted.PHONE, on=timezone.localdate(at), by=by, at=at)
    return agent


def write(draft: Directive, section: str, text: str, by: Any, at: Any = None) -> Any:
    asked = draft.rules.section(section)
    assert asked
    sent = {"text": text, "opened": fingerprint(""), "page": None}
    return actions.write_answer(directive=draft, section=asked, by=by, at=at or timezone.now(), **sent)


def witness(pack: Any, name: str, **more: Any) -> WitnessGiven:
    return WitnessGiven(**{"name": name, "is_not": frozenset(law.may_not_witness(pack))} | more)


def told(draft: Directive, on: date | None = None, **more: Any) -> Told:
    """A signing as it should be."""
    two = tuple(witness(draft.rules, name) for name in ("Walt Ames", "Rosa Diaz"))
    ceremony = {"maker": "Marcus", "on": on or timezone.localdate(), "witnesses": two} | more
    agents = {str(one.pk): one.name for one in draft.agents.all()}
    return Told(Ceremony(**ceremony), HowSigned.PAPER, agents)


def sign_it(cast: Any, draft: Directive, on: date | None = None, **more: Any) -> Directive:
    """Signed as it should be."""
    actions.sign(directive=draft, told=told(draft, on, **more), by=cast.dana, at=timezone.now())
    return Directive.objects.get(pk=draft.pk)


def mark(draft: Directive) -> str:
    """Of what the page to sign on shows."""
    return mark_of(content.sections_of(draft))


def signing_form(draft: Directive, **more: Any) -> dict[str, Any]:
    """What the page of signing sends when everything is right."""
    sent: dict[str, Any] = {"how": "paper", "maker": "Marcus", "on": timezone.localdate().isoformat(), "read": mark(draft)}
    for number, name in enumerate(("Walt Ames", "Rosa Diaz"), start=1):
        sent |= {
            f"witness_{number}": name,
            f"relation_{number}": "",
            f"adult_{number}": "on",
            f"is_not_{number}": list(law.may_not_witness(draft.rules)),
        }
    if law.notary_instead(draft.rules):
        sent |= {"before": "witnesses", "notary": "", "notary_on": ""}
    if law.agents_sign(draft.rules):
        sent |= {f"agent_{one.pk}": one.name for one in draft.agents.all()}
    return sent | more


def words(text: str = "I feel safe with music.", opened: str = "") -> dict[str, Any]:
    """What the page of a part sends."""
    return {"text": text, "opened": fingerprint(opened), "page": new_id()}


def choose(client: Any, draft: Directive, section: str, **sent: Any) -> Any:
    """Say yes, no or only so to one thing."""
    return client.post(url("choice_make", draft, section), {"id": new_id()} | sent)


def sign(client: Any, draft: Directive, **more: Any) -> Any:
    """Send the page of signing, all right but for `more`."""
    return client.post(url("directive_sign", draft), signing_form(draft, **more))
