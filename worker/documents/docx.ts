import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { gridOfBlocks } from './blocks.ts';
import type { SaidOfColumns } from './table.ts';
import { ListNumbers } from './listNumbers.ts';
import { WordBlocks } from './wordBlocks.ts';
import { WordStyles } from './wordStyles.ts';
import { readXml } from './xml.ts';
import type { Package } from './zip.ts';

/** Reads a Word document: paragraphs as rows of one cell, tables with a header after them, in order. */
export function readWord(zip: Package, report: Report, said: SaidOfColumns = {}): string[][] {
  const main = related(zip, '', 'officeDocument') ?? 'word/document.xml';
  const styles = new WordStyles();
  const numbers = new ListNumbers(styles);
  for (const [kind, { events }] of [
    ['styles', styles],
    ['numbering', numbers],
  ] as const) {
    const part = related(zip, main, kind) ?? `${folderOf(main)}${kind}.xml`;
    if (zip.has(part)) readXml(zip, part, events);
  }
  const blocks = new WordBlocks(numbers, styles);
  readXml(zip, main, blocks);
  return gridOfBlocks(blocks.finish(report), report, said);
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** The part of a kind that a part names, or the package itself (''), if it is there. */
function related(zip: Package, part: string, kind: string): string | undefined {
  const folder = folderOf(part);
  const relations = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!zip.has(relations)) return undefined;
  let found: string | undefined;
  readXml(zip, relations, {
    open(_, attribute) {
      const target = attribute('Target') ?? '';
      if (!attribute('Type')?.endsWith(`/${kind}`)) return;
      const name = target.startsWith('/') ? target.slice(1) : folder + target;
      if (zip.has(name)) found ??= name;
    },
  });
  return found;
}
