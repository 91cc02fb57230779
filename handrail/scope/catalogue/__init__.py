"""The scope of practice as data: what four public documents say, in our own words, and the numbers of each state.

When a page begins to do an item, say so under that item in `items/`, and run `scope_doc`:

    still_missing = "What is left to build; leave the line out when nothing is."

    [[item.done_by]]
    page = "plans:plan_show"
    says = "On the plan: the person's own words for what they want."
    tests = ["test_plan_show_has_the_persons_own_words"]
"""

from handrail.scope.catalogue.nouns import Activity, App, Catalogue, Document, Item, Kind, Place, Setting, State, Term
from handrail.scope.catalogue.packs import Pack, PackValue, Sort, Status, Value, pack
from handrail.scope.catalogue.reading import DoesNotFit, catalogue
from handrail.scope.catalogue.words import words_to_translate

__all__ = [
    "Activity",
    "App",
    "Catalogue",
    "Document",
    "DoesNotFit",
    "Item",
    "Kind",
    "Pack",
    "PackValue",
    "Place",
    "Setting",
    "Sort",
    "State",
    "Status",
    "Term",
    "Value",
    "catalogue",
    "pack",
    "words_to_translate",
]
