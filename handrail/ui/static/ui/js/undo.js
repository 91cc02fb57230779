// The undo bar goes after ten seconds, but not while the pointer or the keyboard is on it.
const SECONDS = 10;
const FADE = 600;

function start(bar) {
  let timer;
  const held = () => bar.matches(":hover, :focus-within");
  const go = () => {
    if (held()) return wait();
    bar.classList.add("going");
    timer = setTimeout(() => (held() ? stay() : bar.remove()), FADE);
  };
  const wait = () => { clearTimeout(timer); timer = setTimeout(go, SECONDS * 1000); };
  const stay = () => { bar.classList.remove("going"); wait(); };
  for (const kind of ["pointerenter", "focusin"]) bar.addEventListener(kind, stay);
  wait();
}

const startAll = () => {
  for (const bar of document.querySelectorAll("[data-undo]:not([data-undo=started], .example *)")) {
    bar.dataset.undo = "started";
    document.body.append(bar);
    start(bar);
  }
};
document.addEventListener("htmx:after:swap", startAll);
startAll();
