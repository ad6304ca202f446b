// Ordering by hand, with the pointer or with Alt+↑/↓; the page's own buttons 上移/下移 do the same without scripts.
import { dragWith } from "./composer/drag.js";
import { move, Order } from "./composer/order.js";
import { dragFromStock } from "./composer/stock.js";

const started = new WeakSet();

function start(list) {
  if (started.has(list)) return;
  started.add(list);
  const order = new Order(list);
  dragWith(list, order);
  list.addEventListener("keydown", (event) => {
    const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const item = by && event.target.closest("li");
    if (!item || item.parentElement !== list) return;
    event.preventDefault();
    const held = document.activeElement;
    if (move(item, by)) order.settle(item);
    held.focus();
  });
}

document.querySelectorAll("ol[data-order]").forEach(start);
dragFromStock();
document.addEventListener("htmx:load", (event) => {
  event.detail.elt.querySelectorAll?.("ol[data-order]").forEach(start);
});
