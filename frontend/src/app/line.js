// A form that leads to a new page is not let go while the line is down: the browser's own failure page would take its
// place. What the browser calls "offline" may be a machine whose server runs on itself, so the server is asked first.
import { tell } from "./notices.js";
import { word } from "./words.js";

async function answers() {
  try {
    await fetch(window.location.pathname, { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

async function tryAgain(form, submitter) {
  if (!(await answers())) {
    tell(word("offline"));
    return;
  }
  form.dataset.sure = "";
  form.requestSubmit(submitter);
  delete form.dataset.sure;
}

// Comes before what else listens to a form that is sent (its buttons must not go to rest).
export function watchLine() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (navigator.onLine || event.defaultPrevented || "sure" in form.dataset || form.method !== "post") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tryAgain(form, event.submitter);
  });
}
