// Sentences come from the page (components/scripts_texts.html), so that they are translated with everything else.
export function word(name, ...values) {
  const text = document.getElementById("words")?.dataset[`word${name[0].toUpperCase()}${name.slice(1)}`] ?? "";
  return values.reduce((sentence, value) => sentence.replace("%s", value), text);
}
