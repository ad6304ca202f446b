// Long words typed into any form are kept on this machine until the server has taken them, and offered on the next visit.
// That it has taken them it says with a cookie (core.middleware.TakenWords). The writing page has its own, better keeper.
import { fill, same, wordsOf } from "../editor/form.js";
import { Keeper, forgetOld } from "../editor/keeper.js";
import { button } from "../editor/status.js";
import { word } from "./words.js";

const KEEP_AFTER = 300;
const WORDS = "textarea, input[name=remark], input[name=reason]";
const keepers = new WeakMap();
const timers = new WeakMap();

function worthKeeping(form) {
  return form?.method === "post" && !form.matches("[data-editor], [data-no-warning]") && form.querySelector(WORDS);
}

function goalOf(form) {
  const { pathname, search } = new URL(form.getAttribute("action") ?? "", window.location.href);
  return pathname + search;
}

// Whose words, for which step on which thing, in which of its rounds.
function nameOf(form) {
  const goal = goalOf(form);
  const alike = [...document.forms].filter((other) => worthKeeping(other) && goalOf(other) === goal);
  return ["form", document.body.dataset.person, goal, form.dataset.keep, alike.indexOf(form)].join(".");
}

function begin(form) {
  if (!worthKeeping(form) || keepers.has(form)) return;
  const keeper = new Keeper(nameOf(form));
  keepers.set(form, keeper);
  const copy = keeper.found();
  if (!copy) return;
  if (same(copy.words, wordsOf(form))) keeper.forgetEarlier();
  else offer(form, keeper, copy.words);
}

function offer(form, keeper, words) {
  const notice = document.createElement("p");
  notice.className = "kept-words";
  notice.setAttribute("role", "status");
  const decide = (act) => () => {
    act();
    keeper.forgetEarlier();
    notice.remove();
  };
  const restore = () => {
    fill(form, words);
    keep(form);
  };
  notice.append(word("unsent"), button(word("restore"), decide(restore)), button(word("discard"), decide(() => {})));
  form.prepend(notice);
}

function keep(form) {
  clearTimeout(timers.get(form));
  keepers.get(form)?.keep(wordsOf(form));
}

function later(form) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form), KEEP_AFTER));
}

function forget(form) {
  clearTimeout(timers.get(form));
  keepers.get(form)?.forget();
}

function forgetTaken() {
  const [, name] = document.cookie.match(/(?:^|;\s*)kept=([^;]+)/) ?? [];
  if (!name) return;
  const keeper = new Keeper(decodeURIComponent(name));
  keeper.forget();
  keeper.forgetEarlier();
  document.cookie = "kept=; path=/; max-age=0; samesite=lax";
}

export function watchKeeping() {
  forgetOld();
  forgetTaken();
  const beginAll = () => [...document.forms].forEach(begin);
  beginAll();
  document.addEventListener("htmx:afterSettle", beginAll);
  document.addEventListener("input", ({ target }) => keepers.has(target.form) && later(target.form));
  document.addEventListener("submit", ({ target }) => keepers.has(target) && keep(target));
  document.addEventListener("formdata", (event) => {
    if (keepers.has(event.target)) event.formData.set("kept", encodeURIComponent(nameOf(event.target)));
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful && keepers.has(detail.elt)) forget(detail.elt);
  });
}
