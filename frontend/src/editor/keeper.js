// The copy on this machine: every change goes here at once and is removed when the server has it.
const PREFIX = "qianliyan.text.";

const MONTH = 30 * 24 * 3600 * 1000;

export class Keeper {
  constructor(uid, storage = window.localStorage) {
    this.key = PREFIX + uid;
    this.earlier = `${this.key}.earlier`;
    this.storage = storage;
    this.holds = false; // whether the latest words are here
  }

  keep(words, version) {
    try {
      this.storage.setItem(this.key, JSON.stringify({ words, version, at: Date.now() }));
      this.holds = true;
    } catch {
      this.holds = false; // full, or forbidden
    }
    return this.holds;
  }

  // What an earlier visit left; it is laid aside, so that writing on does not overwrite it before somebody decides.
  found() {
    try {
      const left = this.storage.getItem(this.key);
      if (left) this.storage.setItem(this.earlier, left);
      this.storage.removeItem(this.key);
      const copy = JSON.parse(this.storage.getItem(this.earlier));
      return copy && Date.now() - copy.at < MONTH ? copy : null;
    } catch {
      return null;
    }
  }

  forget() {
    this.remove(this.key);
    this.holds = false;
  }

  forgetEarlier() {
    this.remove(this.earlier);
  }

  remove(key) {
    try {
      this.storage.removeItem(key);
    } catch {
      // a browser that forbids storage has nothing to forget
    }
  }
}

// Copies that nobody came back for in a month.
export function forgetOld(storage = window.localStorage) {
  try {
    for (const key of Object.keys(storage).filter((name) => name.startsWith(PREFIX))) {
      if (Date.now() - JSON.parse(storage.getItem(key)).at > MONTH) storage.removeItem(key);
    }
  } catch {
    // storage is forbidden, or holds something that is not ours to read
  }
}
