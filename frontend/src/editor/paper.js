// The paper: CodeMirror in place of the text box, which stays the truth and gets every change at once.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { word } from "../app/words.js";
import { layout } from "./decorations.js";
import { current, findings } from "./findings.js";
import { unitsBefore } from "./positions.js";

const ours = new Set(["Mod-Enter", "Shift-Mod-k"]); // Ctrl+Enter presses the primary button
const keys = [...defaultKeymap, ...historyKeymap].filter((binding) => !ours.has(binding.key));

const look = EditorView.theme({
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflow: "visible" },
  ".cm-content": { padding: "0", minHeight: "16em" },
  ".cm-line": { padding: "0", textIndent: "2em" },
  ".cm-line.cm-flush": { textIndent: "0" },
  ".cm-placeholder": { color: "var(--ink-3)", textIndent: "0" },
});

function labelOf(text) {
  return text.labels?.[0]?.textContent.trim() || text.getAttribute("aria-label") || word("body");
}

function attributes(text) {
  const described = text.getAttribute("aria-describedby");
  return {
    "aria-label": labelOf(text),
    spellcheck: "false",
    lang: "zh-Hans",
    ...(described ? { "aria-describedby": described } : {}),
    ...(text.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
  };
}

// Letters that an input method has not yet turned into characters are not text and are not saved.
function sync(text) {
  const give = (view) => {
    const value = view.state.doc.toString();
    if (value === text.value) return;
    text.value = value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return [
    EditorView.updateListener.of((update) => update.docChanged && !update.view.composing && give(update.view)),
    EditorView.domEventHandlers({ compositionend: (event, view) => void setTimeout(() => give(view)) }),
  ];
}

function extensions(text) {
  return [
    history(),
    keymap.of(keys),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(document.querySelector("meta[name=csp-nonce]")?.content ?? ""),
    EditorView.contentAttributes.of(attributes(text)),
    placeholder(text.placeholder),
    layout,
    findings,
    current,
    look,
    sync(text),
  ];
}

export function openPaper(text) {
  const holder = document.createElement("div");
  holder.className = "paper-text";
  // The text box says what has changed; the paper itself would also speak of letters that are not text yet.
  holder.addEventListener("input", (event) => event.stopPropagation());
  text.after(holder);
  text.hidden = true;
  text.required = false; // a hidden box cannot be pointed at; the server says what is missing
  const state = EditorState.create({ doc: text.value, extensions: extensions(text) });
  const view = new EditorView({ state, parent: holder });
  text.labels?.forEach((label) => label.addEventListener("click", () => view.focus()));
  text.addEventListener("input", () => takeOver(view, text.value));
  if (text.autofocus) view.focus();
  return {
    view,
    text: () => view.state.doc.toString(),
    show: (start, end) => show(view, start, end),
    change: (change) => put(view, change),
    onMark: (act) => view.contentDOM.addEventListener("click", (event) => onMark(view, event, act)),
  };
}

// Somebody else filled the text box (restoring, inserting): the paper follows, and undo takes it back.
function takeOver(view, value) {
  const now = view.state.doc.toString();
  if (value.replaceAll("\r\n", "\n") === now) return;
  view.dispatch({ changes: { from: 0, to: now.length, insert: value } });
}

function put(view, change) {
  view.dispatch({ changes: change, selection: { anchor: change.from, head: change.from + change.insert.length }, scrollIntoView: true });
  view.focus();
}

// A click on an underlined word says which place is meant.
function onMark(view, event, act) {
  if (event.target.closest("mark")) act(view.posAtCoords({ x: event.clientX, y: event.clientY }));
}

function show(view, start, end) {
  const text = view.state.doc.toString();
  const [anchor, head] = [unitsBefore(text, start), unitsBefore(text, end)];
  view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  view.focus();
}
