// Reading and filling the form: its words (what is kept locally) and its token.
const VERSION = ["version", "revision"]; // what a room calls the number of the working copy
const MACHINERY = new Set(["csrfmiddlewaretoken", "once", "next", "why", ...VERSION]);

export function closest(target, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

// The typed words by name; machinery, files and passwords stay out.
export function wordsOf(form) {
  const words = {};
  for (const element of form.elements) {
    if (!element.name || MACHINERY.has(element.name) || element.disabled) continue;
    if (element.matches("textarea, select:not([multiple]), input:not([type=hidden], [type=file], [type=password], [type=checkbox], [type=radio], [type=submit])")) {
      words[element.name] = element.value;
    }
  }
  return words;
}

export function fill(form, words) {
  for (const [name, value] of Object.entries(words)) {
    const element = form.elements.namedItem(name);
    if (!element || !("value" in element) || element.value === value) continue;
    element.value = value;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function same(one, other) {
  const clean = (value) => (value ?? "").replaceAll("\r\n", "\n").trimEnd();
  return Object.keys(one).every((name) => !(name in other) || clean(one[name]) === clean(other[name]));
}

// Signing in again in another window changes the token: the cookie knows the newer one.
export function token(form) {
  const cookie = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
  return cookie?.[1] ?? form.elements.namedItem("csrfmiddlewaretoken")?.value ?? "";
}

export function versionOf(form) {
  const field = VERSION.map((name) => form.elements.namedItem(name)).find(Boolean);
  return form.dataset.version ?? field?.value ?? "";
}

export function setVersion(form, version) {
  form.dataset.version = version;
  for (const name of VERSION) {
    const field = form.elements.namedItem(name);
    if (field) field.value = version;
  }
}
