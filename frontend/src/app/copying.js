// A button with data-copy puts the text of the element with that id on the clipboard and says so on itself.
const SHOWN = 1500;

async function copy(button) {
  const text = document.getElementById(button.dataset.copy)?.textContent ?? "";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    selectAll(document.getElementById(button.dataset.copy));
    document.execCommand("copy");
  }
  button.setAttribute("data-copied", "");
  setTimeout(() => button.removeAttribute("data-copied"), SHOWN);
}

// An office's browser without a secure connection has no clipboard; the selection works everywhere.
function selectAll(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

export function watchCopying() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) copy(button);
  });
}
