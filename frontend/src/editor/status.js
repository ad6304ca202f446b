// The one line that says where the words are: on the server, on this machine, or only on the screen.
import { word } from "../app/words.js";

export function button(label, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "button small";
  element.textContent = label;
  element.addEventListener("click", act);
  return element;
}

export class Status {
  constructor(form) {
    this.place = form.querySelector("[data-saved]") ?? document.createElement("output");
    this.place.setAttribute("role", "status");
    if (!this.place.isConnected) form.append(this.place);
  }

  show(kind, text, ...more) {
    this.place.className = `saved ${kind}`;
    this.place.replaceChildren(text, ...more);
  }

  writing() {
    if (this.place.className === "saved good") this.place.className = "saved busy";
  }

  saved(at) {
    this.show("good", `✓ ${at} ${word("saved")}`);
  }

  away(kept, expired) {
    if (!kept) this.show("lost", word("lost"));
    else this.show("local", expired ? word("expired") : word("local"));
  }

  refused(sentence, kept) {
    this.show(kept ? "local" : "lost", `${word("refused")}：${sentence}${kept ? `（${word("kept")}）` : ""}`);
  }

  conflict(url) {
    const link = document.createElement("a");
    link.className = "button small";
    link.href = url;
    link.textContent = word("compare");
    this.show("local", word("conflict"), ...(url ? [link] : []));
  }

  // Stands beside the line until somebody decides; writing on does not take it away.
  offer(restore, discard) {
    const offer = document.createElement("span");
    offer.className = "saved local";
    offer.dataset.offer = "";
    const decide = (act) => () => {
      act();
      offer.remove();
    };
    offer.append(word("found"), button(word("restore"), decide(restore)), button(word("discard"), decide(discard)));
    this.place.after(offer);
  }
}
