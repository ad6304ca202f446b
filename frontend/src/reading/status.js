// One line says what became of what was sent.
export function word(name) {
  const words = document.getElementById("reading-words")?.dataset ?? {};
  return words[`word${name[0].toUpperCase()}${name.slice(1)}`] ?? "";
}

export class Status {
  constructor() {
    this.line = document.querySelector("[data-status]");
    this.list = document.getElementById("reading-words")?.dataset.list ?? "/";
  }

  person() {
    return (document.querySelector("[data-dock]") ?? this.line)?.dataset.person;
  }

  say(text, good = false) {
    if (!this.line) return;
    this.line.textContent = text;
    this.line.classList.toggle("good", good);
    this.line.hidden = !text;
  }

  waiting(count) {
    this.said = true;
    this.say(word("waiting").replace("%s", String(count)));
  }

  allSent() {
    if (this.said) this.say(word("sent"), true);
    this.said = false;
  }
}
