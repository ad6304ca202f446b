// The order of a list as the server knows it: sent after each move, put back when the server refuses.
import { tell } from "../app/notices.js";
import { word } from "../app/words.js";
import { token } from "../editor/form.js";

// What the order is made of: things by their number, headings of columns by their name.
const markOf = (item) => item.dataset.uid ?? (item.dataset.column === undefined ? "" : `#${item.dataset.column}`);

export function uidsOf(list) {
  return [...list.children].map(markOf).filter(Boolean);
}

export function move(item, by) {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return false;
  if (by < 0) other.before(item);
  else other.after(item);
  markEmpty(item.parentElement);
  return true;
}

// Which column is empty shows at once: the list is not drawn anew after a move.
function markEmpty(list) {
  for (const head of list.querySelectorAll("[data-column]")) {
    head.classList.toggle("empty-column", head.nextElementSibling?.dataset.uid === undefined);
  }
}

export class Order {
  constructor(list) {
    this.list = list;
    this.known = uidsOf(list);
    this.queue = Promise.resolve();
  }

  // After a move: say where the thing is now and tell the server, one order after the other.
  settle(item) {
    const uids = uidsOf(this.list);
    if (uids.join() === this.known.join()) return;
    this.say(word("moved", uids.filter((mark) => !mark.startsWith("#")).indexOf(item.dataset.uid) + 1));
    this.queue = this.queue.then(() => this.send(uids));
  }

  async send(uids) {
    const body = new FormData();
    for (const uid of uids) body.append("uid", uid);
    const form = this.list.closest("form") ?? document.querySelector("form[method=post]");
    const csrf = form ? token(form) : "";
    if (this.list.dataset.version) body.set("version", this.list.dataset.version);
    const headers = { Accept: "application/json", "X-CSRFToken": csrf };
    const answer = await fetch(this.list.dataset.orderUrl, { method: "POST", body, headers }).catch(() => null);
    if (!answer?.ok) return this.putBack(answer);
    this.known = uids;
    const data = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (data.version !== undefined) this.list.dataset.version = data.version;
    this.list.dispatchEvent(new CustomEvent("ordered", { bubbles: true, detail: data }));
  }

  async putBack(answer) {
    const items = new Map([...this.list.children].map((item) => [markOf(item), item]));
    for (const uid of this.known) if (items.has(uid)) this.list.append(items.get(uid));
    markEmpty(this.list);
    const data = await answer?.json?.().catch(() => ({}));
    tell(data?.error || word("orderFailed"));
  }

  say(text) {
    let voice = document.getElementById("order-voice");
    if (!voice) {
      voice = document.createElement("p");
      voice.id = "order-voice";
      voice.className = "visually-hidden";
      voice.setAttribute("aria-live", "polite");
      document.body.append(voice);
    }
    voice.textContent = text;
  }
}
