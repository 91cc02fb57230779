"""Somebody who was written down twice."""

import pytest

from handrail.accounts.actions import begin_supervision
from tests.cast import welcome


@pytest.fixture
def twice(cast):
    """Marcus walks with Dana; somebody wrote him down once more, and Noor walks with that one. Sam supervises both peers."""
    begin_supervision(supervisor=cast.sam, staff=cast.noor, kind="administrative", by=cast.alex, at=cast.began)
    welcome(cast, "mark", "Mark", cast.noor)
    return cast
