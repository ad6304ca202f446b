// Warn before leaving a page with typed text that was not sent. The editor has its own, better keeper.
const typed = new Set();

function watched(element) {
  const form = element.closest?.("form");
  if (!form || form.method !== "post" || form.matches("[data-editor], [data-no-warning]")) return null;
  return element.matches("textarea") ? form : null;
}

export function watchLeaving() {
  document.addEventListener("input", (event) => {
    const form = watched(event.target);
    if (form) typed.add(form);
  });
  document.addEventListener("submit", (event) => typed.delete(event.target));
  document.addEventListener("reset", (event) => typed.delete(event.target));
  window.addEventListener("beforeunload", (event) => {
    const unsent = [...typed].some((form) => form.isConnected && [...form.elements].some(hasText));
    if (unsent) event.preventDefault();
  });
}

function hasText(element) {
  return element.tagName === "TEXTAREA" && element.value.trim() !== element.defaultValue.trim();
}
