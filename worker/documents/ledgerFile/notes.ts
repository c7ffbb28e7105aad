import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { readXml } from '../xml.ts';
import type { Package } from '../zip.ts';
import { parseAddress } from './address.ts';
import { readRelationships } from './openWorkbook.ts';
import { TextGatherer } from './strings.ts';

/** Who has written our comments. */
export const ourAuthor = '台账校验';

/** How our comments begin, since some programs (LibreOffice 7.4) keep no author. */
export const ourHead = `── ${ourAuthor} ──\n`;

/** Where ours begins within a comment of hers. No two comments may stand at one cell, so ours is added to hers. */
export const ourMark = `\n${ourHead}`;

/** Whether a comment is ours, by its author or its words. */
export const isOurComment = (author: string, text: string): boolean =>
  author === ourAuthor || text.replaceAll('\r\n', '\n').startsWith(ourHead);

/** Puts a sheet's comments to its cells; ours are left out. */
export function addNotes(zip: Package, path: string, sheet: LedgerSheet): LedgerSheet {
  const part = readRelationships(zip, path).find(({ kind }) => kind === 'comments')?.part ?? null;
  if (part === null) return sheet;
  const authors: string[] = [];
  const notes = new Map<string, string>();
  const gatherer = new TextGatherer();
  const names: string[] = [];
  let at = '';
  let author = '';
  readXml(zip, part, {
    open(name, attribute) {
      names.push(name);
      if (name === 'author') authors.push('');
      else if (name === 'comment') {
        at = attribute('ref') ?? '';
        author = authors[Number(attribute('authorId') ?? -1)] ?? '';
      } else gatherer.open(name, false);
    },
    close() {
      const name = names.pop()!;
      gatherer.close(name);
      if (name !== 'comment') return;
      const { text } = gatherer.take();
      if (!isOurComment(author, text))
        notes.set(at, text.replaceAll('\r\n', '\n').split(ourMark)[0]!.slice(0, 2000));
    },
    text(text) {
      if (names.at(-1) === 'author') authors[authors.length - 1] += text;
      else gatherer.text(text);
    },
  });
  for (const [address, note] of notes) {
    const place = parseAddress(address);
    const cell = place === null ? null : sheet.rows[place.row]?.[place.column];
    if (cell) cell.note = note;
  }
  return sheet;
}
