// The list of this page's keys, with the switch for single keys.
import { word } from "./words.js";

function term(keys) {
  const dt = document.createElement("dt");
  for (const key of keys.split(" ")) {
    const kbd = document.createElement("kbd");
    kbd.textContent = key.length === 1 ? key.toUpperCase() : key;
    dt.append(kbd, " ");
  }
  return dt;
}

function line(keys, text) {
  const dd = document.createElement("dd");
  dd.textContent = text;
  return [term(keys), dd];
}

function labelOf(element) {
  if (element.dataset.keyLabel) return element.dataset.keyLabel;
  const copy = element.cloneNode(true);
  copy.querySelectorAll("kbd, .count, small").forEach((part) => part.remove());
  return copy.textContent.trim() || element.getAttribute("aria-label") || "";
}

function head() {
  const row = document.createElement("div");
  row.className = "card-head";
  const title = document.createElement("h2");
  title.textContent = word("keys");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button quiet small";
  close.textContent = word("close");
  close.addEventListener("click", () => document.getElementById("keys").remove());
  row.append(title, close);
  return row;
}

function offSwitch() {
  const label = document.createElement("label");
  label.className = "choice card-foot";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = localStorage.getItem("qianliyan.keys") !== "off";
  box.addEventListener("change", () => localStorage.setItem("qianliyan.keys", box.checked ? "on" : "off"));
  label.append(box, word("single"));
  return label;
}

export function toggleKeys(elements) {
  const shown = document.getElementById("keys");
  if (shown) return shown.remove();
  const panel = document.createElement("section");
  panel.id = "keys";
  panel.className = "keys";
  panel.setAttribute("aria-label", word("keys"));
  const list = document.createElement("dl");
  for (const element of elements) list.append(...line(element.dataset.key, labelOf(element)));
  if (document.querySelector("[data-rows]")) list.append(...line("J K ↑ ↓", word("walk")), ...line("⏎", word("open")));
  if (document.querySelector("[data-primary]")) list.append(...line("Ctrl ⏎", labelOf(document.querySelector("[data-primary]"))));
  list.append(...line("?", word("help")));
  panel.append(head(), list, offSwitch());
  document.body.append(panel);
  panel.querySelector("button").focus();
}
