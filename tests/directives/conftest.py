"""What the stories of directives begin with."""

from typing import Any

import pytest

from handrail.directives.models import Directive
from tests.directives.reading import a_draft


@pytest.fixture
def draft(cast: Any) -> Directive:
    """A draft of Marcus, by the rules of Virginia, begun with Dana."""
    return a_draft(cast)
