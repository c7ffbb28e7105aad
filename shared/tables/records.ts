/** Text of separated values as records of cells. */

const separators = [',', '\t', ';', '，', '|'] as const;

/** What separates the cells: the line `sep=;` of Excel, or what is found most evenly in the first lines outside of quotes. */
export function separatorOf(text: string): { separator: string; start: number } {
  const said = /^sep=(.)\r?\n/u.exec(text);
  if (said) return { separator: said[1]!, start: said[0].length };
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"(?:[^"]|"")*"/gu, '')
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const filled = counts.filter((count) => count > 0).length;
    const most = Math.max(0, ...counts);
    const even = counts.filter((count) => count === most).length;
    // A full-width comma or a bar is a character of sentences too: it separates only where every line has as many.
    const isWord = separator === '，' || separator === '|';
    const score = isWord && even < lines.length ? 0 : filled * 2 + even * Math.min(most, 20);
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, start: 0 };
}

/** Splits text into records, by RFC 4180 and somewhat beyond: a quote within a cell that does not begin with one is itself.
 * `check`: told how many cells there are so far, and how many of them are filled. */
export function splitRecords(
  text: string,
  { separator, start } = separatorOf(text),
  check: (cells: number, filled: number) => void = () => {},
): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cells = 0;
  let filled = 0;
  let at = start;
  const end = text.length;
  while (at < end) {
    let value = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          value += text.slice(at);
          at = end;
          break;
        }
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < end && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    const cell = value + text.slice(from, at);
    record.push(cell);
    cells += 1;
    if (cell.trim() !== '') filled += 1;
    check(cells, filled);
    if (text[at] === separator && at < end) {
      at += 1;
      if (at === end) record.push('');
      continue;
    }
    records.push(record);
    record = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
  }
  if (record.length > 0) records.push(record);
  return records;
}
