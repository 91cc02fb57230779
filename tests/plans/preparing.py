"""What stories of preparation sheets and choices begin with: Marcus sees the doctor, and looks at two rooms."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.plans import actions
from handrail.plans.models import Choice, Matter, Occasion, Option, Preparation
from tests.cast import Cast


def a_sheet(
    cast: Cast, text: str = "The doctor, about my sleep", program: Any = None, by: Any = None, **more: Any
) -> Preparation:
    """One more sheet of Marcus; an appointment, unless it says otherwise."""
    facts: dict[str, Any] = {"occasion": Occasion.APPOINTMENT} | more
    sheet = Preparation(person=cast.marcus, program=program or cast.community, **facts)
    return actions.begin_preparation(preparation=sheet, text=text, by=by or cast.dana, at=cast.began)


def in_days(days: int) -> Any:
    """A day, counted from the agency's today."""
    return timezone.localdate() + timedelta(days=days)


def answered(cast: Cast, sheet: Preparation, prompt: str, text: str) -> Any:
    """What Marcus says to one question."""
    own: Any = actions.write_answer(preparation=sheet, prompt=prompt, text=text, by=cast.dana, at=cast.began, page=new_id())
    return own.answer


def a_choice(cast: Cast, text: str = "Which room do I take?") -> Choice:
    """A choice of Marcus."""
    choice = Choice(person=cast.marcus, program=cast.community)
    return actions.begin_choice(choice=choice, text=text, by=cast.dana, at=cast.began)


def two_rooms(cast: Cast, choice: Choice) -> tuple[Matter, Option, Option]:
    """One thing that matters, and two options."""
    by = {"by": cast.dana, "at": cast.began}
    matter = actions.add_matter(choice=choice, text="To be near Imani", **by)
    first = actions.add_option(choice=choice, text="The room on Cary Street", **by)
    return matter, first, actions.add_option(choice=choice, text="The room by the river", **by)
