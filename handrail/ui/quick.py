"""Django's templates, by the short way: what a page does two thousand times, without what it nearly never needs.

The language, the parser and every tag are Django's. A name that is found as it mostly is, in a dictionary or on a row, is answered
here, and so is a text that is shown; texts stand as they are, and what is included is known by its name. Whatever is to be called
or shown in another way goes Django's own.
"""

from html import escape
from typing import Any
from uuid import UUID

from django.template import Engine, VariableDoesNotExist
from django.template.base import (
    FilterExpression,
    Lexer,
    Node,
    NodeList,
    Origin,
    Parser,
    Template,
    TextNode,
    Token,
    Variable,
    VariableNode,
)
from django.template.base import render_value_in_context as shown_as_django_does
from django.template.context import Context
from django.template.defaulttags import ForNode, LoadNode
from django.template.loader_tags import IncludeNode
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
            if hasattr(context, first):
                return super().resolve(context)
            raise VariableDoesNotExist("There is no %r here.", (first,))
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


class Plain(FilterExpression):
    """A name that no filter goes over."""

    __slots__ = ()

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """As Django does."""
        try:
            return self.var.resolve(context)
        except VariableDoesNotExist:
            return None if ignore_failures else super().resolve(context)


class Row(NodeList):
    """What stands one after the other, texts as they are. Where a mistake stands is for builders, who get Django's own."""

    def settle(self) -> None:
        """All of it was read."""
        spoken = [node for node in self if not isinstance(node, LoadNode)]
        self.parts = [node.s if type(node) is TextNode else node.render for node in spoken]

    def render(self, context: Context) -> SafeString:
        """As Django does."""
        return SafeString("".join([part if type(part) is str else part(context) for part in self.parts]))


class Whole(Node):
    """A row as one node, for a `for`, which goes through the nodes itself."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """The row."""
        return self.nodelist.render(context)

    render_annotated = render


class Included(IncludeNode):
    """`{% include "a/name.html" %}`: the template is known before anything is drawn."""

    def __init__(self, node: IncludeNode) -> None:
        super().__init__(node.template, extra_context=node.extra_context)
        self.others = list(node.extra_context.items())
        self.name = str(node.template.var)

    @staticmethod
    def knows(node: IncludeNode) -> bool:
        """Whether it names one template, from where all are found, and lets it see what is around."""
        name = node.template
        return type(name.var) is SafeString and not name.filters and name.var[0] != "." and not node.isolated_context

    def render(self, context: Context) -> SafeString:
        """As Django does."""
        template = context.template.engine.get_template(self.name)
        with context.push({name: value.resolve(context) for name, value in self.others}):
            return template.inside(context)


def put(value: Any, context: Context) -> str:
    """A value on the page. A text, markup, a key or a whole number (we set no thousands apart) needs no putting into words."""
    kind = type(value)
    if kind is SafeString:
        return value  # type: ignore[no-any-return]
    if kind is str and context.autoescape:
        return escape(value)
    if kind is UUID or kind is int:
        return str(value)
    return shown_as_django_does(value, context)


class Shown(VariableNode):
    """`{{ … }}`."""

    def render(self, context: Context) -> str:
        """As Django does."""
        return put(self.filter_expression.resolve(context), context)


class ShortWay(Parser):
    """Django's parser, which takes the short way where there is one."""

    def compile_filter(self, token: str) -> FilterExpression:
        """What begins with a name, be it filtered or not, finds it by the short way."""
        found = super().compile_filter(token)
        if found.is_var and found.var.lookups and not found.var.translate:
            found.var = Name(found.var.var)
            if not found.filters:
                found.__class__ = Plain
        return found

    def parse(self, parse_until: Any = None) -> NodeList:
        """A stretch of the template, up to a tag or the end."""
        row = Row(found := super().parse(parse_until))
        row.contains_nontext = found.contains_nontext
        row.settle()
        return row

    def extend_nodelist(self, nodelist: NodeList, node: Node, token: Token) -> None:
        """Every node comes by here."""
        if type(node) is VariableNode:
            node = Shown(node.filter_expression)
        elif type(node) is ForNode:
            node.nodelist_loop = NodeList([Whole(node.nodelist_loop)])
        elif type(node) is IncludeNode and Included.knows(node):
            node = Included(node)
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

    def inside(self, context: Context) -> SafeString:
        """Drawn within another template, with all that is known there."""
        drawing = context.render_context
        around, drawing.template = drawing.template, self
        drawing.push()
        try:
            return self.nodelist.render(context)
        finally:
            drawing.pop()
            drawing.template = around


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
