// On a phone the chosen paper takes the list's place; the way back is a plain link.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "desk-read") return;
  document.getElementById("desk").classList.add("chosen");
  if (window.matchMedia("(max-width: 1023px)").matches) window.scrollTo(0, 0);
});
