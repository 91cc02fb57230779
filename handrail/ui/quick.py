"""Django's templates, by the short way: what a page does two thousand times, without what it nearly never needs.

The language, the parser and every tag are Django's. A name that is found as it mostly is, in a dictionary or on a row, is answered
here, and so is a text that is shown; whatever is missing, to be called or shown in another way goes Django's own.
"""

from html import escape
from typing import Any
from uuid import UUID

from django.template import Engine
from django.template.base import (
    FilterExpression,
    Lexer,
    Node,
    NodeList,
    Origin,
    Parser,
    Template,
    Token,
    Variable,
    VariableNode,
)
from django.template.base import render_value_in_context as shown_as_django_does
from django.template.context import Context
from django.template.loaders import cached
from django.utils.safestring import SafeString

DJANGOS = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
"""Where templates are looked for, as Django does when nobody says anything else."""


class Name(Variable):
    """A name and what is asked of it: `goal.own.text`."""

    def __init__(self, var: str) -> None:
        super().__init__(var)
        self.first, *self.others = self.lookups

    def resolve(self, context: Context) -> Any:
        """What Django finds, in the same order: what a thing has under a key, else its attribute."""
        first = self.first
        for known in reversed(context.dicts):
            if first in known:
                value = known[first]
                break
        else:
            return super().resolve(context)
        try:
            for name in self.others:
                if callable(value):
                    return super().resolve(context)
                value = _of(value, name)
        except Exception:  # whatever it was, it will happen to Django again, which knows what to do
            return super().resolve(context)
        return super().resolve(context) if callable(value) else value


def _of(value: Any, name: str) -> Any:
    if hasattr(type(value), "__getitem__"):
        try:
            return value[name]
        except (TypeError, AttributeError, KeyError, ValueError, IndexError):
            pass
    return getattr(value, name)


class Shown(VariableNode):
    """`{{ … }}`: a text, markup or a key needs no putting into words."""

    def render(self, context: Context) -> str:
        """As Django does."""
        value = self.filter_expression.resolve(context)
        kind = type(value)
        if kind is SafeString:
            return value  # type: ignore[no-any-return]
        if kind is str and context.autoescape:
            return escape(value)
        if kind is UUID:
            return str(value)
        return shown_as_django_does(value, context)


class ShortWay(Parser):
    """Django's parser, which takes the short way where there is one."""

    def compile_filter(self, token: str) -> FilterExpression:
        """What begins with a name, be it filtered or not, finds it by the short way."""
        found = super().compile_filter(token)
        if found.is_var and found.var.lookups and not found.var.translate:
            found.var = Name(found.var.var)
        return found

    def extend_nodelist(self, nodelist: NodeList, node: Node, token: Token) -> None:
        """Every node comes by here."""
        if type(node) is VariableNode:
            node = Shown(node.filter_expression)
        super().extend_nodelist(nodelist, node, token)


class Quick(Template):
    """A template as Django reads it, parsed so."""

    def compile_nodelist(self) -> NodeList:
        """Where Django says more about a mistake, while somebody builds, it parses by itself."""
        if self.engine.debug:
            return super().compile_nodelist()
        tokens = Lexer(self.source).tokenize()
        parser = ShortWay(tokens, self.engine.template_libraries, self.engine.template_builtins, self.origin)
        nodes = parser.parse()
        self.extra_data = parser.extra_data
        return nodes


class Loader(cached.Loader):
    """Finds and keeps templates as Django's loaders do, and reads them so. Named in settings, and by the renderer of forms."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, DJANGOS)

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """The template, read once for as long as the process lives."""
        kept = self.get_template_cache.get(self.cache_key(template_name, skip))
        return kept if type(kept) is Quick else self._read(super().get_template(template_name, skip), skip)

    def _read(self, found: Template, skip: list[Origin] | None) -> Template:
        quick = Quick(found.source, found.origin, found.name, found.engine)
        self.get_template_cache[self.cache_key(str(found.name), skip)] = quick
        return quick
