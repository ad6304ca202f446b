// On a phone the chosen paper takes the list's place; the way back is a plain link.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "desk-read") return;
  document.getElementById("desk").classList.add("chosen");
  if (window.matchMedia("(max-width: 1023px)").matches) window.scrollTo(0, 0);
});

// One tick for the whole page of the list.
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-pick-all]")) return;
  for (const box of document.querySelectorAll('#desk-rows input[name="pick"]')) box.checked = event.target.checked;
});

// What opens to be written in is written in at once.
document.addEventListener("toggle", (event) => event.target.open && event.target.querySelector?.("[data-focus]")?.focus(), true);
