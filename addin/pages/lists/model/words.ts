/** A text before and after, cut where the two part. */
export interface Changed {
  text: string;
  kind: 'same' | 'before' | 'after';
}

/** Longer texts are shown whole: finding what they share would take too long. */
const longest = 1200;

/** Numbers count as one: 20 and 22 share no digit. */
const piecesOf = (text: string): string[] => text.match(/\d+|[^\d]/gu) ?? [];

/** What was taken out and put in, character by character, by the longest common subsequence. */
export function changedWords(before: string, after: string): Changed[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return merged([
    ...a.slice(0, head).map((text) => ({ text, kind: 'same' as const })),
    ...middle,
    ...a.slice(a.length - tail).map((text) => ({ text, kind: 'same' as const })),
  ]);
}

function between(a: readonly string[], b: readonly string[]): Changed[] {
  if (Math.max(a.length, b.length) > longest)
    return [
      { text: a.join(''), kind: 'before' },
      { text: b.join(''), kind: 'after' },
    ];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const parts: Changed[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ text: a[i]!, kind: 'same' });
      i += 1;
      j += 1;
    } else if (
      j === b.length ||
      (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      parts.push({ text: a[i]!, kind: 'before' });
      i += 1;
    } else {
      parts.push({ text: b[j]!, kind: 'after' });
      j += 1;
    }
  }
  return parts;
}

/** Joins what is of one kind; a single character that both share between two changes is part of the change. */
function merged(parts: readonly Changed[]): Changed[] {
  const joined: Changed[] = [];
  for (const { text, kind } of parts) {
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += text;
    else joined.push({ text, kind });
  }
  const found: Changed[] = [];
  let [before, after] = ['', ''];
  const close = () => {
    if (before !== '') found.push({ text: before, kind: 'before' });
    if (after !== '') found.push({ text: after, kind: 'after' });
    [before, after] = ['', ''];
  };
  for (const [index, { text, kind }] of joined.entries()) {
    const within = index > 0 && index < joined.length - 1 && text.length === 1;
    if (kind === 'same' && !within) {
      close();
      found.push({ text, kind });
      continue;
    }
    if (kind !== 'after') before += text;
    if (kind !== 'before') after += text;
  }
  close();
  return found;
}
