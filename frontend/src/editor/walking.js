// Walking through the findings beside the paper, taking over a fix or a placeholder, setting one aside with a reason.
// F8 and Shift+F8 walk, Ctrl+. takes over, Ctrl+, goes to the reason, F9 opens the verification list.
import { closest } from "./form.js";
import { markNow } from "./findings.js";
import { unitsBefore } from "./positions.js";

function all() {
  return [...document.querySelectorAll("#findings [data-finding]")];
}

function now() {
  return all().find((finding) => finding.open);
}

// Where a walk by one step leads; from nowhere it begins at the first or the last.
export function stepFrom(place, by, length) {
  if (!length) return -1;
  if (place < 0) return by > 0 ? 0 : length - 1;
  return (place + by + length) % length;
}

function showPlace(finding, paper, form) {
  const { part, start, end } = finding.dataset;
  if (part !== "title") return paper.show(Number(start), Number(end));
  const title = form.elements.namedItem("title");
  title.focus();
  title.setSelectionRange(unitsBefore(title.value, Number(start)), unitsBefore(title.value, Number(end)));
}

function walk(by, paper, form) {
  const findings = all();
  const next = findings[stepFrom(findings.indexOf(now()), by, findings.length)];
  if (!next) return;
  openOnly(next);
  next.scrollIntoView({ block: "nearest" });
  showPlace(next, paper, form);
}

// One is open at a time; the one that is open is marked in the paper.
function openOnly(finding) {
  for (const other of all()) other.open = other === finding;
}

function opened(finding, paper) {
  if (finding.open) openOnly(finding);
  markNow(paper, now());
}

function changeOf(finding, text) {
  const { part, start, end, fix, placeholder } = finding.dataset;
  if (part === "title" && fix === undefined) return { from: text.length, to: text.length, insert: `\n${placeholder}` };
  const [from, to] = [unitsBefore(text, Number(start)), unitsBefore(text, Number(end))];
  return fix === undefined ? { from: to, to, insert: placeholder } : { from, to, insert: fix };
}

// A fix of the title changes the title; a placeholder for the whole text goes to its end.
function apply(finding, paper, form) {
  const { part, fix, placeholder, quote, start, end } = finding.dataset;
  if (fix === undefined && !placeholder) return;
  const title = form.elements.namedItem("title");
  if (part === "title" && fix !== undefined) {
    const [from, to] = [unitsBefore(title.value, Number(start)), unitsBefore(title.value, Number(end))];
    if (title.value.slice(from, to) !== quote) return;
    title.setRangeText(fix, from, to, "end");
    title.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  const change = changeOf(finding, paper.text());
  if (part !== "title" && fix !== undefined && paper.text().slice(change.from, change.to) !== quote) return;
  paper.change(change);
}

// The verification list works on the saved text: what was typed a moment ago is saved before the page is left.
async function follow(link, form) {
  let saving = Promise.resolve();
  form.dispatchEvent(new CustomEvent("savenow", { detail: { wait: (promise) => (saving = promise) } }));
  await saving.catch(() => {});
  window.location.assign(link.href);
}

const KEYS = { "F8": 1, "Shift+F8": -1 };

function onKey(event, paper, form) {
  const name = `${event.shiftKey ? "Shift+" : ""}${event.key}`;
  const ctrl = event.ctrlKey || event.metaKey;
  if (KEYS[name] && !ctrl && !event.altKey) walk(KEYS[name], paper, form);
  else if (event.key === "F9" && !ctrl) document.querySelector("[data-verification]")?.click();
  else if (ctrl && event.key === "." && now()) apply(now(), paper, form);
  else if (ctrl && event.key === "," && now()) now().querySelector("[data-reason]")?.focus();
  else return;
  event.preventDefault();
}

// The list was checked anew: what was open stays open.
function reopen(mark) {
  const same = mark && document.getElementById(`finding-${mark}`);
  if (same) same.open = true;
}

export function walkFindings(paper, form) {
  let mark = "";
  document.addEventListener("keydown", (event) => onKey(event, paper, form));
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("#findings [data-finding]")) opened(event.target, paper);
  }, true);
  document.addEventListener("click", (event) => {
    const step = closest(event.target, "[data-walk]");
    const taken = closest(event.target, "[data-apply]");
    const finding = closest(event.target, "#findings [data-finding]");
    const list = closest(event.target, "[data-verification]");
    if (list && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      follow(list, form);
    } else if (step) walk(Number(step.dataset.walk), paper, form);
    else if (taken) apply(finding, paper, form);
    else if (finding && closest(event.target, "summary") && !finding.open) showPlace(finding, paper, form);
  });
  document.addEventListener("htmx:beforeSwap", () => (mark = now()?.dataset.mark ?? ""));
  document.addEventListener("htmx:afterSettle", () => reopen(mark));
  paper.onMark((at) => {
    const finding = all().find((one) => one.dataset.part !== "title" && at >= unitsBefore(paper.text(), Number(one.dataset.start)) && at <= unitsBefore(paper.text(), Number(one.dataset.end)));
    if (!finding) return;
    openOnly(finding);
    finding.scrollIntoView({ block: "nearest" });
  });
}
