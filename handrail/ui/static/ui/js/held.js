// Nothing that is sent gets lost because the sign-in was over: it waits, and goes on after somebody signed in again.
import { isSomebodyElse } from "./session.js";
import { renew, token } from "./token.js";

const goingOn = new WeakSet();
const signInPath = () => new URL(document.documentElement.dataset.signInUrl, location.href).pathname;
const sentToSignIn = (answer) => answer.redirected && new URL(answer.url).pathname.startsWith(signInPath());
const signedOut = (answer) => answer.status === 401 || sentToSignIn(answer);

export function hold({ signInAgain, recently, look }) {
  // An ordinary form leaves the page, so the server is asked first, unless it was asked a moment ago.
  addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    const leaves = !event.defaultPrevented && form.method === "post" && (form.target || "_self") === "_self";
    if (!leaves || goingOn.delete(form) || recently()) return;
    event.preventDefault();
    const answer = await look();
    if (isSomebodyElse(answer)) return location.replace("/");
    renew(answer.csrf);
    if (answer.left === 0) await signInAgain();
    goingOn.add(form);
    form.requestSubmit(submitter);
  });

  // An htmx request sees its own answer: 401 waits and is sent once more, with the new token.
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    ctx.fetch = async (address, request) => {
      const answer = await fetch(address, request);
      if (!signedOut(answer)) return answer;
      clearTimeout(ctx.requestTimeout);
      await signInAgain();
      if (request.headers["X-CSRFToken"]) request.headers["X-CSRFToken"] = token();
      if (request.body?.has?.("csrfmiddlewaretoken")) request.body.set("csrfmiddlewaretoken", token());
      return fetch(address, request);
    };
  });
}
