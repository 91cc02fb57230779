// Keeps a note on the server as it is typed. The two words on the page are true: "Saved" is said only of what the server has.
import { announce } from "../ui/js/focus.js";
import { signInAgain } from "../ui/js/session-over.js";
import { token } from "../ui/js/token.js";

const REST = 1000;
const RETRY = 10_000;
// Browsers refuse to carry more than 64 kB for a page that is left.
const MOST_WHILE_LEAVING = 60_000;
const form = document.getElementById("contact-form");
const state = document.getElementById("draft-state");
const unkept = document.getElementById("draft-unkept");
const gone = document.getElementById("draft-gone");

let typed = 0;
let kept = 0;
let turn = 0;
let heard = 0;
let flight = null;
let leaving = false;
let signedInFor = -1;
let timer;

function tell() {
  const saved = kept === typed;
  const words = saved ? state.dataset.saved : state.dataset.notSaved;
  state.hidden = false;
  state.querySelector(".dot").classList.toggle("waiting", !saved);
  const place = state.querySelector("span:last-child");
  if (place.textContent !== words) place.textContent = words;
}

function soon(wait = REST) {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

async function send({ keepalive = false } = {}) {
  clearTimeout(timer);
  if (kept === typed || !gone.hidden || leaving) return;
  if (flight && !keepalive) return soon();
  const upTo = typed;
  // The server knows this page by its mark, and that what it sends later is newer, even when an answer got lost.
  const mine = (form.elements.turn.value = turn += 1);
  const asked = (flight = ask(keepalive));
  const answer = await asked;
  if (flight === asked) flight = null;
  if (!answer || answer.status >= 500) return soon(RETRY);
  if (answer.type === "opaqueredirect" || answer.status === 401) return afterSignIn();
  if (answer.status === 404) return tellGone();
  const told = answer.headers.get("Content-Type") === "application/json" ? await answer.json() : null;
  if (!told) return signedInFor === upTo ? undefined : afterSignIn((signedInFor = upTo));
  goOnFrom(told, mine);
  tellUnkept(told.unkept);
  if (answer.status === 200) kept = upTo;
  tell();
  if (typed !== upTo) soon();
}

async function ask(keepalive) {
  try {
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", token());
    const headers = { "X-CSRFToken": token() };
    const light = keepalive && weight(body) < MOST_WHILE_LEAVING;
    return await fetch(form.dataset.draft, { method: "POST", body, keepalive: light, redirect: "manual", headers });
  } catch {
    return null;
  }
}

// About as many bytes as are sent: each field travels between two lines of its own.
function weight(body) {
  const letters = new TextEncoder();
  return [...body].reduce((sum, [name, value]) => sum + 150 + name.length + letters.encode(value).length, 0);
}

// The marks of what is kept now: whoever changes something on another page is not written over from here.
function goOnFrom({ version, address, opened }, mine) {
  if (!address || mine < heard) return;
  heard = mine;
  form.elements.version.value = version;
  for (const [name, marks] of Object.entries(opened)) form.elements[name].value = marks;
  form.action = address;
  if (location.pathname !== address) history.replaceState(history.state, "", address);
}

// What cannot be kept as it stands, and why. The rest is.
function tellUnkept(sentences) {
  const list = unkept.querySelector("ul");
  const before = list.textContent;
  list.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement("li"), { textContent: sentence })));
  unkept.hidden = !sentences.length;
  if (sentences.length && list.textContent !== before) announce(unkept.textContent.trim());
}

// Thrown away on another page, or not theirs to write any more: what was typed stays here, to be copied.
function tellGone() {
  gone.hidden = false;
  announce(gone.textContent.trim());
}

// The sign-in was over: it opens over this page, and then what was typed is sent.
async function afterSignIn() {
  await signInAgain();
  soon();
}

if (form && state) {
  if ("unkept" in form.dataset) { typed = 1; tell(); }
  else if ("kept" in form.dataset) tell();
  const changed = () => { typed += 1; tell(); soon(); };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    if (!gone.hidden) {
      event.preventDefault();
      gone.scrollIntoView({ block: "center" });
      return announce(gone.textContent.trim());
    }
    leaving = true;
    clearTimeout(timer);
    form.elements.turn.value = turn += 1;
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) send({ keepalive: true }); });
  addEventListener("pagehide", () => send({ keepalive: true }));
  addEventListener("pageshow", () => { leaving = false; });
}
