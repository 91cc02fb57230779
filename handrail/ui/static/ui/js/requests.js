// What every htmx request of ours carries, and what happens when one goes wrong.
import { token } from "./token.js";

const SAFE = ["GET", "HEAD", "OPTIONS"];

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  if (!SAFE.includes(ctx.request.method)) ctx.request.headers["X-CSRFToken"] = token();
});

// An answer that cannot be shown in its place (htmx is told not to swap it), or none at all: say so, keep the page as it is.
const trouble = document.getElementById("trouble");
const show = (shown) => { if (trouble) trouble.hidden = !shown; };

const TOLD_IN_PLACE = [409, 422];

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const { status } = ctx.response;
  show(status >= 400 && !TOLD_IN_PLACE.includes(status));
});
document.addEventListener("htmx:error", ({ detail }) => { if (detail.error?.name !== "AbortError") show(true); });
trouble?.querySelector("button")?.addEventListener("click", () => show(false));
