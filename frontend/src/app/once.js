// A form with data-once is sent once: its buttons rest until there is an answer.
// (The server holds a one-time key as well; this only spares the second click.)
function rest(form, submitter) {
  for (const button of buttonsOf(form)) {
    if (!button.disabled) {
      button.disabled = true;
      button.dataset.resting = "";
    }
  }
  submitter?.setAttribute("aria-busy", "true");
}

function wake(form) {
  for (const button of buttonsOf(form)) {
    if ("resting" in button.dataset) {
      button.disabled = false;
      delete button.dataset.resting;
    }
    button.removeAttribute("aria-busy");
  }
}

function buttonsOf(form) {
  return [...form.elements].filter((element) => element.tagName === "BUTTON" && element.type === "submit");
}

export function watchSubmits() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    // After the browser has collected the fields, the pressed button's own value among them.
    if (form.matches("[data-once]")) setTimeout(() => rest(form, event.submitter));
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest?.("form[data-once]");
    if (form) setTimeout(() => wake(form)); // a line that is down answers before the buttons have gone to rest
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-once]").forEach(wake);
  });
}
