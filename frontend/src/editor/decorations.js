// How the paper looks while one writes: indented first lines and headings in their typefaces, only for what is in view.
import { Decoration, ViewPlugin } from "@codemirror/view";
import { heading } from "./headings.js";

const flush = Decoration.line({ class: "cm-flush" });
const wholes = [1, 2, 3, 4].map((level) => Decoration.line({ class: `level-${level}` }));
const leads = [1, 2, 3, 4].map((level) => Decoration.mark({ class: `lead level-${level}` }));

function ofLine(line) {
  const marks = [];
  if (/^[\s\u3000]/.test(line.text)) marks.push(flush.range(line.from));
  const found = heading(line.text);
  if (found?.end === line.length) marks.push(wholes[found.level - 1].range(line.from));
  else if (found) marks.push(leads[found.level - 1].range(line.from, line.from + found.end));
  return marks;
}

function inView(view) {
  const ranges = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      ranges.push(...ofLine(line));
      at = line.to + 1;
    }
  }
  return Decoration.set(ranges, true);
}

export const layout = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = inView(view);
    }

    // While an input method composes, nothing around its letters may be redrawn; afterwards the line is looked at again.
    update(update) {
      this.stale ||= update.docChanged || update.viewportChanged;
      if (update.view.composing) this.decorations = this.decorations.map(update.changes);
      else if (this.stale) this.decorations = inView(update.view);
      this.stale &&= update.view.composing;
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    eventHandlers: { compositionend: (event, view) => void setTimeout(() => view.dispatch({})) },
  },
);
