"""`make pictures`: every kind of page of the demo, on a phone and on a desk, light and dark; one sheet a page in docs/pictures.

So that whoever reads the project sees it, and whoever changes a page sees what the change did to all others.
"""

import base64
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import Window
from tests.browser.walking import name_of, walk
from tests.chromium import FLAGS, find_chromium
from tests.product import Product

PLACE = Path("docs/pictures")
SIZES = {"phone": {"width": 390, "height": 1060}, "desk": {"width": 1280, "height": 800}}
THEMES = ("light", "dark")
QUALITY = 0.7
WALKS = {
    "peer": ["/", "/people/", "/contacts/", "/more/", "/my/", "/people/emergency/", "/people/add/", "/not-there/"],
    "supervisor": ["/", "/people/", "/people/cover/"],
    "administrator": ["/", "/staff/", "/programs/", "/agency/"],
}
FOR_README = {"today": ("phone", "light"), "people-one": ("desk", "light"), "plans-of-one": ("desk", "dark")}
WHERE = {"phone-light": (8, 8, 292), "phone-dark": (308, 8, 292), "desk-light": (608, 8, 648), "desk-dark": (608, 421, 648)}
"""Left, top and width of each look on the sheet, in pixels."""
DRAW = """async ([looks, size, quality]) => {
  const sheet = Object.assign(document.createElement("canvas"), size), pen = sheet.getContext("2d");
  pen.fillStyle = "#cfcfc8";
  pen.fillRect(0, 0, size.width, size.height);
  for (const [picture, left, top, width] of looks) {
    const image = await createImageBitmap(await (await fetch(picture)).blob());
    pen.imageSmoothingQuality = "high";
    pen.drawImage(image, left, top, width, image.height * width / image.width);
  }
  return sheet.toDataURL("image/webp", quality).split(",")[1];
}"""


def ask_who_it_is(window: Window) -> str:
    """The page that asks whether somebody new is somebody known."""
    window.page.goto(window.home + "/people/add/")
    window.page.get_by_label("The name they choose").fill("Marcus J.")
    window.page.locator("main form button[type=submit]").last.click()
    window.page.wait_for_load_state()
    return "people-add-same"


def search(window: Window) -> str:
    """What a misspelt name finds."""
    window.page.goto(window.home + "/people/")
    window.page.get_by_label("Find a person").fill("marcsu")
    window.page.get_by_label("Find a person").press("Enter")
    window.page.wait_for_timeout(600)
    return "people-search"


AFTER_TYPING: list[Callable[[Window], str]] = [ask_who_it_is, search]


def looks_of(window: Window) -> dict[str, bytes]:
    """The open page in its four looks."""
    taken = {}
    for size, box in SIZES.items():
        for theme in THEMES:
            window.look(box, theme)
            window.page.evaluate("window.scrollTo(0, 0)")
            taken[f"{size}-{theme}"] = window.page.screenshot(animations="disabled")
    return taken


def sheet_of(taken: dict[str, bytes], on: Page) -> bytes:
    """One picture of four."""
    looks = [[f"data:image/png;base64,{base64.b64encode(taken[look]).decode()}", *WHERE[look]] for look in WHERE]
    drawn: str = on.evaluate(DRAW, [looks, {"width": 1264, "height": 834}, QUALITY])
    return base64.b64decode(drawn)


def keep(name: str, window: Window, on: Page) -> None:
    """Write the sheet of the open page, and the one picture that the README shows."""
    taken = looks_of(window)
    (PLACE / f"{name}.webp").write_bytes(sheet_of(taken, on))
    if name in FOR_README:
        (PLACE / f"{name}.png").write_bytes(taken["-".join(FOR_README[name])])


def draw(demo: Product) -> int:
    """All sheets; gives how many."""
    drawn: set[str] = set()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        on = chromium.new_page(viewport={"width": 1264, "height": 400})
        for role, start in WALKS.items():
            window = Window(chromium.new_context(viewport=SIZES["phone"]), demo.url)
            window.enter(role)
            for where in walk(window, start):
                if name_of(where) not in drawn and not where.startswith("/ui/"):
                    drawn.add(name_of(where))
                    keep(name_of(where), window, on)
            if role == "peer":
                for do in AFTER_TYPING:
                    drawn.add(name := do(window))
                    keep(name, window, on)
        chromium.close()
    return len(drawn)


def main() -> int:
    """Make the demo, draw, and leave nothing of former sheets."""
    for old in (*PLACE.glob("*.webp"), *PLACE.glob("*.png")):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, Product(Path(folder) / "home", "demo") as demo:
        print(f"{draw(demo)} pages in {PLACE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
