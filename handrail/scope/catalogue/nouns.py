"""The nouns of the scope of practice: documents, items, activities and words. Shipped with the code."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What an item asks of a peer."""

    DO = "do", pgettext_lazy("kind of item", "Something to do")
    BE = "be", pgettext_lazy("kind of item", "A way of being")
    KNOW = "know", pgettext_lazy("kind of item", "Something to know")
    REFUSE = "refuse", pgettext_lazy("kind of item", "Not a peer's job")


KIND_IN_WORDS = {
    Kind.DO: _("You do this. Handrail gives it a place where it gets done, not only a box to tick."),
    Kind.BE: _("You do not do this at a set time; it shows in how you work. What you pick on a contact can show it."),
    Kind.KNOW: _("You need to know this. Handrail puts it in front of you when the moment comes."),
    Kind.REFUSE: _("This is not yours to do. Say no politely, and hand it on to whose job it is."),
}


class Setting(models.TextChoices):
    """Where, and with whom, an item or an activity takes place."""

    ALL = "all", _("In every setting")
    INDIVIDUAL = "individual", _("One to one")
    GROUP = "group", _("In groups")
    FAMILY = "family", _("With families")
    COMMUNITY = "community", _("In the community")
    STAFF = "staff", _("With supervisors and staff")
    TEAM = "team", _("With the team")


class State(models.TextChoices):
    """Whether Handrail has a place for an item."""

    DONE = "done", pgettext_lazy("state of an item", "Done")
    PARTLY = "partly", pgettext_lazy("state of an item", "Partly")
    NOT_YET = "not_yet", pgettext_lazy("state of an item", "Not yet")


@dataclass(frozen=True)
class Document:
    """A public document that says what a peer's work is. Its wording is its publisher's."""

    id: str
    short: str
    name: str
    publisher: str
    edition: str
    what: str


@dataclass(frozen=True)
class App:
    """A part of Handrail, and what it holds in words."""

    id: str
    holds: str


@dataclass(frozen=True)
class Place:
    """Where an item is done: a page (by its URL name, as in people:person_show), and the tests that prove it."""

    page: str
    says: str
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One line of the scope of practice, in our own words.

    `without_activity` says why no activity of a contact reaches it; `still_missing` says what is left to build although some
    places do it already.
    """

    id: str
    kind: Kind
    setting: Setting
    group: str
    heading: str
    text: str
    documents: tuple[str, ...]
    apps: tuple[str, ...]
    done_by: tuple[Place, ...] = ()
    still_missing: str = ""
    without_activity: str = ""

    @property
    def state(self) -> State:
        """How far Handrail has got with it."""
        if not self.done_by:
            return State.NOT_YET
        return State.PARTLY if self.still_missing else State.DONE

    @property
    def says_where(self) -> bool:
        """Whether the setting tells more than the heading it stands under."""
        return self.setting != Setting.ALL and str(self.setting.label) != gettext(self.group)

    @property
    def kind_in_words(self) -> str:
        """What this kind of item asks of a peer, in a sentence."""
        return str(KIND_IN_WORDS[self.kind])


@dataclass(frozen=True)
class Activity:
    """Something a worker did on a contact, in plain words, and the items it does in every document that has one."""

    id: str
    group: str
    did: str
    hint: str
    items: tuple[str, ...]
    settings: tuple[Setting, ...]


@dataclass(frozen=True)
class Term:
    """A word that Handrail uses on its pages, and what it means."""

    word: str
    means: str


@dataclass(frozen=True)
class Catalogue:
    """The scope of practice as a whole, each kind of noun by its id and in its own order."""

    documents: dict[str, Document]
    apps: dict[str, App]
    items: dict[str, Item]
    activities: dict[str, Activity]
    terms: tuple[Term, ...]
    reached_by: dict[str, tuple[Activity, ...]] = field(repr=False)
