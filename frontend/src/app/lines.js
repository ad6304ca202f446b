// A link to a line of a text (#line-12) puts the cursor there, in the page's one large text field.
export function goToLine() {
  const line = /^#line-(\d+)$/.exec(window.location.hash);
  const text = document.querySelector("textarea[data-lines]");
  if (!line || !text) return;
  const before = text.value.split("\n").slice(0, Number(line[1]) - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  const end = text.value.indexOf("\n", start);
  text.focus();
  text.setSelectionRange(start, end < 0 ? text.value.length : end);
  const height = Number.parseFloat(getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, (before.length - 4) * height);
}
