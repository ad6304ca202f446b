// Puts the parts together: changes → copy on this machine → save → status; offers a copy found from an earlier visit.
import { fill, same, setVersion, versionOf, wordsOf } from "./form.js";
import { Keeper } from "./keeper.js";
import { post } from "./post.js";
import { Schedule } from "./schedule.js";
import { Status } from "./status.js";

const KEEP_AFTER = 300;

export function keepSaving(form) {
  if (!form.dataset.autosaveUrl) return;
  setVersion(form, versionOf(form));
  const status = new Status(form);
  const keeper = new Keeper(form.dataset.uid ?? form.dataset.autosaveUrl);
  const work = { form, status, keeper, changes: 0, acknowledged: 0, keepTimer: 0 };
  work.schedule = new Schedule({ send: () => save(work) });
  offerCopy(work);
  form.addEventListener("input", () => changed(work));
  form.addEventListener("change", () => changed(work));
  form.addEventListener("submit", (event) => onSubmit(work, event), true);
  form.addEventListener("savenow", (event) => pending(work) && event.detail.wait(work.schedule.fire()));
  window.addEventListener("online", () => pending(work) && work.schedule.fire());
  window.addEventListener("pageshow", (event) => event.persisted && work.schedule.resume());
  window.addEventListener("beforeunload", (event) => {
    if (pending(work) && !keepNow(work) && !work.sent) event.preventDefault();
  });
}

function pending(work) {
  return work.changes > work.acknowledged;
}

function keepNow(work) {
  clearTimeout(work.keepTimer);
  return work.keeper.keep(wordsOf(work.form), Number(work.form.dataset.version));
}

function changed(work) {
  work.changes += 1;
  work.status.writing();
  clearTimeout(work.keepTimer);
  work.keepTimer = setTimeout(() => keepNow(work), KEEP_AFTER);
  work.schedule.changed();
}

async function save(work) {
  const { form, status } = work;
  const changes = work.changes;
  const answer = await post(form);
  if (answer.outcome === "saved") acknowledge(work, changes, answer);
  else if (answer.outcome === "conflict") conflict(work, answer);
  else if (answer.outcome === "refused") status.refused(answer.error ?? "", keepNow(work));
  else status.away(keepNow(work), answer.expired);
  return answer.outcome;
}

function acknowledge(work, changes, answer) {
  work.acknowledged = changes;
  setVersion(work.form, answer.version);
  if (pending(work)) keepNow(work);
  else {
    clearTimeout(work.keepTimer);
    work.keeper.forget();
  }
  work.status.saved(answer.saved_at);
  work.form.dispatchEvent(new CustomEvent("saved", { bubbles: true, detail: answer }));
}

function conflict(work, answer) {
  keepNow(work);
  work.status.conflict(answer.conflict_url);
}

// A save under way would make the submitted version stale: let it finish first, then submit again.
function onSubmit(work, event) {
  if (work.schedule.flight && !work.waiting) {
    event.preventDefault();
    event.stopImmediatePropagation();
    work.waiting = true;
    work.schedule.flight.then(() => work.form.requestSubmit(event.submitter ?? undefined));
    return;
  }
  work.waiting = false;
  if (pending(work)) keepNow(work);
  work.schedule.stop();
  work.sent = true;
}

function offerCopy(work) {
  const copy = work.keeper.found();
  if (!copy) return;
  if (same(copy.words, wordsOf(work.form))) return work.keeper.forgetEarlier();
  work.status.offer(
    () => {
      fill(work.form, copy.words);
      keepNow(work);
      work.keeper.forgetEarlier();
    },
    () => work.keeper.forgetEarlier(),
  );
}
