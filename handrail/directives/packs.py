"""The rules of each state, as data: what a directive asks for there, from which source, and whether anybody has read it.

Nothing here is legal advice. `catalogue/` holds a file a state, the sections they share, and the steps of the workshop.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from handrail.kit.pairs import Pair
from handrail.kit.told import told_in

CATALOGUE = Path(__file__).parent / "catalogue"
STATES = ("va", "oh", "wi", "generic")
"""In the order in which they are offered; the last is for every state whose rules we do not have."""

READ = Pair("Read in the law itself", "Leído en la ley misma")
UNVERIFIED = Pair("Not checked against the law yet", "Todavía sin comprobar con la ley")
OWN_RULE = Pair("Handrail's own rule", "Regla propia de Handrail")

PROFESSION_WORDS = {
    "attending_physician": Pair("attending doctor", "médica o médico tratante"),
    "licensed_clinical_psychologist": Pair("licensed clinical psychologist", "profesional de psicología clínica con licencia"),
}
"""Who may attest that the clause over a later no was understood."""


@dataclass(frozen=True)
class Choice:
    """One answer, one thing to choose about, or one value of a rule: its name in the file, and its words."""

    id: str
    words: Pair


@dataclass(frozen=True)
class Rule:
    """One fact of a state. Without a value it is an open question, and the words say so."""

    key: str
    words: Pair
    source: str
    status: str
    secondary: bool = False
    value: Any = None
    note: Pair | None = None
    items: tuple[Choice, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether the authority's own text was read. A mirror or a guide does not count."""
        return self.status == "read" and not self.secondary

    @property
    def is_own(self) -> bool:
        """Whether it is no law at all, but Handrail's own way."""
        return self.status == "house rule"

    def told(self) -> dict[str, Any]:
        """As a file tells it, to be kept with what was signed under it."""
        told = asdict(self)
        return told | {"item": told.pop("items")}

    @property
    def standing(self) -> Pair:
        """How sure it is, as it stands beside the rule wherever it is shown."""
        return OWN_RULE if self.is_own else READ if self.is_read else UNVERIFIED


@dataclass(frozen=True)
class Section:
    """A part of the directive: a question, and in which shape it is answered."""

    id: str
    kind: str
    title: Pair
    ask: Pair
    examples: tuple[Pair, ...] = ()
    answers: tuple[Choice, ...] = ()
    items: tuple[Choice, ...] = ()
    card: bool = False
    note: Pair | None = None
    warning: Pair | None = None
    peer_may_not: bool = False
    """The person's words only: nobody suggests anything here."""
    off_by_default: bool = False
    signed_apart: bool = False
    needs: str = ""
    """The rule that says what else this part needs to count."""

    @property
    def is_choice(self) -> bool:
        """Whether each thing in it gets one of the answers, and a why."""
        return self.kind == "choice"

    @property
    def names_agents(self) -> bool:
        """Whether it is answered by naming those who speak for the person."""
        return self.id in ("agent", "alternates")

    def answer(self, key: str) -> Choice | None:
        """The answer of this name."""
        return next((one for one in self.answers if one.id == key), None)

    def item(self, key: str) -> Choice | None:
        """The thing of this name that one chooses about."""
        return next((one for one in self.items if one.id == key), None)


@dataclass(frozen=True)
class Step:
    """One step of the workshop, told to the person and to the peer beside them."""

    id: str
    title: Pair
    what: Pair
    peer: Pair
    points: tuple[Pair, ...]
    starters: tuple[Pair, ...]


@dataclass(frozen=True)
class Pack:
    """What one state asks of a directive, as far as we know."""

    id: str
    name: Pair
    document: Pair
    agent_word: Pair
    notice: Pair
    as_of: date
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...]
    not_given: tuple[str, ...]
    """Keys of which nothing is known here."""

    def told(self) -> dict[str, Any]:
        """As a file tells it, without the parts: these are kept as they were answered."""
        words = {name: asdict(getattr(self, name)) for name in ("name", "document", "agent_word", "notice")}
        rules = [rule.told() for rule in self.rules]
        return {"id": self.id, **words, "as_of": self.as_of.isoformat(), "rule": rules, "not_given": list(self.not_given)}

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Pack:
        """As it was kept."""
        return _pack(told, {})

    def rules_of(self, key: str) -> list[Rule]:
        """The law's row, and Handrail's own beside it."""
        return [rule for rule in self.rules if rule.key == key]

    def rule(self, key: str) -> Rule | None:
        """The row of this key that says something; else the one that leaves it open."""
        rows = self.rules_of(key)
        return next((rule for rule in rows if rule.value is not None), rows[0] if rows else None)

    def value(self, key: str, otherwise: Any = None) -> Any:
        """What the rule says, where it says anything."""
        rule = self.rule(key)
        return otherwise if rule is None or rule.value is None else rule.value

    def all_of(self, key: str) -> tuple[str, ...]:
        """A list: the rows of one key add up."""
        found = [one for rule in self.rules_of(key) for one in rule.value or ()]
        return tuple(dict.fromkeys(found))

    def section(self, key: str) -> Section | None:
        """The section of this name, where the state has it."""
        return next((one for one in self.sections if one.id == key), None)


@cache
def packs() -> dict[str, Pack]:
    """Every state's, by its name."""
    common = {one["id"]: one for one in _read("sections")["section"]}
    return {state: _pack(_read(state), common) for state in STATES}


def pack_of(state: str) -> Pack:
    """The rules of this state; of one we do not know, the general ones."""
    return packs().get(state.lower(), packs()["generic"])


@cache
def steps() -> dict[str, Step]:
    """The steps of the workshop, in their order."""
    return {one["id"]: _step(one) for one in _read("steps")["step"]}


def _read(name: str) -> dict[str, Any]:
    return told_in(CATALOGUE / f"{name}.toml")


def _pack(told: Mapping[str, Any], common: Mapping[str, Any]) -> Pack:
    own = {one["id"]: one for one in told.get("section", ())}
    return Pack(
        id=told["id"],
        name=Pair.of(told["name"]),
        document=Pair.of(told["document"]),
        agent_word=Pair.of(told["agent_word"]),
        notice=Pair.of(told["notice"]),
        as_of=date.fromisoformat(str(told["as_of"])),
        sections=tuple(_section(common.get(name, {}), own.get(name, {})) for name in told.get("sections", ())),
        rules=tuple(_rule(one) for one in told["rule"]),
        not_given=tuple(told.get("not_given", ())),
    )


def _rule(told: Mapping[str, Any]) -> Rule:
    return Rule(
        key=told["key"],
        words=Pair.of(told["words"]),
        source=told["source"],
        status=told["status"],
        secondary=told.get("secondary", False),
        value=told.get("value"),
        note=_pair(told.get("note")),
        items=tuple(Choice(one["id"], Pair.of(one["words"])) for one in told.get("item", ())),
    )


def _section(common: Mapping[str, Any], own: Mapping[str, Any]) -> Section:
    """A common section, with what the state says of it; or the state's own."""
    told = {**common, **own}
    section = Section(
        id=told["id"],
        kind=told["kind"],
        title=Pair.of(told["title"]),
        ask=Pair.of(told["ask"]),
        examples=tuple(Pair.of(one) for one in told.get("examples", ())),
        answers=_choices(told.get("answers", ())),
        items=_choices(told.get("item", ())),
        card=told.get("card", False),
        note=_pair(told.get("note")),
        warning=_pair(told.get("warning")),
        peer_may_not=told.get("peer_may_not", False),
        off_by_default=told.get("off_by_default", False),
        signed_apart=told.get("signed_apart", False),
        needs=told.get("needs", ""),
    )
    left_out = set(told.get("leave_out_items", ()))
    return replace(section, items=tuple(one for one in section.items if one.id not in left_out))


def _step(told: Mapping[str, Any]) -> Step:
    return Step(
        id=told["id"],
        title=Pair.of(told["title"]),
        what=Pair.of(told["what"]),
        peer=Pair.of(told["peer"]),
        points=tuple(Pair.of(one) for one in told.get("points", ())),
        starters=tuple(Pair.of(one["words"]) for one in told.get("starter", ())),
    )


def _choices(told: Iterable[Mapping[str, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(one["id"], Pair.of(one["label"])) for one in told)


def _pair(told: Mapping[str, str] | None) -> Pair | None:
    return Pair.of(told) if told else None
