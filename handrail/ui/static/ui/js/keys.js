// Single keys for those who type: never inside a text field, and off when the reader turned them off.
import { hide } from "./hide-screen.js";

const PAIR_MS = 1200;
const TYPING = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";
let first = "";
let firstAt = 0;

const visible = (element) => element.getClientRects().length > 0;
const off = () => document.documentElement.dataset.shortcuts === "off";

function press(keys) {
  const found = [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)].find(visible);
  found?.click();
  return Boolean(found);
}

function search() {
  const box = [...document.querySelectorAll("[data-search]")].find(visible);
  box?.focus();
  box?.select();
  return Boolean(box);
}

function row(step) {
  const all = [...document.querySelectorAll(".rows > li, tbody > tr")];
  const rows = all.filter((one) => visible(one) && one.querySelector("a, button"));
  const here = rows.findIndex((one) => one.contains(document.activeElement));
  const next = rows[here < 0 ? (step > 0 ? 0 : rows.length - 1) : here + step];
  next?.querySelector("a, button")?.focus();
  return Boolean(next);
}

function help() {
  const dialog = document.getElementById("keys-help");
  dialog?.showModal();
  return Boolean(dialog);
}

const OWN = { "/": search, "?": help, h: () => { hide(); return true; }, j: () => row(1), k: () => row(-1) };

function act(key) {
  const pair = first && Date.now() - firstAt < PAIR_MS ? `${first} ${key}` : "";
  first = "";
  if (pair && press(pair)) return true;
  if (OWN[key] ? OWN[key]() : press(key)) return true;
  first = key;
  firstAt = Date.now();
  return false;
}

document.addEventListener("keydown", (event) => {
  if (off() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key.length !== 1 || event.target.closest?.(TYPING) || document.querySelector("dialog[open]")) return;
  if (act(event.key)) event.preventDefault();
});
