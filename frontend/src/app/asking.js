// A step that cannot be taken back, begun by a single key, asks once on its own button: Enter takes it, Escape or going elsewhere does not.
export function asks(button) {
  if (!button.dataset.ask) return false;
  if ("asked" in button.dataset) return true;
  const before = [...button.childNodes];
  const leave = (event) => event.key === "Escape" && button.blur();
  button.dataset.asked = "";
  button.textContent = button.dataset.ask;
  button.addEventListener("keydown", leave);
  button.addEventListener(
    "blur",
    () => {
      delete button.dataset.asked;
      button.replaceChildren(...before);
      button.removeEventListener("keydown", leave);
    },
    { once: true },
  );
  button.focus();
  return true;
}
