"""The real product, a real browser, and an eye for accessibility."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.chromium import FLAGS, find_chromium
from tests.product import Product

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
EVERYTHING = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
COLOURS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}"
HANGING_OUT = """[...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 8)
  .map(one => `${one.tagName}.${one.className} ${(one.innerText || "").slice(0, 60)}`)"""
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser story."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A demo agency, served as `make demo` serves it."""
    with Product(tmp_path_factory.mktemp("demo") / "home", "demo") as product:
        yield product


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield chromium
        chromium.close()


class Window:
    """One browser window with everything it complained about."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.context, self.home = context, home
        self.complaints: list[str] = []
        self.asked_elsewhere: list[str] = []
        self.page = context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._watch)

    def _listen(self, message: Any) -> None:
        """What the browser reports by itself: broken rules of the policy, errors. A 4xx answer is no complaint."""
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "about:")):
            self.asked_elsewhere.append(request.url)

    def enter(self, role: str) -> Page:
        """Through the demo's door, as somebody of this role."""
        self.page.goto(f"{self.home}/demo/")
        self.page.locator(f'section[aria-labelledby="part-{role}"] button').first.click()
        self.page.wait_for_url(f"{self.home}/")
        return self.page

    def look(self, size: dict[str, int], theme: str) -> None:
        """The same page in another window size and theme."""
        self.page.set_viewport_size(size)  # type: ignore[arg-type]
        self.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]

    def axe(self, only: str = EVERYTHING) -> list[str]:
        """What axe-core finds wrong with the page, in words."""
        seen = self.page.viewport_size
        # As tall as the page, so that the bar at the bottom lies over nothing one would scroll to.
        tall = int(self.page.evaluate("document.documentElement.scrollHeight"))
        self.page.set_viewport_size({"width": seen["width"], "height": max(seen["height"], tall + 200)})
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        found = self.page.evaluate(f"axe.run(document, {{runOnly: {only}}})")
        self.page.set_viewport_size(seen)
        return [f"{wrong['id']}: {wrong['nodes'][0]['html'][:120]}" for wrong in found["violations"]]

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window, once it has been drawn in its new size."""
        self.page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        too_wide = int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        if too_wide:
            print("hanging out:", self.page.url, self.page.evaluate(HANGING_OUT))  # pytest shows it with the story that fails
        return too_wide


@pytest.fixture
def window(browser: Browser, demo: Product) -> Iterator[Callable[..., Window]]:
    """Opens windows; at the end none of them may have complained or asked another host."""
    opened: list[Window] = []

    def open_window(home: str = "", **how: Any) -> Window:
        how = {"viewport": PHONE, "bypass_csp": False} | how
        opened.append(Window(browser.new_context(**how), home or demo.url))
        return opened[-1]

    yield open_window
    for one in opened:
        one.context.close()
    assert [one.complaints for one in opened if one.complaints] == []
    assert [one.asked_elsewhere for one in opened if one.asked_elsewhere] == []
