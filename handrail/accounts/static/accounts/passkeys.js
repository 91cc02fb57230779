// What the pages with passkeys need beside allauth's own script: show them where they work, say kindly when one did not,
// and let "other people use this computer" count for a passkey too.
const works = Boolean(window.PublicKeyCredential && navigator.credentials);
for (const part of document.querySelectorAll("[data-needs-passkeys]")) part.hidden = !works;
for (const part of document.querySelectorAll("[data-without-passkeys]")) part.hidden = works;

const box = document.querySelector("input[type=checkbox][name=shared]");
const copy = document.querySelector("input[type=hidden][name=shared]");
if (box && copy) document.addEventListener("click", () => { copy.value = box.checked ? "on" : ""; }, true);

const troubles = [...document.querySelectorAll("[data-passkey-trouble]")];
const show = (name) => {
  const found = troubles.find((part) => part.dataset.passkeyTrouble === name) ?? troubles.find((part) => !part.dataset.passkeyTrouble);
  for (const part of troubles) part.hidden = part !== found;
};
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  show(event.detail.exception?.name ?? "");
});
