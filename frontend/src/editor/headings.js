// Headings by their marks (GB/T 9704-2012, 7.3.3): 一、 then （一） then 1. then （1）.
const MARKS = [
  /^[一二三四五六七八九十百]+、/,
  /^[（(][一二三四五六七八九十百]+[）)]/,
  /^\d{1,3}[.．](?!\d)/,
  /^[（(]\d{1,3}[）)]/,
];
const LONGEST = 40; // a longer line without a full stop is a paragraph that happens to begin like a heading

export function levelOf(line) {
  return MARKS.findIndex((mark) => mark.test(line.trimStart())) + 1;
}

// Returns the level and where the heading ends in the line: a run-in heading ends with its first full stop.
export function heading(line) {
  const level = levelOf(line);
  if (!level) return null;
  const stop = line.search(/[。：:]/);
  if (stop >= 0 && stop < line.trimEnd().length - 1) return stop <= LONGEST ? { level, end: stop + 1 } : null;
  return line.trim().length <= LONGEST ? { level, end: line.length } : null;
}
