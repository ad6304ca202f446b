// The writing page: paper instead of a text box, saved while one writes, kept on this machine until the server has it.
// Without this file the same form works as a plain one.
import { watchCharacters } from "./editor/characters.js";
import { showFindings } from "./editor/findings.js";
import { openPaper } from "./editor/paper.js";
import { keepSaving } from "./editor/saving.js";
import { walkFindings } from "./editor/walking.js";

function start(form) {
  const text = form.querySelector("textarea[name=body]");
  const paper = text && !text.readOnly && !text.disabled ? openPaper(text) : null;
  watchCharacters(form);
  keepSaving(form, paper);
  if (!paper) return;
  showFindings(paper);
  document.addEventListener("htmx:afterSettle", () => showFindings(paper));
  walkFindings(paper, form);
}

document.querySelectorAll("form[data-editor]").forEach(start);
