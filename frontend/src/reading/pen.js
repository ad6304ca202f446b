// The field for the pen: pointer events from pen, finger and mouse; a palm beside a pen draws nothing.
import { draw } from "./strokes.js";

export class Pen {
  constructor(place, changed) {
    this.place = place;
    this.canvas = place.querySelector("[data-canvas]");
    this.changed = changed;
    this.strokes = [];
    this.penSeen = false;
    this.canvas.addEventListener("pointerdown", (event) => this.begin(event));
    this.canvas.addEventListener("pointermove", (event) => this.go(event));
    for (const end of ["pointerup", "pointercancel"]) this.canvas.addEventListener(end, () => this.end());
    place.querySelector("[data-undo]").addEventListener("click", () => this.set(this.strokes.slice(0, -1)));
    place.querySelector("[data-clear]").addEventListener("click", () => this.set([]));
    window.addEventListener("resize", () => this.show());
  }

  get size() {
    const box = this.canvas.getBoundingClientRect();
    return [Math.max(1, Math.round(box.width)), Math.max(1, Math.round(box.height))];
  }

  open(shown) {
    this.place.hidden = !shown;
    if (shown) this.show();
  }

  set(strokes) {
    this.strokes = strokes;
    this.show();
    this.changed();
  }

  begin(event) {
    if (event.pointerType === "pen") this.penSeen = true;
    if (this.penSeen && event.pointerType === "touch") return;
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.strokes = [...this.strokes, [pointOf(event)]];
  }

  go(event) {
    if (event.pointerId !== this.pointer) return;
    const moves = event.getCoalescedEvents?.() ?? [];
    this.strokes.at(-1).push(...(moves.length ? moves : [event]).map(pointOf));
    this.show();
  }

  end() {
    if (this.pointer === undefined) return;
    this.pointer = undefined;
    this.show();
    this.changed();
  }

  show() {
    if (this.place.hidden) return;
    const [width, height] = this.size;
    const sharp = window.devicePixelRatio || 1;
    this.canvas.width = width * sharp;
    this.canvas.height = height * sharp;
    const context = this.canvas.getContext("2d");
    context.scale(sharp, sharp);
    draw(context, this.strokes);
  }
}

function pointOf(event) {
  return [Math.round(event.offsetX), Math.round(event.offsetY)];
}
