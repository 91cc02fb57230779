"""What is measured beside the time of a page: whether the right person is found, how heavy pages are, how large the data becomes."""

import gzip
import re
from typing import Any

from benchmarks.dataset import queries
from benchmarks.entering import Everybody
from benchmarks.jobs import Deeds
from benchmarks.load import Line
from tests.chromium import FLAGS, find_chromium

PERSON = re.compile(rb'href="/people/([0-9a-f-]{36})/"')
NOTE = re.compile(rb'href="/contacts/notes/([0-9a-f-]{36})/"')
FIRST = 20
ASKED = 800
PHONE = {"width": 390, "height": 844}
CONTACT = ("contacts_contact", "contacts_part", "contacts_signature", "contacts_goaltouched")


def queries_for(people: int) -> int:
    """How many names are asked for: 100 of each kind of slip, fewer in a trial."""
    return min(ASKED, people // 2)


def found_within(port: int, everybody: Everybody) -> dict[str, float]:
    """How often whoever was meant is among the first 20, by kind of query; asked by somebody who reaches all."""
    deeds, line = Deeds(everybody), Line(port)
    hits: dict[str, list[bool]] = {}
    for query in queries(len(everybody.people), queries_for(len(everybody.people))):
        page = deeds.search(line, everybody.directors[0], query.text)
        shown = list(dict.fromkeys(PERSON.findall(page)))[:FIRST]
        hits.setdefault(query.kind, []).append(everybody.people[query.person - 1][0].encode() in shown)
    return {kind: sum(of_kind) / len(of_kind) for kind, of_kind in hits.items()}


def contacts_on_a_page(port: int, everybody: Everybody) -> int:
    """How many contacts J2 shows of somebody who has very many."""
    who = everybody.workers[0]
    page = Line(port).ask("GET", f"/people/{who.people[0][0]}/", None, who.headers)
    return len(set(NOTE.findall(page)))


def weights(port: int, everybody: Everybody) -> dict[str, dict[str, float]]:
    """kB of the first page on a phone and of later ones, in a real browser: as sent here, and with the HTML compressed by a proxy."""
    if not (chromium := find_chromium()):
        return {}
    from playwright.sync_api import sync_playwright

    who, home = everybody.workers[0], f"http://localhost:{port}"
    person, enrolment, _name = who.people[0]
    pages = {
        "first page (Today)": "/",
        "my people": "/people/",
        "a person": f"/people/{person}/",
        "a plan": f"/plans/of/{person}/",
        "record a contact": f"/contacts/with/{enrolment}/",
        "Today again": "/",
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
        context.add_cookies([{"name": "handrail", "value": who.session, "url": home}])
        page = context.new_page()
        weighed = {name: _weigh(page, home + path) for name, path in pages.items()}
        browser.close()
    return weighed


def _weigh(page: Any, address: str) -> dict[str, float]:
    """One page with whatever the browser fetches for it and does not have yet."""
    scales = page.context.new_cdp_session(page)
    scales.send("Network.enable")
    sent: list[float] = []
    scales.on("Network.loadingFinished", lambda told: sent.append(told["encodedDataLength"]))
    answer = page.goto(address, wait_until="networkidle")
    scales.detach()
    html = answer.body()
    compressed = len(gzip.compress(html, 6))
    whole = sum(sent)
    return {
        "requests": float(sum(size > 0 for size in sent)),
        "as sent": whole / 1000,
        "compressed": (whole - len(html) + compressed) / 1000,
        "html": len(html) / 1000,
    }


def bytes_each(filled: dict[str, Any]) -> dict[str, float]:
    """Bytes of a contact (the contact, its part, its signature, the goals it touched) and of a line of the record, indexes too."""
    sizes, rows = filled["sizes"], filled["rows"]
    contacts = rows["contacts_contact"]
    told = {"a contact": sum(sizes.get(table, 0) for table in CONTACT) / contacts}
    told |= {f"  {table}": sizes.get(table, 0) / contacts for table in CONTACT}
    return told | {"a line of the record": sizes["audit_entry"] / rows["audit_entry"]}
