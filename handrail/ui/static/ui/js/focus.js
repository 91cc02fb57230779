// Keeps the keyboard's place. After a part of the page was swapped, focus never falls back to the top without a reason,
// and what changed is told to those who cannot see it.

const MARKED = "[data-focus], [autofocus]";
const HEADINGS = "h1, h2, h3, legend";
let lastId = "";
let lastInside = false;

function give(element) {
  if (!element) return;
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
  element.focus({ preventScroll: element.matches(HEADINGS) });
}

export function announce(words) {
  const place = document.getElementById("announce");
  if (!place || !words) return;
  place.textContent = "";
  // A change in a later turn is read out even when the words are the same as before.
  setTimeout(() => { place.textContent = words; }, 100);
}

const lost = () => !document.activeElement || document.activeElement === document.body;

document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
  const active = document.activeElement;
  lastId = active?.id ?? "";
  lastInside = Boolean(ctx?.target?.contains?.(active) && active !== document.body);
});

document.addEventListener("htmx:after:settle", (event) => {
  const added = (event.detail.newContent ?? []).filter((node) => node instanceof Element);
  const find = (selector) => added.map((node) => (node.matches(selector) ? node : node.querySelector(selector))).find(Boolean);
  announce(find("[data-announce]")?.dataset.announce);
  const marked = find("[data-focus]");
  if (marked) return give(marked);
  if (!lastInside || !lost()) return;
  give((lastId && document.getElementById(lastId)) || find(MARKED) || find(HEADINGS) || added[0]);
});

// A whole page that comes back with problems or a refusal begins there (the gallery's examples are only looked at).
give(document.querySelector("[data-focus]:not(.example *)"));
