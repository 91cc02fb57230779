"""The line of a contact in a list."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handrail.contacts.models import How
from handrail.people.models import Person
from handrail.ui.addresses import address_of
from handrail.ui.markup import markup
from handrail.ui.templatetags.ui import when

register = template.Library()


@register.simple_tag
def contact_line(part: Any, person: Person, several: bool = False) -> SafeString:
    """When it was, how, and with whom, of a line of `queries.parts_with`; on the page of `person`, who may be known by two records.

    Written here and not as a template: a person's page shows twenty. `several`: the programs have to be told apart.
    """
    said = [str(How(part.how).label), part.staff_name]
    said += [part.program_name] if several else []
    said += [] if part.signed_at else [_("not signed yet")]
    said += [_("in their other record")] if part.person_id != person.pk else []
    day = when(part.at, time=False, start=True)
    readable = part.readable
    address = address_of("contacts:part_show", (part.pk,)) if readable else ""
    who = markup('<a class="who" href="{}">{}</a>', address, day) if readable else markup('<p class="who">{}</p>', day)
    return markup('<li>{}<p class="why">{}</p></li>', who, " · ".join(said))
