import { longestCell } from '../../shared/import/limits.ts';
import { Problem } from '../problems/problem.ts';

/** What a document may grow to while it is read, so that a Worker's 128 MB hold it, whatever the file says. */
export const limits = {
  /** Bytes of a text, HTML or JSON body. */
  text: 5_000_000,
  /** Bytes of an .xlsx or .docx body. */
  file: 10_000_000,
  /** Parts in a package. */
  entries: 2_000,
  /** Bytes of one unpacked part that is read, and of all of them. */
  part: 12_000_000,
  parts: 24_000_000,
  /** How many times its packed size a part over a megabyte may unpack to. */
  ratio: 200,
  /** Nesting of elements, in XML and HTML; elements and attributes of an HTML document. */
  depth: 256,
  elements: 200_000,
  attributes: 400_000,
  /** Attributes of one element of XML. */
  elementAttributes: 256,
  /** Paragraphs and cells of a Word document, those of tables that are left out too. */
  wordPieces: 200_000,
  /** Elements of a workbook's shared strings, and of one of its sheets: the library keeps an object for each run of text, each cell. */
  sharedElements: 150_000,
  sheetElements: 620_000,
  /** A grid, as the API takes it as JSON. */
  rows: 5_000,
  columns: 60,
  cell: longestCell,
  characters: 3_000_000,
  /** Sheets of a workbook that are looked at. */
  sheets: 12,
} as const;

export const tooLarge = (reasonZh: string, reasonEn: string): Problem =>
  new Problem('file-too-large', { reasonZh, reasonEn });
export const damaged = (reasonZh: string, reasonEn: string): Problem =>
  new Problem('file-damaged', { reasonZh, reasonEn });
export const unsafe = (reasonZh: string, reasonEn: string): Problem =>
  new Problem('file-unsafe', { reasonZh, reasonEn });

/** Refuses a grid that is larger than one sent as JSON may be. */
export function boundGrid(grid: readonly (readonly string[])[]): void {
  if (grid.length > limits.rows) {
    throw tooLarge(`表格超过 ${limits.rows} 行`, `the table has more than ${limits.rows} rows`);
  }
  let characters = 0;
  grid.forEach((row, index) => {
    if (row.length > limits.columns) throw tooManyColumns(index);
    for (const cell of row) {
      characters += cell.length;
      if (cell.length > limits.cell) {
        throw tooLarge(
          `第 ${index + 1} 行有单元格超过 ${limits.cell} 字`,
          `a cell in row ${index + 1} is longer than ${limits.cell} characters`,
        );
      }
    }
  });
  if (characters > limits.characters) throw tooManyCharacters();
}

export const tooManyCharacters = (): Problem =>
  tooLarge(
    `表格文字超过 ${limits.characters} 字`,
    `the table holds more than ${limits.characters} characters`,
  );

export const tooManyColumns = (row: number): Problem =>
  tooLarge(
    `表格第 ${row + 1} 行超过 ${limits.columns} 列`,
    `row ${row + 1} of the table has more than ${limits.columns} columns`,
  );
