// The area for files shows what was chosen and takes what is dragged onto it (the input lies over it).
function names(input) {
  return [...input.files].map((file) => {
    const row = document.createElement("span");
    row.className = "tag";
    row.textContent = file.name;
    return row;
  });
}

export function watchFiles() {
  document.addEventListener("change", (event) => {
    const area = event.target.matches?.('input[type="file"]') && event.target.closest("[data-upload]");
    if (area) area.querySelector("[data-chosen]").replaceChildren(...names(event.target));
  });
  for (const [kind, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    document.addEventListener(kind, (event) => {
      event.target.closest?.("[data-upload]")?.classList.toggle("over", over);
    });
  }
}
