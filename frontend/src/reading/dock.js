// Where a leader writes: every word and stroke is kept at once, restored on return, sent until there is an answer.
import { Pen } from "./pen.js";
import { word } from "./status.js";

export function watchDock(dock, outbox, status) {
  const form = dock.querySelector("[data-kind=instruction]");
  const desk = { dock, form, outbox, status, reader: dock.dataset.reader, text: form.elements.text };
  desk.pen = new Pen(dock.querySelector("[data-pen]"), () => keep(desk));
  desk.once = form.elements.once.value;
  restore(desk);
  desk.text.addEventListener("input", () => keep(desk));
  dock.querySelector("[data-open-pen]").addEventListener("click", () => openPen(desk, desk.pen.place.hidden));
  dock.querySelector("[data-fold]").addEventListener("click", () => openPen(desk, false));
  for (const button of dock.querySelectorAll("[data-phrase]")) button.addEventListener("click", () => add(desk, button.dataset.phrase));
  form.addEventListener("submit", (event) => press(desk, event, form));
  const circle = dock.querySelector("[data-kind=circle]");
  circle.addEventListener("submit", (event) => (written(desk) ? refuse(desk, event) : press(desk, event, circle)));
  window.addEventListener("online", () => desk.pressed && send(desk));
  setInterval(() => desk.pressed && send(desk), 5000);
}

function written(desk) {
  return desk.text.value.trim() || desk.pen.strokes.length;
}

function letter(desk) {
  const { pen, text, once, pressed, url } = desk;
  return { once, text: text.value, strokes: pen.strokes, size: pen.strokes.length ? desk.size : null, pressed, url, at: Date.now() };
}

function keep(desk) {
  if (!desk.pen.place.hidden) desk.size = desk.pen.size;
  grow(desk.text);
  if (!written(desk) && !desk.pressed) return desk.outbox.forget(desk.reader);
  return desk.outbox.keep(desk.reader, letter(desk));
}

function restore(desk) {
  const left = desk.outbox.read(desk.reader);
  if (!left) return;
  desk.text.value = left.text ?? "";
  desk.once = left.once || desk.once;
  desk.size = left.size;
  if (left.strokes?.length) {
    desk.pen.strokes = left.strokes;
    openPen(desk, true);
  }
  grow(desk.text);
  if (left.pressed) {
    desk.pressed = true;
    desk.url = left.url;
    send(desk);
  }
}

function openPen(desk, shown) {
  desk.pen.open(shown);
  desk.dock.querySelector("[data-open-pen]").setAttribute("aria-expanded", String(shown));
}

function add(desk, phrase) {
  const before = desk.text.value;
  desk.text.value = before && !/[\s，。；]$/.test(before) ? `${before}；${phrase}` : before + phrase;
  desk.text.focus();
  keep(desk);
}

function grow(area) {
  area.rows = Math.min(6, Math.max(area.value.split("\n").length, Math.ceil(area.value.length / 26), 1));
}

function refuse(desk, event) {
  event.preventDefault();
  desk.status.say(word("unsent"));
}

function press(desk, event, form) {
  event.preventDefault();
  desk.pressed = true;
  desk.url = form.action;
  desk.kept = keep(desk);
  send(desk);
}

async function send(desk) {
  desk.status.say(word("sending"), true);
  const answer = await desk.outbox.send(desk.reader, letter(desk));
  if (answer.outcome === "sent") {
    desk.outbox.forget(desk.reader);
    desk.pressed = false;
    return window.location.assign(answer.next ? new URL(`../${answer.next}/`, window.location.href) : desk.status.list);
  }
  if (answer.outcome === "refused") {
    desk.pressed = false;
    keep(desk);
    return desk.status.say(answer.error);
  }
  return desk.status.say(desk.kept === false ? word("lost") : word(answer.outcome === "expired" ? "expired" : "kept"));
}
