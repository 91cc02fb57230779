"""Directives of the demo: one that counts, one that soon runs out, one that just did, a draft, one taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from handrail.directives import actions, law
from handrail.directives.actions import Told
from handrail.directives.law import CLAUSE, Ceremony, ClauseGiven, WitnessGiven
from handrail.directives.models import Custody, Directive, HowAccepted, HowGiven, HowSigned, WhyRetrieved
from handrail.plans.models import fingerprint
from handrail.project.demo.clock import Clock
from handrail.project.demo.story import Story

STEP = timedelta(minutes=2)
WITNESSES = ("Eleanor Pruitt", "Hollis Brandt-Ames")


@dataclass(frozen=True)
class Held:
    """Somebody holds a copy since so many days."""

    ago: int
    kind: str
    holder: str
    how: HowGiven
    told_by: str
    where: str = ""


@dataclass(frozen=True)
class Paper:
    """One directive, from its first day. Days are counted back; `chosen` is (section, thing, answer, why)."""

    person: str
    by: str
    pack: str
    begun: int
    said: dict[str, str]
    program: str = "door"
    chosen: tuple[tuple[str, str, str, str], ...] = ()
    agents: tuple[tuple[str, str, str], ...] = ()
    maker: str = ""
    attested_by: str = ""
    signed: int | None = None
    runs_out_in: int | None = None
    """In so many days, or so many days ago: then it was signed three years before that, and brought along."""
    held: tuple[Held, ...] = ()
    retrieved: tuple[tuple[int, str, WhyRetrieved, str], ...] = ()
    revoked: tuple[int, str, str] | None = None


@dataclass
class Telling:
    """A directive while it is told."""

    story: Story
    paper: Paper
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def _directive(self) -> Directive:
        return Directive.objects.get(pk=self.made["directive"].pk)

    def _by(self, key: str = "") -> Any:
        return self.story.staff[key or self.paper.by]

    def begin(self, *, at: datetime) -> None:
        """The first sitting: what they want, in their words; and who speaks for them."""
        person, program = self.story.people[self.paper.person], self.story.programs[self.paper.program]
        by: dict[str, Any] = {"by": self._by(), "at": at}
        draft = self.made["directive"] = actions.begin(person=person, program=program, pack=self.paper.pack, **by)
        for step in ("understand", "talk"):
            actions.take_step(directive=draft, step=step, **by)
        for name, text in self.paper.said.items():
            section = draft.rules.section(name)
            assert section
            self._say_whose_words(section, at)
            begun: dict[str, Any] = {"opened": fingerprint(""), "page": None}
            actions.write_answer(directive=draft, section=section, text=text, **begun, **by)
        for name, thing, answer, why in self.paper.chosen:
            section = draft.rules.section(name)
            assert section
            self._say_whose_words(section, at)
            known: dict[str, Any] = {"item": thing} if section.item(thing) else {"label": thing}
            actions.choose(directive=draft, section=section, answer=answer, why=why, **known, **by)
        for name, relation, phone in self.paper.agents:
            agent = actions.name_agent(directive=draft, name=name, relation=relation, phone=phone, **by)
            if self.paper.signed is not None:
                actions.note_accepted(agent=agent, how=HowAccepted.PHONE, on=at.date(), **by)

    def _say_whose_words(self, section: Any, at: datetime) -> None:
        if section.peer_may_not and section.id not in self.made:
            self.made[section.id] = actions.say_own_words(
                directive=self.made["directive"], section=section, by=self._by(), at=at
            )

    def sign(self, on: date, *, at: datetime) -> None:
        """On paper, before two people, or brought along signed from elsewhere."""
        pack = self._directive.rules
        is_not = frozenset(law.may_not_witness(pack))
        witnesses = tuple(WitnessGiven(name, is_not=is_not) for name in WITNESSES)
        signing = self._directive.agents.all() if law.agents_sign(pack) else ()
        agents = {str(agent.pk): agent.name for agent in signing}
        maker, attested_by = self.paper.maker, self.paper.attested_by
        clause = ClauseGiven(maker, attested_by, "attending_physician", on) if attested_by else None
        ceremony = Ceremony(maker=self.paper.maker, on=on, witnesses=witnesses, clause=clause)
        told = Told(ceremony, HowSigned.PAPER, agents)
        actions.sign(directive=self._directive, told=told, by=self._by(), at=at)
        actions.make_card(directive=self._directive, by=self._by(), at=at)

    def hold(self, held: Held, on: date, *, at: datetime) -> None:
        """A copy goes to somebody."""
        custody = Custody(directive=self._directive, kind=held.kind, holder=held.holder, where=held.where)
        custody.told_by, custody.how, custody.on = held.told_by, held.how, on
        actions.note_holder(custody=custody, by=self._by(), at=at)

    def get_out(self, by: str, why: WhyRetrieved, words: str, *, at: datetime) -> None:
        """Somebody needs the paper."""
        actions.retrieve(directive=self._directive, why=why, words=words, by=self._by(by), at=at)

    def take_back(self, how: str, reason: str, on: date, *, at: datetime) -> None:
        """They changed their mind."""
        actions.revoke(directive=self._directive, how=how, reason=reason, is_able=True, on=on, by=self._by(), at=at)


PAPERS = (
    Paper(
        "marcus",
        "dana",
        "va",
        61,
        {
            "signs-well": "I joke. I know which bus I came on.",
            "signs-crisis": "I stop answering my phone.\nI walk all night.\nI talk about my brother as if he were in the room.",
            "helps": "Sit down first, so I do not have to look up at you.\nOne person talks, the others wait.\nLet me keep my cap.",
            "harms": "Four people in the doorway.\nBeing told to calm down.\nA light that stays on all night.",
            "people-to-call": "My sister Tasha first. She may be told all.\nThen Dana at Riverside: only that I am in.",
            "looks-after": "Tasha has my key and waters the tomatoes.\nMr. Ortiz at the shop is told that I am sick, and no more.",
            "communication": "Short sentences. Wait for my answer.",
        },
        chosen=(
            ("medicines", "Haloperidol", "refuse", "My jaw locked. I thought I would choke."),
            ("emergency-medicine", "by-mouth", "first", "If you tell me what it is."),
            ("emergency-medicine", "shot", "if-need-be", ""),
            ("seclusion-restraint", "straps", "never", "I was tied down as a boy."),
            ("visitors", "Tasha and her kids", "welcome", ""),
            (CLAUSE, "hospital", "yes", "When I walk at night I always say no. Tasha knows when it is time."),
            (CLAUSE, "medicine", "no", ""),
        ),
        agents=(("Tasha Jefferson", "sister", "(804) 555-0117"), ("Rev. Otis Bell", "pastor", "(804) 555-0163")),
        maker="Marcus Jefferson",
        attested_by="Dr. Amara Lindqvist",
        signed=53,
        held=(
            Held(53, "self", "Marcus", HowGiven.HAND, "Dana", "in the blue folder by the door"),
            Held(52, "agent", "Tasha Jefferson", HowGiven.HAND, "Marcus", "(804) 555-0117"),
            Held(50, "hospital", "Riverside General, emergency department", HowGiven.FAX, "Dana"),
        ),
        retrieved=((12, "sam", WhyRetrieved.TOGETHER, "Marcus wanted to see that it is still there."),),
    ),
    Paper(
        "mike",
        "dana",
        "oh",
        40,
        {
            "signs-crisis": "I give my things away.\nI stop shaving.",
            "helps": "Coffee, black. The radio on low.\nAsk about my truck.",
            "harms": "Do not stand behind me.",
        },
        agents=(("June Stanhope", "daughter", "(614) 555-0188"),),
        maker="Michael Stanhope",
        signed=38,
        runs_out_in=24,
        held=(Held(38, "clinic", "Mill Street Clinic", HowGiven.HAND, "Mike"),),
    ),
    Paper(
        "aleksandr",
        "dana",
        "oh",
        22,
        {
            "helps": "Speak Russian if you can. If not, speak slowly.\nLet me sit by the window.",
            "harms": "Do not take my glasses.",
        },
        program="bridge",
        maker="Aleksandr Volkonin",
        signed=20,
        runs_out_in=-6,
    ),
    Paper(
        "wren",
        "dana",
        "wi",
        9,
        {
            "helps": "Let me draw. Paper and a soft pencil.\nCall me Wren. Not the name on the bracelet.",
            "culture-faith": "I do not eat meat.",
        },
        chosen=(("agent-may", "visits", "yes", ""),),
        agents=(("Sage Whitlock", "friend", "(608) 555-0131"),),
    ),
    Paper(
        "vy",
        "dana",
        "va",
        96,
        {"helps": "Speak slowly. I understand more than I can say.", "people-to-call": "My aunt Hoa. Nobody else."},
        maker="Nguyễn Thị Hạnh Vy",
        signed=90,
        held=(Held(90, "family", "Aunt Hoa", HowGiven.HAND, "Vy"),),
        revoked=(31, "written_signed_dated", "I am well now and want to think about it again in spring."),
    ),
)


def tell_of_directives(story: Story, clock: Clock) -> None:
    """Each at its moment. Only the agency whose people these are has them."""
    for number, paper in enumerate(PAPERS):
        telling = Telling(story, paper)
        story.then(clock.at_work(paper.begun, 300 + number), telling.begin)
        if paper.signed is None:
            continue
        story.then(clock.at_work(paper.signed, 320 + number), telling.sign, _signed_on(paper, clock))
        for row, held in enumerate(paper.held):
            story.then(clock.at_work(held.ago, 340 + row), telling.hold, held, clock.day(held.ago))
        for ago, by, why, words in paper.retrieved:
            story.then(clock.at_work(ago, 350), telling.get_out, by, why, words)
        if paper.revoked:
            ago, how, reason = paper.revoked
            story.then(clock.at_work(ago, 360), telling.take_back, how, reason, clock.day(ago))


def _signed_on(paper: Paper, clock: Clock) -> date:
    """The day; of one that was brought along, so that it runs out when it should."""
    if paper.runs_out_in is None:
        return clock.day(paper.signed or 0)
    end = clock.day(-paper.runs_out_in)
    return end.replace(year=end.year - 3, day=min(end.day, 28))
