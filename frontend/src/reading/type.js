// A− A＋: how large the text is, remembered on this device.
const KEY = "qianliyan.type";
const MOST = 4;

export function watchType() {
  const buttons = document.querySelectorAll("[data-size]");
  if (!buttons.length) return;
  const root = document.documentElement;
  root.dataset.type = read() ?? "";
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const now = root.dataset.type === "" ? 1 : Number(root.dataset.type);
      root.dataset.type = String(Math.min(MOST, Math.max(0, now + Number(button.dataset.size))));
      write(root.dataset.type);
    });
  }
}

function read() {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(size) {
  try {
    window.localStorage.setItem(KEY, size);
  } catch {
    // it is only remembered until the page is left
  }
}
