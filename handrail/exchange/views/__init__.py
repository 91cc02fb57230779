"""Pages of exchange, one file for each part of the work."""

from handrail.exchange.views.brought import brought_drop, brought_take
from handrail.exchange.views.columns import import_again, import_columns, import_template
from handrail.exchange.views.importing import (
    import_begin,
    import_call_off,
    import_decide,
    import_list,
    import_progress,
    import_show,
    import_take,
    import_undo,
)

__all__ = [
    "brought_drop",
    "brought_take",
    "import_again",
    "import_begin",
    "import_call_off",
    "import_columns",
    "import_decide",
    "import_list",
    "import_progress",
    "import_show",
    "import_take",
    "import_template",
    "import_undo",
]
