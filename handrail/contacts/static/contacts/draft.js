// Keeps a note on the server as it is typed. The two words on the page are true: "Saved" is said only of what the server has.
import { announce } from "../ui/js/focus.js";
import { signInAgain } from "../ui/js/session-over.js";
import { token } from "../ui/js/token.js";

const REST = 1000;
const RETRY = 10_000;
const form = document.getElementById("contact-form");
const state = document.getElementById("draft-state");
const stale = document.getElementById("draft-stale");

let typed = 0;
let kept = 0;
let sending = false;
let leaving = false;
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
  if (kept === typed || !stale.hidden || leaving) return;
  if (sending && !keepalive) return soon();
  sending = true;
  const upTo = typed;
  const answer = await ask(keepalive);
  sending = false;
  if (!answer) return soon(RETRY);
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return afterSignIn();
  if (answer.status === 409) return told409();
  if (answer.status !== 200) return answer.status >= 500 ? soon(RETRY) : undefined;
  const { version, address } = await answer.json();
  form.elements.version.value = version;
  form.action = address;
  if (location.pathname !== address) history.replaceState(history.state, "", address);
  kept = upTo;
  tell();
  if (kept !== typed) soon();
}

async function ask(keepalive) {
  try {
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", token());
    return await fetch(form.dataset.draft, { method: "POST", body, keepalive, redirect: "manual", headers: { "X-CSRFToken": token() } });
  } catch {
    return null;
  }
}

// The sign-in was over: it opens over this page, and then what was typed is sent.
async function afterSignIn() {
  await signInAgain();
  soon();
}

function told409() {
  stale.hidden = false;
  announce(stale.textContent.trim());
}

if (form && state) {
  if ("unkept" in form.dataset) { typed = 1; tell(); }
  const changed = () => { typed += 1; tell(); soon(); };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => { leaving = true; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) send({ keepalive: true }); });
  addEventListener("pagehide", () => send({ keepalive: true }));
  addEventListener("pageshow", () => { leaving = false; });
}
