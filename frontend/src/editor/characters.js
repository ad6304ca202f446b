// The live size: all characters except white space, counted as people count them (code points).
import { word } from "../app/words.js";

export function count(text) {
  return [...text.replace(/\s/gu, "")].length;
}

export function watchCharacters(form) {
  const place = form.querySelector("[data-characters]");
  const text = form.elements.namedItem("body");
  if (!place || !text) return;
  const show = () => {
    place.textContent = `${count(text.value)}${word("characters")}`;
  };
  form.addEventListener("input", show);
  show();
}
