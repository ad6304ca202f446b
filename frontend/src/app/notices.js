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

export function watchNotices() {
  document.addEventListener("click", (event) => {
    event.target.closest?.("[data-close]")?.closest("[data-notice]")?.remove();
  });
  document.addEventListener("htmx:sendError", () => tell(word("offline")));
  document.addEventListener("htmx:timeout", () => tell(word("offline")));
  document.addEventListener("htmx:responseError", () => tell(word("broken")));
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id === "notices") event.detail.target.scrollIntoView({ block: "nearest" });
  });
}
