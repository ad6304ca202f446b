// Dragging a ready draft from the stock into the order, or onto the pages, where it comes last.
const entries = (list) => [...list.children].filter((item) => item.dataset.uid || item.dataset.column !== undefined);

// The entry or heading in front of which the pointer stands; nothing below the last one.
function following(list, y) {
  return entries(list).find((item) => {
    const box = item.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
}

function columnAbove(list, item) {
  const all = entries(list);
  const above = all.slice(0, item ? all.indexOf(item) : all.length).reverse();
  return above.find((one) => one.dataset.column !== undefined)?.dataset.column ?? "";
}

function over(element, event) {
  const box = element?.getBoundingClientRect();
  return box && event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
}

class Drag {
  constructor(offer, event) {
    this.offer = offer;
    this.slot = document.createElement("li");
    this.slot.className = "slot";
    this.slot.textContent = offer.querySelector(".title").textContent;
    this.ghost = offer.cloneNode(true);
    this.ghost.className = "stock-ghost";
    this.ghost.setAttribute("aria-hidden", "true");
    for (const part of this.ghost.querySelectorAll("form, [data-stock-grip]")) part.remove();
    document.body.append(this.ghost);
    this.follow(event);
  }

  get list() {
    return document.getElementById("order");
  }

  follow(event) {
    this.ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`;
    const pages = document.getElementById("pages");
    this.slot.remove();
    if (over(this.list.parentElement, event) && event.clientY < this.offer.parentElement.getBoundingClientRect().top) {
      this.list.insertBefore(this.slot, following(this.list, event.clientY) ?? null);
    } else if (over(pages, event)) this.list.append(this.slot);
  }

  drop() {
    const placed = this.slot.isConnected;
    const next = this.slot.nextElementSibling;
    const form = this.offer.querySelector("form");
    if (placed) {
      form.elements.before.value = next?.dataset.uid ?? "";
      form.elements.column.value = columnAbove(this.list, next);
    }
    this.end();
    if (placed) form.requestSubmit();
  }

  end() {
    this.slot.remove();
    this.ghost.remove();
  }
}

export function dragFromStock() {
  let drag = null;
  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.("[data-stock-grip]");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    drag = new Drag(grip.closest("[data-offer]"), event);
  });
  document.addEventListener("pointermove", (event) => drag?.follow(event));
  document.addEventListener("pointerup", () => {
    drag?.drop();
    drag = null;
  });
  document.addEventListener("pointercancel", () => {
    drag?.end();
    drag = null;
  });
}
