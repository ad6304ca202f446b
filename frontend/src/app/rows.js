// j/k and the arrows walk the rows of [data-rows]; Enter opens the row, as with every link.
// data-rows="follow" opens each row as it is reached.
function rows() {
  return [...document.querySelectorAll("[data-rows] [data-row]")].filter((row) => row.offsetParent !== null);
}

function handle(row) {
  return row.matches("a, button, [tabindex]") ? row : row.querySelector("a, button");
}

function position(all) {
  const focused = all.findIndex((row) => row.contains(document.activeElement));
  return focused >= 0 ? focused : all.findIndex((row) => row.matches("[aria-current]") || row.querySelector("[aria-current]"));
}

export function walk(by) {
  const all = rows();
  if (!all.length) return false;
  const from = position(all);
  const next = all[Math.max(0, Math.min(all.length - 1, from < 0 ? 0 : from + by))];
  const target = handle(next);
  target?.focus();
  next.scrollIntoView({ block: "nearest" });
  if (next.closest("[data-rows]").dataset.rows === "follow") target?.click();
  return true;
}

function free(event) {
  const here = document.activeElement;
  return !event.defaultPrevented && (here === document.body || here?.id === "page" || here?.closest("[data-rows]"));
}

// After a step the next row is chosen by the server: the focus goes along, if it was in the list.
function followChosen() {
  const list = document.activeElement?.closest('[data-rows="follow"]');
  const chosen = list?.querySelector("[data-row][aria-current]");
  if (chosen && !chosen.contains(document.activeElement)) handle(chosen)?.focus();
}

export function watchRows() {
  document.addEventListener("htmx:afterSettle", followChosen);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches?.("input, textarea, select")) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && free(event) && walk(by)) event.preventDefault();
  });
}

// A list that scrolls by itself opens at the chosen row and not at its top.
export function showCurrentRow() {
  document.querySelector(".pane-scroll [data-row][aria-current]")?.scrollIntoView({ block: "nearest" });
}
