// What a click put elsewhere on the page is brought into view where it would be missed, as below a long list on a phone.
export function watchSwaps() {
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const shown = document.getElementById(event.detail.target.id);
    if (!shown?.matches("[data-into-view]")) return;
    const { top } = shown.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight - 80) shown.scrollIntoView({ block: "start", behavior: "smooth" });
  });
}
