// What every htmx request of ours carries, and what happens when one goes wrong.
import { token } from "./token.js";

const SAFE = ["GET", "HEAD", "OPTIONS"];

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  if (!SAFE.includes(ctx.request.method)) ctx.request.headers["X-CSRFToken"] = token();
});

// An answer that cannot be shown in its place (htmx is told not to swap it), or none at all: say so, keep the page as it is.
const trouble = document.getElementById("trouble");
const show = (shown) => { if (trouble) trouble.hidden = !shown; };

document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
  const told = [409, 422].includes(ctx.response.status);
  show(!told);
});
document.addEventListener("htmx:error", ({ detail }) => show(detail.error?.name !== "AbortError"));
document.addEventListener("htmx:after:swap", () => show(false));
trouble?.querySelector("button")?.addEventListener("click", () => show(false));
