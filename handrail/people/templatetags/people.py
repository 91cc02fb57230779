"""What the person's page needs beside the parts of the look."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handrail.people.caseload import Row
from handrail.people.panels import Panel
from handrail.ui.addresses import address_of
from handrail.ui.markup import in_a_row, markup
from handrail.ui.templatetags.ui import tag

register = template.Library()


@register.simple_tag(takes_context=True)
def panel_content(context: Context, panel: Panel, content: dict[str, Any]) -> SafeString:
    """One app's box, drawn by its own template: what fills it stands in the context by its own names, beside the page's."""
    drawn: Any = get_template(panel.template)
    with context.push(**content):
        return drawn.template.render(context)


@register.simple_tag
def caseload_row(row: Row, all_alone: bool = False) -> SafeString:
    """One person of the list. Written here and not as a template, which took a quarter of the page for its fifty rows.

    `all_alone`: that nobody walks with them goes without saying, since the list is of those.
    """
    person = row.person
    beside = [
        markup('<span class="why pronouns">{}</span>', person.pronouns) if person.pronouns else "",
        markup('<span class="why where{}">{}</span>', " plain" if row.plain else "", row.where) if row.where else "",
        tag(_("Emergency"), "care") if row.until else tag(_("Nobody yet"), "care") if row.alone and not all_alone else "",
    ]
    return markup(
        '<tr><th scope="row"><a class="who" href="{}">{}</a>{}</th>{}</tr>',
        address_of("people:person_show", (person.pk,)),
        person.chosen_name,
        in_a_row(markup(" {}", part) for part in beside if part),
        in_a_row(_cell(heading, words) for heading, words in row.cells),
    )


def _cell(heading: str, words: str) -> SafeString:
    return markup('<td data-label="{}">{}</td>', heading, words) if words else SafeString("<td></td>")
