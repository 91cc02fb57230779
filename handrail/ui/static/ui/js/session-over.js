// When a page lies open too long: a warning, then an opaque cover with sign-in on it. What was typed stays behind it.
import { hold } from "./held.js";
import { extend, idle, isSomebodyElse, look, url } from "./session.js";
import { renew } from "./token.js";

const root = document.documentElement;
const warning = document.getElementById("still-there");
const over = document.getElementById("session-over");
const WARN = Math.min(120, idle / 3);
const QUIET_EVERY = Math.min(60, idle / 4) * 1000;
const RETRY = 10_000;

let endsAt = Date.now() + idle * 1000;
let extendedAt = Date.now();
let timer;
let waiting = null;

function plan() {
  clearTimeout(timer);
  const left = endsAt - Date.now();
  timer = setTimeout(check, Math.max(500, warning.open ? left : left - WARN * 1000));
}

function alive(answer) {
  renew(answer.csrf);
  endsAt = Date.now() + answer.left * 1000;
  if (answer.left > WARN && warning.open) warning.close();
  plan();
}

async function check() {
  const answer = await look();
  if (isSomebodyElse(answer)) return location.replace("/");
  if (answer.left === undefined) return Date.now() < endsAt ? (timer = setTimeout(check, RETRY)) : signInAgain();
  if (answer.left <= 0) return signInAgain();
  alive(answer);
  if (answer.left <= WARN && !warning.open) {
    warning.showModal();
    plan();
  }
}

async function stay() {
  extendedAt = Date.now();
  const answer = await extend();
  if (answer.left > 0) alive(answer);
  else check();
}

// Covers the page until the same person is signed in again. Resolves then; a page of somebody else is left at once.
export function signInAgain() {
  waiting ??= new Promise((resolve) => {
    clearTimeout(timer);
    warning.close();
    const before = document.activeElement;
    const place = over.querySelector("[data-frame-title]");
    const again = async () => {
      const answer = await look();
      if (isSomebodyElse(answer)) return location.replace("/");
      say(answer.left === undefined);
      if (answer.left === undefined) return setTimeout(again, RETRY);
      if (answer.left <= 0) return place.firstChild ?? openFrame(place, again);
      place.replaceChildren();
      delete root.dataset.covered;
      waiting = null;
      over.close();
      before?.focus?.();
      alive(answer);
      resolve();
    };
    root.dataset.covered = "";
    over.showModal();
    again();
  });
  return waiting;
}

function say(noConnection) {
  over.querySelector("[data-over-words]").hidden = noConnection;
  over.querySelector("[data-waiting-words]").hidden = !noConnection;
}

function openFrame(place, again) {
  const frame = document.createElement("iframe");
  frame.title = place.dataset.frameTitle;
  frame.addEventListener("load", () => {
    // A page that refuses to be framed cannot be read: it may well be the one after sign-in.
    const inside = frame.contentDocument?.documentElement;
    if (!inside || inside.dataset.signedIn === "1") again();
  });
  frame.src = root.dataset.signInUrl;
  place.append(frame);
}

if (url && idle > 0 && warning && over) {
  hold({ signInAgain, recently: () => Date.now() - extendedAt < 30_000, look });
  over.addEventListener("cancel", (event) => event.preventDefault());
  over.addEventListener("close", () => { if (waiting) over.showModal(); });
  warning.querySelector("[data-stay]").addEventListener("click", stay);
  warning.addEventListener("cancel", stay);
  const active = () => { if (!waiting && !warning.open && Date.now() - extendedAt > QUIET_EVERY) stay(); };
  for (const kind of ["input", "click", "keydown"]) document.addEventListener(kind, active, { passive: true });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && !waiting) check(); });
  addEventListener("pageshow", (event) => { if (event.persisted) check(); });
  plan();
}
