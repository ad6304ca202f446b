// A box with data-tick-all ticks every other box of its fieldset, and follows them.
function boxesOf(all) {
  return [...all.closest("fieldset").querySelectorAll('input[type="checkbox"]')].filter((box) => box !== all);
}

function follow(all) {
  const boxes = boxesOf(all);
  const ticked = boxes.filter((box) => box.checked).length;
  all.checked = ticked > 0 && ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
}

export function watchTicking() {
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.matches?.("[data-tick-all]")) {
      for (const other of boxesOf(box)) other.checked = box.checked;
      return;
    }
    const all = box.closest?.("fieldset")?.querySelector("[data-tick-all]");
    if (all) follow(all);
  });
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-tick-all]").forEach(follow));
}
