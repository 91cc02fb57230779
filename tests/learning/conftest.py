"""What the stories of the library begin with."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.learning import actions
from handrail.learning.actions import Written
from handrail.learning.models import Curriculum, Material
from tests.cast import Cast

LIBRARY = reverse("learning:piece_list")


def url(name: str, *args: Any) -> str:
    """A page of the library, about these rows or keys."""
    return reverse(f"learning:{name}", args=[getattr(one, "pk", one) for one in args])


def written(**more: Any) -> Written:
    """A text as Sam typed it."""
    text = {
        "language": "en",
        "title": "Our front door",
        "summary": "How to come in.",
        "body": "Ring twice.\n\n## Then\n\n- wait\n- say **hello**",
        "source": "The Tuesday group",
        "licence": "We wrote it",
    }
    return Written(**text | more)


def a_material(cast: Cast, **more: Any) -> Material:
    """One more piece of the agency's own, about peer support."""
    material = Material(topic="peer-support", phases=["engagement"], audiences=["adult"])
    return actions.add_material(material=material, written=written(**more), by=cast.sam, at=timezone.now())


@pytest.fixture
def material(cast: Cast) -> Material:
    """Sam wrote down how one comes in."""
    return a_material(cast)


@pytest.fixture
def curriculum(cast: Cast) -> Curriculum:
    """Sam's own: Hope, then what stress is."""
    row = Curriculum(title="Tuesdays", about="What we talk about")
    pieces = [("engagement", "hope"), ("engagement", "what-stress-is")]
    return actions.add_curriculum(curriculum=row, pieces=pieces, by=cast.sam, at=timezone.now())
