import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { boundGrid } from './limits.ts';
import { gridOf, hasHeader, type SaidOfColumns, type Table } from './table.ts';

/** A paragraph as it is printed: the number that stands before it (`1. `, or none), and its text, lines within it parted by `\n`. */
export interface Paragraph {
  number: string;
  text: string;
}

/** What stands in a document, in order, whatever it was written with. */
export type Block = Paragraph | Table;

export const isTable = (block: Block): block is Table => 'grid' in block;

/** The lines of paragraphs that follow each other; empty ones at both ends are dropped. */
export function linesOf(paragraphs: readonly Paragraph[]): string[] {
  const lines = paragraphs.flatMap(({ number, text }) => (number + text).replace(/\n$/u, '').split('\n'));
  const first = lines.findIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

/** The first words of a table, to name it by. */
const nameOf = ({ grid }: Table): string =>
  grid
    .flat()
    .filter((cell) => cell !== '')
    .slice(0, 4)
    .join(' ')
    .slice(0, 40);

/**
 * The grid of a document: lines of text become rows of one cell, and tables with a header follow each other, as a list that was broken
 * over pages. Other tables are left out and told; those above the first header stay, since a title may stand in one.
 */
export function gridOfBlocks(blocks: readonly Block[], report: Report, said: SaidOfColumns = {}): string[][] {
  const tables = blocks.filter(isTable);
  const withHeader = new Set(tables.filter(({ grid }) => hasHeader(grid)));
  const taken = withHeader.size === 0 ? new Set(tables) : withHeader;
  const grid: string[][] = [];
  let paragraphs: Paragraph[] = [];
  const flush = (): void => {
    for (const line of linesOf(paragraphs)) grid.push([line]);
    paragraphs = [];
  };
  let number = 0;
  let begun = false;
  for (const block of blocks) {
    if (!isTable(block)) {
      paragraphs.push(block);
      continue;
    }
    flush();
    number += 1;
    const detail = String(number);
    if (taken.has(block)) {
      if (tables.length > 1 && withHeader.size > 0) {
        report('table-chosen', { text: nameOf(block), detail, row: grid.length });
      }
      grid.push(...gridOf(block, report, said, grid.length));
      begun = true;
    } else if (begun) report('table-left-out', { text: nameOf(block), detail });
    else grid.push(...block.grid);
  }
  flush();
  boundGrid(grid);
  return grid;
}
