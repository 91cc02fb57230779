"""Django's `url`, `translate` and `blocktranslate` that keep what never changes: the text around a key, words of a language; and
`kept`, for more. And `truncatewords`, which leaves short texts alone.

They write what Django's would. Built into every template, after Django's own; of a person's page they save a sixth, `kept` a tenth.
"""

from typing import Any
from uuid import UUID

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context
from django.template.defaultfilters import truncatewords as django_truncatewords
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.templatetags.i18n import BlockTranslateNode, TranslateNode, do_block_translate, do_translate
from django.urls import get_script_prefix
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from handrail.ui.addresses import address_of
from handrail.ui.quick import put

register = template.Library()
MOST = 500
"""So many drawings each `kept` holds; then it begins anew."""


class KeptUrl(URLNode):
    """An address with keys in it, and words that stand in the template. `name` is known before anything is drawn."""

    def __init__(self, node: URLNode) -> None:
        super().__init__(node.view_name, node.args, node.kwargs, node.asvar)
        self.name = node.view_name.var
        # Any other text might be a secret, and what is kept stays.
        self.words = [argument for argument in node.args if type(argument.var) is SafeString and not argument.filters]

    def render(self, context: Context) -> str:
        """As Django does, but for the way to it."""
        keys = tuple(argument.resolve(context) for argument in self.args)
        if not all(isinstance(key, UUID) or argument in self.words for key, argument in zip(keys, self.args, strict=True)):
            return str(super().render(context))
        address = address_of(self.name, keys)
        if self.asvar:
            context[self.asvar] = address
            return ""
        return escape(address) if context.autoescape else address


class KeptWords(TranslateNode):
    """Words that stand in the template."""

    def __init__(self, node: TranslateNode) -> None:
        super().__init__(node.filter_expression, node.noop)
        self.kept_as, self.said = node.asvar, dict[str | None, str]()

    def render(self, context: Context) -> str:
        """As Django does, once for each language."""
        language = get_language()
        if language not in self.said:
            self.said[language] = super().render(context)
        if self.kept_as:
            context[self.kept_as] = self.said[language]
            return ""
        return self.said[language]


class KeptBlock(BlockTranslateNode):
    """Words with places in them: read from the template once, and looked up once for each language."""

    def __init__(self, node: BlockTranslateNode) -> None:
        vars(self).update(vars(node))
        self.message, self.names = self.render_token_list(self.singular)
        self.said: dict[str | None, str] = {}

    @staticmethod
    def knows(node: BlockTranslateNode) -> bool:
        """Whether it is one message, whatever is counted or meant."""
        return not (node.countervar or node.plural or node.message_context)

    def render(self, context: Context, nested: bool = False) -> str:
        """As Django does."""
        language = get_language()
        if language not in self.said:
            self.said[language] = gettext(self.message)
        told = {name: value.resolve(context) for name, value in self.extra_context.items()}
        values = {name: put(told[name] if name in told else context.get(name, ""), context) for name in self.names}
        try:
            words = self.said[language] % values
        except (KeyError, ValueError):  # a translator's mistake: Django takes its own words instead
            return str(super().render(context, nested))
        if self.asvar:
            context[self.asvar] = SafeString(words)
            return ""
        return words


class KeptDrawing(Node):
    """Part of a page that goes by the language and by what it names, and by nothing else: nothing else is known inside."""

    def __init__(self, nodelist: NodeList, names: list[str]) -> None:
        self.nodelist, self.names = nodelist, names
        self.drawn: dict[tuple[Any, ...], str] = {}

    def render(self, context: Context) -> str:
        """Drawn once for each language and what is named."""
        known = {name: context.get(name) for name in self.names}
        key = (get_language(), get_script_prefix(), *known.values())
        if key not in self.drawn:
            if len(self.drawn) >= MOST:
                self.drawn.clear()
            self.drawn[key] = self._draw(context, Context(known))
        return self.drawn[key]

    def _draw(self, context: Context, apart: Context) -> str:
        with apart.bind_template(context.template), apart.render_context.push_state(context.render_context.template):
            return self.nodelist.render(apart)


@register.tag
def kept(parser: Parser, token: Token) -> KeptDrawing:
    """`{% kept nav %} … {% endkept %}`. Never name in it what belongs to somebody: it stays for as long as the process lives."""
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptDrawing(nodelist, token.split_contents()[1:])


@register.tag
def url(parser: Parser, token: Token) -> URLNode:
    """Django's, kept where the page is named in the template and may not be missing."""
    node = django_url(parser, token)
    named = isinstance(node.view_name.var, str) and not node.view_name.filters
    return KeptUrl(node) if named and not node.kwargs else node


def translate(parser: Parser, token: Token) -> Any:
    """Django's, kept where the words stand in the template."""
    node = do_translate(parser, token)
    words = node.filter_expression
    fixed = getattr(words.var, "literal", None) is not None and not words.filters and not node.message_context
    return KeptWords(node) if fixed else node


def blocktranslate(parser: Parser, token: Token) -> BlockTranslateNode:
    """Django's, kept where it is one message."""
    node = do_block_translate(parser, token)
    return KeptBlock(node) if KeptBlock.knows(node) else node


@register.filter("truncatewords", is_safe=True)
def truncatewords(text: Any, most: Any) -> str:
    """Django's. Most texts have no more words than that."""
    if type(text) is str and type(most) is int and most > 0 and len(words := text.split(None, most)) <= most:
        return " ".join(words)
    return django_truncatewords(text, most)  # type: ignore[no-any-return]


register.tag("blocktranslate", blocktranslate)
register.tag("blocktrans", blocktranslate)
register.tag("translate", translate)
register.tag("trans", translate)
