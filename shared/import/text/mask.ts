/**
 * Masked text: what a grammar must not read is overwritten in place, so that positions stay. `cited` covers names and
 * citations (《…》, “…”, 〔2023〕70); `claimed` covers what an earlier rule of a grammar has read.
 */
export const cited = '\uE000';
export const claimed = '\uE001';

const closers: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '「': '」',
  '『': '』',
  '〔': '〕',
  '[': ']',
};

/** Feasts are quoted and yet say when: “五一”前. */
export const quotedFeast = '“(?:五一|十一|两节|双节|两会)”';
const isFeast = new RegExp(`^${quotedFeast}$`, 'u');

/** The year of a document's number; behind it stands the number. */
const documentYear = /^[〔[]\d{4}年?[〕\]]$/u;
const documentNumber = /^第?\d{1,5}(?:号|(?![\d年月日.%个家人]))/u;

/** Overwrites book titles, quoted words and document numbers, brackets included. An opening mark that is never closed is text. */
export function maskCitations(text: string): string {
  const spans: [number, number][] = [];
  const open: { closer: string; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const closer = closers[character];
    if (closer !== undefined) {
      if (open.length < 8) open.push({ closer, at });
      continue;
    }
    const depth = open.findLastIndex((mark) => mark.closer === character);
    if (depth < 0) continue;
    const start = open[depth]?.at ?? at;
    open.length = depth;
    if (isFeast.test(text.slice(start, at + 1))) continue;
    const isDocument = documentYear.test(text.slice(start, at + 1));
    const number = isDocument ? (documentNumber.exec(text.slice(at + 1, at + 12))?.[0].length ?? 0) : 0;
    spans.push([start, at + 1 + number]);
  }
  return maskSpans(text, spans, cited);
}

/** Overwrites spans given in any order; nested ones may overlap. */
export function maskSpans(text: string, spans: readonly (readonly [number, number])[], mask: string): string {
  const sorted = spans.toSorted((a, b) => a[0] - b[0]);
  let out = '';
  let at = 0;
  for (const [start, end] of sorted) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    out += text.slice(at, from) + mask.repeat(end - from);
    at = end;
  }
  return out + text.slice(at);
}
