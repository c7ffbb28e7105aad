/** A tag, closed or not by a partner; never longer than a tag can be, so that a lone `<` stays text. */
const tag = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]{0,500})?\/?>/gu;
/** What is struck out or deleted is no text. */
const struck = /<(s|strike|del)(?:\s[^<>]{0,500})?>[^<]{0,2000}<\/\1>/giu;
/** Tags that begin a new line where they stand. */
const lineTags = new Set(['br', 'p', 'div', 'li', 'tr']);
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
};

/** Cell text without stray HTML (I3), and the first tag that was there, `null` where none was. */
export function stripHtml(cell: string): { text: string; stray: string | null } {
  let stray: string | null = null;
  const text = cell
    .replace(struck, (whole: string) => {
      stray ??= whole;
      return '';
    })
    .replace(tag, (whole: string, name: string) => {
      stray ??= whole;
      return lineTags.has(name.toLowerCase()) ? '\n' : '';
    })
    .replace(/&(?:nbsp|lt|gt|quot|amp);/gu, (entity) => entities[entity] ?? entity);
  return { text, stray };
}
