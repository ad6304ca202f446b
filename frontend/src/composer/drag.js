// Dragging by the grip: the item changes places with the neighbour whose middle the pointer has passed.
import { move } from "./order.js";

function passed(item, y) {
  const above = item.previousElementSibling?.getBoundingClientRect();
  const below = item.nextElementSibling?.getBoundingClientRect();
  if (above && y < above.top + above.height / 2) return -1;
  if (below && y > below.top + below.height / 2) return 1;
  return 0;
}

function lift(list, item, on) {
  item.classList.toggle("lifted", on);
  list.classList.toggle("sorting", on);
}

export function dragWith(list, order) {
  let item = null;
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    item = grip.closest("li");
    grip.focus();
    list.setPointerCapture(event.pointerId);
    lift(list, item, true);
  });
  list.addEventListener("pointermove", (event) => {
    if (!item) return;
    const by = passed(item, event.clientY);
    if (by) move(item, by);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    list.addEventListener(end, () => {
      if (!item) return;
      lift(list, item, false);
      item.querySelector("[data-grip]").focus(); // moving the item took the focus away
      order.settle(item);
      item = null;
    });
  }
}
