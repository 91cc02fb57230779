"""The pages of the directive workshop."""

from handrail.directives.views.keeping import (
    card_make,
    holder_add,
    holder_put_back,
    holder_take_out,
    holder_tell,
    scan_add,
    scan_put_back,
    scan_show,
    scan_take_out,
)
from handrail.directives.views.paper import card_find, card_open, directive_paper, directive_print, directive_retrieve
from handrail.directives.views.signing import directive_reaffirm, directive_revoke, directive_sign
from handrail.directives.views.steps import step_show, step_take
from handrail.directives.views.workshop import (
    directive_begin,
    directive_list,
    directive_set_aside,
    directive_show,
    directive_take_up,
    pack_show,
)
from handrail.directives.views.writing import (
    agent_accept,
    agent_add,
    agent_put_back,
    agent_take_out,
    choice_make,
    choice_put_back,
    choice_take_out,
    section_own_words,
    section_write,
)

__all__ = [
    "agent_accept",
    "agent_add",
    "agent_put_back",
    "agent_take_out",
    "card_find",
    "card_make",
    "card_open",
    "choice_make",
    "choice_put_back",
    "choice_take_out",
    "directive_begin",
    "directive_list",
    "directive_paper",
    "directive_print",
    "directive_reaffirm",
    "directive_retrieve",
    "directive_revoke",
    "directive_set_aside",
    "directive_show",
    "directive_sign",
    "directive_take_up",
    "holder_add",
    "holder_put_back",
    "holder_take_out",
    "holder_tell",
    "pack_show",
    "scan_add",
    "scan_put_back",
    "scan_show",
    "scan_take_out",
    "section_own_words",
    "section_write",
    "step_show",
    "step_take",
]
