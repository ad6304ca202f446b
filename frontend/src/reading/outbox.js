// Letters of this person that the server may not have: kept under the paper's number, each with its one-time key.
import { pictureOf } from "./strokes.js";

const PREFIX = "qianliyan.reading.";
const AGAIN = 5000;
const LIMIT = 20000;

export class Outbox {
  constructor(person, storage = window.localStorage) {
    this.prefix = `${PREFIX}${person}.`;
    this.storage = storage;
    this.flights = new Map();
  }

  read(reader) {
    try {
      return JSON.parse(this.storage.getItem(this.prefix + reader));
    } catch {
      return null;
    }
  }

  // Tell whether this device could keep it.
  keep(reader, letter) {
    try {
      this.storage.setItem(this.prefix + reader, JSON.stringify(letter));
      return true;
    } catch {
      return false;
    }
  }

  forget(reader) {
    try {
      this.storage.removeItem(this.prefix + reader);
    } catch {
      // a browser that forbids storage has nothing to forget
    }
  }

  // What was already pressed and has no answer yet.
  waiting() {
    const readers = Object.keys(this.storage).filter((name) => name.startsWith(this.prefix));
    return readers.map((name) => name.slice(this.prefix.length)).filter((reader) => this.read(reader)?.pressed);
  }

  // One flight for each paper at a time; the key makes a repeated flight harmless.
  send(reader, letter) {
    if (!this.flights.has(reader)) {
      const flight = fly(letter).finally(() => this.flights.delete(reader));
      this.flights.set(reader, flight);
    }
    return this.flights.get(reader);
  }

  // Try again and again whatever waits, but for the paper on which somebody is writing.
  keepSending(status, here) {
    const again = async () => {
      const readers = this.waiting().filter((reader) => reader !== here);
      if (!readers.length) return;
      status.waiting(readers.length);
      for (const reader of readers) {
        const answer = await this.send(reader, this.read(reader));
        if (answer.outcome === "sent") this.forget(reader);
        else if (answer.outcome === "refused") this.keep(reader, { ...this.read(reader), pressed: false });
      }
      if (!this.waiting().some((reader) => reader !== here)) status.allSent();
    };
    again();
    window.addEventListener("online", again);
    setInterval(again, AGAIN);
  }
}

async function fly(letter) {
  const body = new FormData();
  body.set("once", letter.once ?? "");
  body.set("text", letter.text ?? "");
  if (letter.strokes?.length) body.set("strokes", await pictureOf(letter.strokes, letter.size), "strokes.png");
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), LIMIT);
  try {
    const headers = { Accept: "application/json", "X-CSRFToken": token() };
    const response = await fetch(letter.url, { method: "POST", body, headers, signal: abort.signal, credentials: "same-origin" });
    if (response.ok) return { outcome: "sent", ...(await response.json()) };
    if (response.status === 422) return { outcome: "refused", ...(await response.json()) };
    return { outcome: response.status === 401 || response.status === 403 ? "expired" : "away" };
  } catch {
    return { outcome: "away" };
  } finally {
    clearTimeout(limit);
  }
}

function token() {
  return document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}
