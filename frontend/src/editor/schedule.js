// When to save: a while after the last change, at the latest some seconds after the first one, and again and again,
// ever more patiently, while the server is away. Time and sending are given, so that it can be tested without waiting.
const CEILING = 4000;
const DELAY = 1500;
const PATIENCE = 60000;

export function backoff(failures) {
  return Math.min(PATIENCE, 1000 * 2 ** failures);
}

export class Schedule {
  constructor({ send, now = Date.now, later = (act, wait) => setTimeout(act, wait), never = (timer) => clearTimeout(timer) }) {
    Object.assign(this, { send, now, later, never });
    this.dirtySince = null;
    this.failures = 0;
    this.flight = null;
    this.stopped = false;
  }

  changed() {
    this.dirtySince ??= this.now();
    if (!this.flight && !this.failures) this.plan(Math.min(DELAY, this.dirtySince + CEILING - this.now()));
  }

  plan(wait) {
    this.never(this.timer);
    if (!this.stopped) this.timer = this.later(() => this.fire(), Math.max(0, wait));
  }

  // Save now; a save under way is waited for instead of doubled.
  fire() {
    this.never(this.timer);
    this.flight ??= this.once().finally(() => {
      this.flight = null;
    });
    return this.flight;
  }

  async once() {
    this.dirtySince = null;
    const outcome = await this.send();
    this.failures = outcome === "away" ? this.failures + 1 : 0;
    if (outcome === "conflict") this.stopped = true;
    if (outcome === "away") this.plan(backoff(this.failures));
    else if (this.dirtySince !== null) this.plan(DELAY);
    return outcome;
  }

  stop() {
    this.stopped = true;
    this.never(this.timer);
  }

  resume() {
    this.stopped = false;
  }
}
