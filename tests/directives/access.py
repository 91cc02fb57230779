"""What the matrix and the canaries need to know of directives."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from handrail.directives import actions
from handrail.directives.models import Agent, Choice, Custody, Directive
from handrail.paper.taken_in import TakenIn
from handrail.kit.ids import new_id
from handrail.people.models import Enrolment
from handrail.plans.models import fingerprint
from tests.directives.reading import a_draft, name_with_yes, signing_form, told, write


def prepare(things: Any) -> None:
    """A signed directive of Marcus with everything, and the draft that is to take its place; kept on `things`."""
    cast, now = things.cast, timezone.now()
    by = {"by": cast.dana, "at": now}
    signed = a_draft(cast)
    actions.sign(directive=signed, told=told(signed), **by)
    things.signed = Directive.objects.get(pk=signed.pk)
    things.directive_scan = actions.keep_scan(
        directive=things.signed, taken=TakenIn("image/jpeg", b"a picture"), of_what="paper", **by
    )
    custody = Custody(directive=things.signed, kind="hospital", holder="St. Mary's", told_by="Marcus", how="fax")
    custody.on = timezone.localdate()
    things.custody = actions.note_holder(custody=custody, **by)
    things.card = actions.make_card(directive=things.signed, **by)
    things.draft = actions.begin(person=cast.marcus, program=cast.community, pack="va", **by)
    things.agent = name_with_yes(things.draft, "Tasha Green", **by)
    section = things.draft.rules.section("visitors")
    things.directive_choice = actions.choose(directive=things.draft, section=section, label="My pastor", answer="welcome", **by)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    person, draft, signed = [things.cast.marcus.pk], [things.draft.pk], [things.signed.pk]
    choice, agent, scan, custody = (
        [one.pk] for one in (things.directive_choice, things.agent, things.directive_scan, things.custody)
    )
    own = {
        "directive_list": person,
        "directive_begin": person,
        "pack_show": ["va"],
        "card_find": [],
        "card_open": [things.card.code],
        "directive_show": draft,
        "directive_set_aside": draft,
        "directive_take_up": draft,
        "step_show": [*draft, "write"],
        "step_take": [*draft, "understand"],
        "section_write": [*draft, "harms"],
        "section_own_words": [*draft, "medicines"],
        "choice_make": [*draft, "ect"],
        "choice_take_out": choice,
        "choice_put_back": choice,
        "agent_add": draft,
        "agent_accept": agent,
        "agent_take_out": agent,
        "agent_put_back": agent,
        "directive_sign": draft,
        "scan_add": signed,
        "scan_show": scan,
        "scan_take_out": scan,
        "scan_put_back": scan,
        "holder_add": signed,
        "holder_take_out": custody,
        "holder_put_back": custody,
        "holder_tell": custody,
        "card_make": signed,
        "directive_reaffirm": signed,
        "directive_revoke": signed,
        "directive_retrieve": signed,
        "directive_paper": signed,
        "directive_print": signed,
    }
    return {f"directives:{name}": args for name, args in own.items()}


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "JPEG")
    today = timezone.localdate().isoformat()
    own: dict[str, dict[str, Any]] = {
        "directive_begin": {"id": new_id(), "pack": "va", "program": things.cast.community.pk},
        "section_write": {"text": "Loud voices.", "opened": fingerprint(""), "page": new_id()},
        "card_find": {"code": things.card.code},
        "section_own_words": {"own_words": "on"},
        "choice_make": {"id": new_id(), "item": "ect", "answer": "refuse"},
        "agent_add": {"id": new_id(), "name": "Bo Green"},
        "agent_accept": {"how": "phone"},
        "directive_sign": signing_form(things.draft),
        "scan_add": {"id": new_id(), "of": "paper", "scan": SimpleUploadedFile("x.jpg", picture.getvalue(), "image/jpeg")},
        "holder_add": {"id": new_id(), "kind": "self", "holder": "Marcus", "told_by": "Marcus", "how": "hand"},
        "holder_tell": {"how": "fax"},
        "directive_reaffirm": {"id": new_id()},
        "directive_revoke": {"how": "spoken", "on": today, "is_able": "on"},
        "directive_retrieve": {"why": "crisis"},
    }
    return {f"directives:{name}": sent for name, sent in own.items()}


def mark(cast: Any, person: Any, word: str) -> None:
    """The person's own word in a draft and in a signed directive of each program they are part of."""
    for number, there in enumerate(Enrolment.objects.filter(person=person).select_related("program").order_by("pk")):
        by = cast.dana if person.agency_id == cast.agency.pk else cast.zoe
        so = {"by": by, "at": timezone.now()}
        told_here = f"{word}dir{number}"
        draft = Directive.objects.drafts().filter(person=person, program=there.program).first()
        if draft is None:
            draft = actions.begin(person=person, program=there.program, pack="va", why=f"{told_here}why", **so)
            write(draft, "helps", f"{told_here}helps", by=by)
            agent = name_with_yes(draft, f"{told_here}agent", **so)
            actions.sign(directive=draft, told=told(draft, maker=f"{told_here}maker"), **so)
            signed = Directive.objects.get(pk=draft.pk)
            custody = Custody(directive=signed, kind="other", holder=f"{told_here}holder", where=f"{told_here}where")
            custody.told_by, custody.how, custody.on = f"{told_here}told", "hand", timezone.localdate()
            actions.note_holder(custody=custody, **so)
            actions.reaffirm(directive=signed, on=timezone.localdate(), words=f"{told_here}again", **so)
            actions.retrieve(directive=signed, why="other", words=f"{told_here}retrieved", **so)
            draft = actions.begin(person=person, program=there.program, pack="oh", **so)
            assert agent.pk
        section = draft.rules.section("visitors")
        actions.choose(directive=draft, section=section, label=f"{told_here}visitor", answer="no", why=f"{told_here}no", **so)
    Choice.objects.filter(person=person, directive__signing__isnull=True).update(label=f"{word}choice")
    Agent.objects.filter(person=person, directive__signing__isnull=True).update(name=f"{word}agent")


def own_pages(person: Any) -> list[str]:
    """One address of each kind that shows something of this person, for the walk of the canaries."""
    pages = [reverse("directives:directive_list", args=[person.pk])]
    for directive in Directive.objects.filter(person=person.pk):
        pages += [reverse(f"directives:directive_{page}", args=[directive.pk]) for page in ("show", "retrieve", "paper")]
        pages += [reverse("directives:section_write", args=[directive.pk, section]) for section in ("visitors", "agent")]
        pages += [reverse("directives:step_show", args=[directive.pk, step]) for step in ("keep", "who-has-it", "take-back")]
    return pages
