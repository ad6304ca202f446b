// Which element do the pressed keys mean? Pure, so that it can be tested without a page.
function keysOf(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function begins(keys, pressed) {
  return pressed.every((key, place) => keys[place] === key);
}

// Returns the element meant, and the keys to remember while a longer sequence is still possible.
export function matching(elements, pressed, keyOf) {
  const candidates = elements.filter((element) => begins(keysOf(keyOf(element)), pressed));
  const found = candidates.find((element) => keysOf(keyOf(element)).length === pressed.length);
  if (found) return { found, pressed: [] };
  if (candidates.length) return { found: null, pressed };
  return pressed.length > 1 ? matching(elements, pressed.slice(-1), keyOf) : { found: null, pressed: [] };
}
