"""What of plans the search field finds: wellness tools of the people one looks after, and those of the library."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.roles import RUN_SUPPORT
from handrail.kit.looking import finds
from handrail.plans import queries
from handrail.plans.catalogue.tools import LibraryTool, library
from handrail.plans.models import ForWhat
from handrail.ui.found import Found, Shelf, register


def own_tools(request: HttpRequest, words: str) -> list[Found]:
    """What keeps somebody well whom the reader looks after; whoever may only look finds nothing by it."""
    if not request.staff.has(*RUN_SUPPORT):
        return []
    tools = queries.tools_looked_after(request.staff, timezone.now())
    return [
        Found(tool.words, tool.person.chosen_name, reverse("plans:tool_show", args=[tool.pk]), person=tool.person_id)
        for tool in tools
        if finds(words, f"{tool.words} {tool.how.text}")
    ]


def library_tools(request: HttpRequest, words: str) -> list[Found]:
    """Tools to try, each with how it is done; those that are called so first."""
    called = [tool for tool in library().values() if finds(words, f"{tool.name.en} {tool.name.es}")]
    telling = [tool for tool in library().values() if tool not in called and finds(words, _all_of(tool))]
    return [Found(str(tool.name), ", ".join(_for_what(tool)), text=str(tool.how)) for tool in [*called, *telling]]


def _all_of(tool: LibraryTool) -> str:
    return " ".join((tool.name.en, tool.how.en, tool.name.es, tool.how.es, *_for_what(tool)))


def _for_what(tool: LibraryTool) -> list[str]:
    return [str(one.label) for one in ForWhat if one in tool.for_what]


def offer() -> None:
    """Let the search field find them."""
    register(Shelf("own_tools", _("What keeps them well"), "heart", 20, own_tools))
    register(Shelf("library_tools", _("Wellness tools to try"), "heart", 30, library_tools))
