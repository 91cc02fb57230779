"""What the person's page needs beside the parts of the look."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString

from handrail.people.panels import Panel

register = template.Library()


@register.simple_tag(takes_context=True)
def panel_content(context: Context, panel: Panel, content: dict[str, Any]) -> SafeString:
    """One app's box, drawn by its own template: what fills it stands in the context by its own names, beside the page's."""
    drawn: Any = get_template(panel.template)
    with context.push(**content):
        return drawn.template.render(context)
