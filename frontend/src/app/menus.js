// Menus close when one looks elsewhere: a click outside, Escape, the focus leaving.
function openMenus() {
  return document.querySelectorAll("details.menu[open]");
}

function onEscape() {
  for (const menu of openMenus()) {
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held) menu.querySelector("summary").focus();
  }
  if (document.querySelector(".rail:target")) window.location.hash = "page";
}

// A menu in which one has to write, and nothing can be chosen by a key, begins in its box.
function onOpen({ target }) {
  if (!target.matches?.("details.menu[open]") || target.querySelector(".menu-body [data-key]")) return;
  target.querySelector("[data-focus], textarea")?.focus();
}

export function watchMenus() {
  document.addEventListener("toggle", onOpen, true);
  const closeOthers = (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  };
  document.addEventListener("click", closeOthers);
  document.addEventListener("focusin", closeOthers);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onEscape();
  });
}
