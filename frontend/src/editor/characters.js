// The live size: all characters except white space, counted as people count them (code points).
// A title over the office's limit is said while it is typed, not only when it is handed over.
import { word } from "../app/words.js";

export function count(text) {
  return [...text.replace(/\s/gu, "")].length;
}

export function watchCharacters(form) {
  const place = form.querySelector("[data-characters]");
  const text = form.elements.namedItem("body");
  if (!place || !text) return;
  const title = form.elements.namedItem("title");
  const limit = Number(form.dataset.titleLimit ?? Infinity);
  const show = () => {
    const length = count(title?.value ?? "");
    place.textContent = `${length > limit ? word("titleOver", length, limit) : ""}${count(text.value)}${word("characters")}`;
    place.classList.toggle("bad", length > limit);
  };
  form.addEventListener("input", show);
  show();
}
