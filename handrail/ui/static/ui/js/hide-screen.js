// One tap, or the key h, covers everything. Nothing is stored: a new page is open again.
const cover = document.getElementById("cover");
const root = document.documentElement;
const touch = matchMedia("(pointer: coarse)");
let allowed = false;

export function hide() {
  if (!cover || cover.open) return;
  allowed = false;
  root.dataset.covered = "";
  cover.showModal();
}

function show() {
  allowed = true;
  delete root.dataset.covered;
  cover.close();
}

if (cover) {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-hide-screen]")) hide();
    if (event.target.closest("[data-show-screen]")) show();
  });
  // Only the button uncovers; a browser may close a dialog on a second Escape.
  cover.addEventListener("cancel", (event) => event.preventDefault());
  cover.addEventListener("close", () => { if (!allowed) { cover.showModal(); } });
  // On a phone the picture that the app switcher keeps is already the cover.
  document.addEventListener("visibilitychange", () => { if (document.hidden && touch.matches) hide(); });
}
