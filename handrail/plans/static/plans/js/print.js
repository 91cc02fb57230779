// The page on paper: plans.css says how it looks there.
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
