// Keeps what is typed, as it is typed: after a second of rest, and when the page is hidden. The words beside it are true.
//
// A form with `data-autosave` is sent as it stands. The answer says what the page goes on from (`opened`), and where two
// versions wait to be put together. Whatever goes wrong, the text stays on the page and is sent again.
import { signInAgain } from "./session-over.js";
import { token } from "./token.js";

const REST = 1000;
const AGAIN = 5000;
const states = new WeakMap();

function stateOf(form) {
  if (!states.has(form)) states.set(form, { typed: 0, kept: 0, sending: false, timer: 0 });
  return states.get(form);
}

function tell(form) {
  const place = form.querySelector("[data-saved]");
  const state = stateOf(form);
  place.textContent = state.kept === state.typed ? place.dataset.saved : place.dataset.notSaved;
}

function goOnFrom(form, { opened, together }) {
  if (opened) form.elements.opened.value = opened;
  const place = form.querySelector("[data-together]");
  if (!place || !together) return;
  place.querySelector("a").href = together;
  place.hidden = false;
}

const send = (form, leaving) =>
  fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json", "HX-Request": "true", "X-CSRFToken": token() },
    keepalive: leaving,
  });

async function save(form, leaving = false) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  if (!form.isConnected || state.kept === state.typed || (state.sending && !leaving)) return;
  const upTo = state.typed;
  let wait = AGAIN;
  try {
    state.sending = true;
    const answer = await send(form, leaving);
    if (answer.status === 401 || answer.redirected) {
      await signInAgain();
      wait = 0;
    } else if (answer.ok || answer.status === 409) {
      goOnFrom(form, await answer.json());
      state.kept = Math.max(state.kept, upTo);
      wait = REST;
    } else if (answer.status < 500) {
      wait = Infinity; // Sending the same again would not help: the next letter will.
    }
  } catch {
    // No connection: the text is still here.
  }
  state.sending = false;
  if (!form.isConnected) return;
  tell(form);
  if (state.kept !== state.typed && wait < Infinity) state.timer = setTimeout(save, wait, form);
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-autosave]");
  if (!form) return;
  const state = stateOf(form);
  state.typed += 1;
  tell(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(save, REST, form);
});

const saveAll = (leaving) => {
  for (const form of document.querySelectorAll("form[data-autosave]")) save(form, leaving);
};
document.addEventListener("visibilitychange", () => { if (document.hidden) saveAll(true); });
addEventListener("pagehide", () => saveAll(true));
addEventListener("online", () => saveAll(false));

// "Done" sends the same form itself. Should that not arrive, the next try is ours again.
document.addEventListener("submit", ({ target: form }) => {
  if (!form.matches("form[data-autosave]")) return;
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(save, AGAIN, form);
});
