"""The pages of the library."""

from handrail.learning.views.curricula import (
    curriculum_add,
    curriculum_edit,
    curriculum_show,
    entry_add,
    entry_move,
    entry_put_back,
    entry_take_out,
)
from handrail.learning.views.materials import material_add, material_edit, material_history, material_sort
from handrail.learning.views.pieces import piece_handout, piece_list, piece_show
from handrail.learning.views.shelf import shelf_bring_back, shelf_list, shelf_put_away

__all__ = [
    "curriculum_add",
    "curriculum_edit",
    "curriculum_show",
    "entry_add",
    "entry_move",
    "entry_put_back",
    "entry_take_out",
    "material_add",
    "material_edit",
    "material_history",
    "material_sort",
    "piece_handout",
    "piece_list",
    "piece_show",
    "shelf_bring_back",
    "shelf_list",
    "shelf_put_away",
]
