"""The pages of plans."""

from handrail.plans.views.check_in import check_in_add, check_in_put_back, check_in_take_out
from handrail.plans.views.goal import goal_add, goal_edit, goal_end, goal_move, goal_reopen, goal_show
from handrail.plans.views.papers import paper_compare, paper_show, version_show
from handrail.plans.views.plan import plan_show, want_write
from handrail.plans.views.presentations import presentation_add, presentation_put_back, presentation_take_out
from handrail.plans.views.printing import paper_pdf, paper_print
from handrail.plans.views.reviews import review_add, review_put_back, review_take_out
from handrail.plans.views.scans import scan_add, scan_put_back, scan_show, scan_take_out
from handrail.plans.views.signing import paper_sign, signature_mistake
from handrail.plans.views.step import step_add, step_finish, step_put_back, step_remove, step_unfinish
from handrail.plans.views.strength import (
    moment_add,
    moment_put_back,
    moment_take_out,
    strength_add,
    strength_edit,
    strength_put_back,
    strength_show,
    strength_take_out,
)
from handrail.plans.views.tool import (
    tool_add,
    tool_edit,
    tool_put_back,
    tool_show,
    tool_take_out,
    use_add,
    use_put_back,
    use_take_out,
    use_tell,
)
from handrail.plans.views.words import words_edit, words_history, words_put_back, words_together

__all__ = [
    "check_in_add",
    "check_in_put_back",
    "check_in_take_out",
    "goal_add",
    "goal_edit",
    "goal_end",
    "goal_move",
    "goal_reopen",
    "goal_show",
    "moment_add",
    "moment_put_back",
    "moment_take_out",
    "paper_compare",
    "paper_pdf",
    "paper_print",
    "paper_show",
    "paper_sign",
    "plan_show",
    "presentation_add",
    "presentation_put_back",
    "presentation_take_out",
    "review_add",
    "review_put_back",
    "review_take_out",
    "scan_add",
    "scan_put_back",
    "scan_show",
    "scan_take_out",
    "signature_mistake",
    "step_add",
    "step_finish",
    "step_put_back",
    "step_remove",
    "step_unfinish",
    "strength_add",
    "strength_edit",
    "strength_put_back",
    "strength_show",
    "strength_take_out",
    "tool_add",
    "tool_edit",
    "tool_put_back",
    "tool_show",
    "tool_take_out",
    "use_add",
    "use_put_back",
    "use_take_out",
    "use_tell",
    "version_show",
    "want_write",
    "words_edit",
    "words_history",
    "words_put_back",
    "words_together",
]
