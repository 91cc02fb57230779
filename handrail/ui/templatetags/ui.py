"""The parts that pages are built from. Built into every template: no {% load %}. The gallery shows each with its code.

One template a part (ui/parts/), one section of parts.css of the same name.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import engines
from django.template.context import Context
from django.utils.safestring import SafeData, SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from handrail.kit.comparing import runs_of
from handrail.kit.ids import new_id
from handrail.kit.paging import Page
from handrail.ui import icons, moments, names
from handrail.ui.markup import in_a_row, markup
from handrail.ui.problems import problems_of, sentences_of

register = template.Library()


def part(name: str, /, **context: Any) -> SafeString:
    """One part, drawn by its own template, without the line end of its file: it may stand inside a sentence."""
    drawing = engines["django"].engine.get_template(f"ui/parts/{name}.html")
    return SafeString(drawing.render(Context(context)).strip())


def attributes(extra: dict[str, Any]) -> SafeString:
    """`hx_post="/x/"` becomes ` hx-post="/x/"`; True is a bare attribute; False, None and "" leave it out."""
    pairs = [(name.strip("_").replace("_", "-"), value) for name, value in extra.items() if value not in (False, None, "")]
    return in_a_row(markup(" {}", name) if value is True else markup(' {}="{}"', name, value) for name, value in pairs)


# Small parts


@register.simple_tag
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """An icon. Decoration, unless it has a label of its own. Sizes: "", small, large."""
    return _icon(name, label, size) if label else _plain_icon(name, size)


@lru_cache(maxsize=256)
def _plain_icon(name: str, size: str) -> SafeString:
    """A page draws the same few again and again: a plan with thirty goals some four hundred times."""
    return _icon(name, "", size)


def _icon(name: str, label: str, size: str) -> SafeString:
    classes = " ".join(["icon", *([size] if size else []), *(["turns"] if name in icons.TURNS_WITH_THE_WRITING else [])])
    role = markup(' role="img" aria-label="{}"', label) if label else SafeString(' aria-hidden="true"')
    shapes = icons.shapes(name)
    return markup('<svg class="{}" viewBox="0 0 24 24"{} focusable="false">{}</svg>', classes, role, shapes)


@register.simple_tag
def mark(size: str = "") -> SafeString:
    """The mark of Handrail: steps, and a rail that ends where it is no longer needed. Sizes: "", large."""
    return part("mark", size=size)


@register.simple_tag
def button(
    text: str, kind: str = "primary", icon: str = "", type: str = "submit", round: bool = False, **extra: Any
) -> SafeString:
    """A button. Kinds: primary, quiet, plain, danger-calm. Round shows the icon alone and keeps the text for screen readers."""
    if extra:
        return _button(text, kind, icon, round, {"type": type, **extra})
    return _plain_button(str(text), isinstance(text, SafeData), kind, icon, round, type)


@register.simple_tag
def link_button(text: str, url: str, kind: str = "primary", icon: str = "", round: bool = False, **extra: Any) -> SafeString:
    """A link that looks like a button: for going somewhere, never for changing something."""
    return _button(text, kind, icon, round, {"href": url, **extra})


@lru_cache(maxsize=512)
def _plain_button(text: str, is_safe: bool, kind: str, icon: str, round: bool, type: str) -> SafeString:
    """One with nothing of its own but its words is the same wherever it stands. Markup is never taken for plain words."""
    return _button(text, kind, icon, round, {"type": type})


def _button(text: str, kind: str, icon: str, round: bool, extra: dict[str, Any]) -> SafeString:
    own = str(extra.pop("class", ""))
    classes = " ".join(name for name in ["button", kind, "round" if round else "", own] if name)
    tag_name = "a" if "href" in extra else "button"
    return part("button", tag_name=tag_name, text=text, icon=icon, round=round, classes=classes, attributes=attributes(extra))


@register.simple_tag
def tag(text: str, kind: str = "", icon: str = "") -> SafeString:
    """A short label beside a name. Kinds: "" (lake), good, care, plain."""
    return part("tag", text=text, kind=kind, icon=icon)


@register.simple_tag
def when(moment: date | datetime | None, time: bool = True, start: bool = False) -> SafeString:
    """A moment in words. `time=False` leaves the time out, `start=True` begins with a capital. No moment, no words."""
    if not moment:
        return SafeString("")
    local = moments.in_zone(moment) if isinstance(moment, datetime) else moment
    words = moments.local_words(local, with_time=time)
    return markup('<time datetime="{}">{}</time>', moments.machine_time(local), capfirst(words) if start else words)


@register.simple_tag
def compared(was: str, now: str) -> SafeString:
    """Two texts as one: what is new, and what is no longer there. It stands in something of the class `compared`."""
    return part("compared", runs=runs_of(was, now))


@register.simple_tag
def key() -> SafeString:
    """A key for what this form sends: a page that is sent twice says the same, not a second thing (`kit.sent`)."""
    return markup('<input type="hidden" name="id" value="{}" autocomplete="off">', new_id())


@register.simple_tag
def person_chip(name: str, url: str = "", note: str = "") -> SafeString:
    """Initials in a circle, the name, and a short note under it."""
    return part("person_chip", name=name, url=url, note=note, initials=names.initials_of(name), tint=names.tint_of(name))


@register.simple_tag
def steps(now: int, total: int, title: str = "") -> SafeString:
    """Where one is in a set-up of several pages: "Step 2 of 4"."""
    return part("steps", now=now, total=total, title=title, flight=range(1, total + 1))


# Blocks


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    count: str = "",
    level: int = 2,
    kind: str = "",
    id: str = "",
    link: str = "",
    url: str = "",
) -> SafeString:
    """One thing to look at. `count` stands beside the title, or a link (`link` is its text). Kinds: "", calm, plain, warm."""
    return part("card", content=content, title=title, count=count, level=level, kind=kind, id=id, link=link, url=url)


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "", id: str = "") -> SafeString:
    """Something to know. Kinds: info, good, care, problem."""
    shown = {"good": "done", "care": "warning", "problem": "warning"}.get(kind, "info")
    return part("notice", content=content, kind=kind, title=title, id=id, icon=shown)


@register.simple_block_tag
def nothing(content: str, title: str, icon: str = "steps", action: str = "", url: str = "") -> SafeString:
    """In place of an empty list: what would be here, and what to do. (Django's `for` owns the word "empty".)"""
    return part("nothing", content=content, title=title, icon=icon, action=action, url=url)


@register.simple_block_tag
def table(content: str, caption: str, show_caption: bool = False) -> SafeString:
    """Rows and columns. Give cells `data-label` and each row becomes a small card on a narrow screen."""
    return part("table", content=content, caption=caption, show_caption=show_caption, stacks="data-label=" in content)


@register.simple_block_tag
def details(content: str, summary: str, open: bool = False) -> SafeString:
    """More, for those who want it."""
    return part("details", content=content, summary=summary, open=open)


# Forms


@register.simple_tag
def problem_summary(form: BaseForm, title: str = "") -> SafeString:
    """Above a form that could not be saved: what to look at, each a link, and that nothing typed was lost."""
    found = problems_of(form)
    return part("problem_summary", problems=found, title=title) if found else SafeString("")


@register.filter
def sentences(bound: BoundField) -> list[str]:
    """What is wrong with one field, in kind words. For field.html."""
    return sentences_of(bound)


@register.simple_tag
def refusal(sentence: str | None = "") -> SafeString:
    """What the domain said when it said no (409). Nothing when there is nothing to say."""
    return part("refusal", sentence=sentence) if sentence else SafeString("")


@register.simple_tag
def field(bound: BoundField, label: str = "", hint: str = "", optional: bool = True) -> SafeString:
    """One field: label, hint, error, input. `optional=False` leaves "(optional)" out where the page already says so."""
    bound.label = label or bound.label
    bound.help_text = hint or bound.help_text
    return bound.render(context={"field": bound, "unmarked": not optional})


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """A whole form's inside, summary of problems included. The same as {{ form }}."""
    return form.render()


@register.simple_tag
def chips(
    legend: str,
    name: str,
    choices: Iterable[tuple[Any, str]],
    value: Any = "",
    multiple: bool = False,
    hint: str = "",
    hide_legend: bool = False,
) -> SafeString:
    """Large buttons to choose one or several of a few, where there is no form class behind."""
    chosen = {str(one) for one in value} if multiple and not isinstance(value, str) else {str(value)}
    options = [(number, key, words, str(key) in chosen) for number, (key, words) in enumerate(choices)]
    return part("chips", legend=legend, name=name, options=options, multiple=multiple, hint=hint, hide_legend=hide_legend)


@register.simple_tag
def check(
    label: str, name: str, value: str = "on", checked: bool = False, hint: str = "", id: str = "", **extra: Any
) -> SafeString:
    """One box to tick."""
    context = {"label": label, "name": name, "value": value, "checked": checked, "hint": hint}
    return part("check", id=id or f"id_{name}", attributes=attributes(extra), **context)


@register.simple_tag(takes_context=True)
def search_box(
    context: Context,
    action: str,
    label: str,
    value: str = "",
    name: str = "q",
    target: str = "",
    hint: str = "",
    id: str = "search",
    field: str = "",
) -> SafeString:
    """Search by POST: a name never becomes part of an address. With `target` the results follow the typing.

    `field` is sent along, switched on.
    """
    live = {"hx_post": action, "hx_target": target, "hx_trigger": "submit, input delay:300ms", "hx_sync": "this:replace"}
    shown = {"action": action, "label": label, "value": value, "name": name, "hint": hint, "id": id, "field": field}
    return part("search_box", attributes=attributes(live if target else {}), csrf_token=context.get("csrf_token", ""), **shown)


@register.simple_tag(takes_context=True)
def undo_bar(context: Context, text: str, url: str, label: str = "", fields: dict[str, str] | None = None) -> SafeString:
    """What was just done, and the way back. Stays 10 seconds, longer while someone is on it."""
    token = context.get("csrf_token", "")
    return part("undo_bar", text=text, url=url, label=label or _("Undo"), fields=fields or {}, csrf_token=token)


@register.simple_tag
def pages(page: Page[Any], form: str = "", name: str = "page") -> SafeString:
    """Previous and next under a long list. With `form` (an id) they submit that form: a search stays out of the address."""
    return part("pages", page=page, form=form, name=name)
