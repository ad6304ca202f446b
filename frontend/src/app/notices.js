// Notices stay until somebody closes them; failures of the line become notices too.
import { word } from "./words.js";

export function tell(text, kind = "error") {
  const place = document.getElementById("notices");
  if (!place) return;
  const notice = document.createElement("div");
  notice.className = `notice ${kind}`;
  notice.dataset.notice = "";
  const body = document.createElement("div");
  body.className = "notice-body";
  body.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button small quiet";
  close.dataset.close = "";
  close.textContent = word("close");
  notice.append(body, close);
  place.replaceChildren(notice);
}

// What a page asks for by itself, while somebody writes or every few seconds: its failures are not his.
function unasked({ detail }) {
  const asked = ["submit", "click", "change"];
  return Boolean(detail.requestConfig) && !asked.includes(detail.requestConfig.triggeringEvent?.type);
}

function failed(event, name) {
  if (unasked(event)) return;
  tell(word(name));
  document.querySelector("#notices [data-notice]")?.setAttribute("data-line", "");
}

function forgetFailure() {
  document.querySelector("#notices [data-line]")?.remove();
}

export function watchNotices() {
  document.addEventListener("click", (event) => {
    event.target.closest?.("[data-close]")?.closest("[data-notice]")?.remove();
  });
  document.addEventListener("htmx:sendError", (event) => failed(event, "offline"));
  document.addEventListener("htmx:timeout", (event) => failed(event, "offline"));
  document.addEventListener("htmx:responseError", (event) => failed(event, "broken"));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.successful && forgetFailure());
  window.addEventListener("online", forgetFailure);
  // Signed out in the meantime: whoever is writing is told by his page (editor/status.js) and is not led away from it.
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (unasked(event) && event.detail.xhr.getResponseHeader("HX-Redirect")) event.preventDefault();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id === "notices") event.detail.target.scrollIntoView({ block: "nearest" });
  });
}
