// Findings stand in the list beside the paper; the paper only gets a thin underline at the same place.
// A finding is any element with data-finding, data-start and data-end (code points of the body) and data-severity.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import { unitsBefore } from "./positions.js";

const setFindings = StateEffect.define();
const setNow = StateEffect.define();

export const findings = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setFindings));
    return set ? set.value : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

// The place of the finding that is looked at now.
export const current = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setNow));
    return set ? set.value : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function rangeOf(element, text, look) {
  const { start, end, quote, severity = "advice" } = element.dataset;
  const [from, to] = [unitsBefore(text, Number(start)), unitsBefore(text, Number(end))];
  const moved = quote !== undefined && text.slice(from, to) !== quote; // typed on since the check
  return from < to && !moved ? Decoration.mark({ tagName: "mark", class: look ?? severity }).range(from, to) : null;
}

export function showFindings(paper) {
  const text = paper.text();
  const elements = [...document.querySelectorAll("[data-finding][data-start][data-end]:not([data-part=title])")];
  const ranges = elements.map((element) => rangeOf(element, text)).filter(Boolean);
  paper.view.dispatch({ effects: setFindings.of(Decoration.set(ranges, true)) });
}

export function markNow(paper, element) {
  const range = element && element.dataset.part !== "title" ? rangeOf(element, paper.text(), "finding-now") : null;
  paper.view.dispatch({ effects: setNow.of(range ? Decoration.set([range]) : Decoration.none) });
}
