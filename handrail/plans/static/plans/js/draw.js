// A signature with a finger, a pen or a mouse: strokes in a box of 300 by 100, kept as an SVG path in a hidden field.
//
// The server takes nothing but M, L and Q with numbers inside the box. Whoever cannot draw signs with the name typed.
const WIDE = 300;
const HIGH = 100;
const LONGEST = 19000;
const STEP = 1.2;

function begin(pad) {
  const field = document.getElementById(pad.dataset.draw);
  const box = pad.querySelector("svg");
  const path = pad.querySelector("path");
  let last = null;

  const show = () => path.setAttribute("d", field.value);
  const within = (value, most) => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10;

  function place(event) {
    const seen = box.getBoundingClientRect();
    return [
      within(((event.clientX - seen.left) / seen.width) * WIDE, WIDE),
      within(((event.clientY - seen.top) / seen.height) * HIGH, HIGH),
    ];
  }

  function draw(letter, [x, y]) {
    if (field.value.length > LONGEST) return;
    field.value += `${letter}${x} ${y}`;
    last = [x, y];
    show();
  }

  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    box.setPointerCapture(event.pointerId);
    const here = place(event);
    draw("M", here);
    draw("L", here); // a dot is a stroke too
  });
  box.addEventListener("pointermove", (event) => {
    if (!last || !box.hasPointerCapture(event.pointerId)) return;
    const here = place(event);
    if (Math.hypot(here[0] - last[0], here[1] - last[1]) >= STEP) draw("L", here);
  });
  box.addEventListener("pointerup", () => (last = null));
  box.addEventListener("pointercancel", () => (last = null));
  pad.querySelector("[data-anew]").addEventListener("click", () => {
    field.value = "";
    show();
  });
  show();
}

for (const pad of document.querySelectorAll("[data-draw]")) begin(pad);
