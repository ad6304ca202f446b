// The server counts code points, the browser UTF-16 units; they differ after rare characters (𬭎, 𠮷).
export function unitsBefore(text, points) {
  let units = 0;
  for (let seen = 0; seen < points && units < text.length; seen += 1) {
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  return units;
}
