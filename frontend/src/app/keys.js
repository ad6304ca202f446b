// Keys: data-key="a" presses a button, follows a link or enters a field; "g d" is a sequence; "?" shows the list.
// Single keys can be switched off in that list (WCAG 2.1.4) and rest while somebody types.
import { asks } from "./asking.js";
import { toggleKeys } from "./keylist.js";
import { walk } from "./rows.js";
import { matching } from "./sequence.js";

const WAIT = 1200; // ms between the keys of a sequence
let pressed = [];
let timer = 0;

export function keysAreOff() {
  return localStorage.getItem("qianliyan.keys") === "off";
}

function typing(element) {
  return element.isContentEditable || element.matches?.("input:not([type=checkbox], [type=radio]), textarea, select");
}

// Newer browsers lay out what a closed <details> holds; its keys rest all the same.
function folded(element) {
  const closed = element.closest("details:not([open])");
  return closed && element.closest("summary")?.parentElement !== closed;
}

// While a menu is open its own keys work and no others: who begins to write a reason must not adopt the item.
function visible() {
  const menu = document.querySelector("details.menu[open]");
  return [...(menu ?? document).querySelectorAll("[data-key]")].filter((element) => !element.disabled && !folded(element) && element.getClientRects().length);
}

function act(element) {
  if (element.matches("input, textarea, select")) {
    element.focus();
    element.select?.();
  } else if (!asks(element)) {
    element.click();
  }
}

function forget() {
  clearTimeout(timer);
  pressed = [];
}

function press(key) {
  clearTimeout(timer);
  const { found, pressed: rest } = matching(visible(), [...pressed, key], (element) => element.dataset.key);
  pressed = rest;
  timer = setTimeout(forget, WAIT);
  if (found) act(found);
  else if (document.querySelector("details.menu[open]")) return false;
  else if (!rest.length && (key === "j" || key === "k")) return walk(key === "j" ? 1 : -1);
  return Boolean(found) || rest.length > 0;
}

function onKey(event) {
  if (event.isComposing || event.defaultPrevented || event.altKey) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") return pressPrimary(event);
  if (event.ctrlKey || event.metaKey || typing(event.target) || event.key.length !== 1) return;
  if (event.key === "?") {
    event.preventDefault();
    toggleKeys(visible());
  } else if (!keysAreOff() && event.key !== " " && press(event.key.toLowerCase())) {
    event.preventDefault();
  }
}

function pressPrimary(event) {
  const inside = event.target.closest?.("form")?.querySelector("[data-primary]");
  const button = inside ?? document.querySelector("[data-primary]");
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
}

export function watchKeys() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-keys]")) toggleKeys(visible());
  });
}
