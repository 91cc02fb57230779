"""What is done with the library of an agency. Each leaves its line in the record."""

from handrail.learning.actions.curricula import (
    InItAlready,
    NotTheirs,
    add_curriculum,
    add_entry,
    change_curriculum,
    move_entry,
    put_entry_back,
    take_entry_out,
)
from handrail.learning.actions.materials import ChangedMeanwhile, Written, add_material, sort_material, write_text
from handrail.learning.actions.shelf import bring_back, put_away

__all__ = [
    "ChangedMeanwhile",
    "InItAlready",
    "NotTheirs",
    "Written",
    "add_curriculum",
    "add_entry",
    "add_material",
    "bring_back",
    "change_curriculum",
    "move_entry",
    "put_away",
    "put_entry_back",
    "sort_material",
    "take_entry_out",
    "write_text",
]
