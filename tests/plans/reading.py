"""Pages of plans as a reader meets them, and two colleagues in front of one text."""

from typing import Any

from django.urls import reverse

from handrail.kit.ids import new_id
from tests.people.reading import cost, main_words

AUTOSAVE = {"Accept": "application/json", "HX-Request": "true"}
HTMX = {"HX-Request": "true"}

__all__ = ["AUTOSAVE", "HTMX", "Editor", "cost", "main_words", "url"]


def url(name: str, *args: Any) -> str:
    """The address of one of the pages of plans."""
    return reverse(f"plans:{name}", args=[getattr(one, "pk", one) for one in args])


class Editor:
    """Somebody who has a text open and types in it: what the page in their browser remembers."""

    def __init__(self, client: Any, address: str) -> None:
        self.client, self.address = client, address
        form = client.get(address).context["form"]
        self.opened, self.page = form["opened"].value(), form["page"].value()

    def sent(self, text: str) -> dict[str, Any]:
        return {"text": text, "opened": self.opened, "page": self.page or new_id()}

    def autosave(self, text: str, answer_lost: bool = False) -> Any:
        """What autosave.js sends, and what it remembers of the answer."""
        answer = self.client.post(self.address, self.sent(text), headers=AUTOSAVE)
        if answer.status_code in (200, 409) and not answer_lost:
            self.opened = answer.json()["opened"]
        return answer

    def done(self, text: str, **how: Any) -> Any:
        """The form sent by its own button."""
        return self.client.post(self.address, self.sent(text), **how)
