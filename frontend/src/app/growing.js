// A title is one line of words that may need several lines of paper: its box grows, and Enter goes on to the text.
const grows = (element) => element.matches?.("textarea[data-grows]");

function fit(element) {
  if (CSS.supports("field-sizing", "content")) return;
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight}px`;
}

function next(element) {
  const all = [...element.form.elements].filter((other) => other.type !== "hidden" && !other.disabled);
  return all[all.indexOf(element) + 1];
}

export function watchGrowing() {
  document.addEventListener("input", ({ target }) => grows(target) && fit(target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || !grows(event.target)) return;
    event.preventDefault();
    const other = next(event.target);
    if (other?.offsetParent) other.focus();
    else document.querySelector(".cm-content")?.focus();
  });
  document.querySelectorAll("textarea[data-grows]").forEach(fit);
}
