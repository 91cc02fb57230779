// Copying a link, printing a page: buttons that are there only where the browser can do it.
for (const button of document.querySelectorAll("[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value);
    button.querySelector("span").textContent = button.dataset.copied;
    document.getElementById("announce").textContent = button.dataset.copied;
  });
}
for (const field of document.querySelectorAll("[data-select-all]")) field.addEventListener("focus", () => field.select());
for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
