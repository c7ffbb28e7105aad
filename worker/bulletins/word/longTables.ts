import { escaped } from './coreProperties.ts';

/** These are no characters, and no text of a document holds them: `plainText` takes them out. */
const [open, close] = ['\uFDD0', '\uFDD1'] as const;

/** The rows of long tables, which are put into the document's XML once the library has made it. */
export class LongTables {
  private readonly tables: (readonly string[][])[] = [];

  /** A row of marks in the place of these rows. */
  add(rows: readonly string[][], columns: number): string[] {
    const at = this.tables.push(rows) - 1;
    return Array.from({ length: columns }, (_, column) => `${open}${at}.${column}${close}`);
  }

  /** The document's XML with each row of marks written once for every row of its table. */
  fill(xml: string): string {
    return xml.replaceAll(/<w:tr>(?:(?!<\/w:tr>).)*?\uFDD0(?:(?!<\/w:tr>).)*<\/w:tr>/gsu, (pattern) => {
      const pieces = pattern.split(/\uFDD0(\d+)\.(\d+)\uFDD1/u);
      const rows = this.tables[Number(pieces[1])] ?? [];
      return rows
        .map((row) =>
          pieces
            .map((piece, at) =>
              at % 3 === 0 ? piece : at % 3 === 1 ? '' : escaped(row[Number(piece)] ?? ''),
            )
            .join(''),
        )
        .join('');
    });
  }
}
