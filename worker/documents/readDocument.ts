import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { readGrid } from '../../shared/import/table/readGrid.ts';
import { Problem } from '../problems/problem.ts';
import { decodeText } from './decodeText.ts';
import { boundGrid, limits, tooLarge } from './limits.ts';
import { kindOfPackage } from './packageKind.ts';
import type { SaidOfColumns } from './table.ts';
import { expectPackage, expectText, notAsNamed } from './sniff.ts';
import { Package } from './zip.ts';

/** What a document may be sent as; the libraries for files are loaded only when one comes. */
export const mediaTypes = {
  text: 'text/plain',
  tabs: 'text/tab-separated-values',
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Reads a published document of any of these types into a grid of cells (I1), and tells what it left out or decided. */
export async function readDocumentGrid(
  bytes: Uint8Array,
  contentType: string,
  report: Report,
  said: SaidOfColumns = {},
): Promise<string[][]> {
  if (bytes.length === 0) throw new Problem('document-empty');
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  switch (type) {
    case mediaTypes.xlsx: {
      const zip = openPackage(bytes, '.xlsx');
      const { readWorkbook } = await import('./xlsx.ts');
      return readWorkbook(zip, report, said);
    }
    case mediaTypes.docx: {
      const zip = openPackage(bytes, '.docx');
      const { readWord } = await import('./docx.ts');
      return readWord(zip, report, said);
    }
    default: {
      if (bytes.length > limits.text) throw new Problem('body-too-large', { limit: limits.text });
      expectText(bytes, type);
      const text = decodeText(bytes, contentType);
      if (text.trim() === '') throw new Problem('document-empty');
      if (type !== mediaTypes.html) return readLines(text);
      const [{ readHtmlBlocks }, { gridOfBlocks }] = await Promise.all([
        import('./html.ts'),
        import('./blocks.ts'),
      ]);
      return gridOfBlocks(readHtmlBlocks(text, report), report, said);
    }
  }
}

/** Text of nothing but line breaks or tabs would make millions of cells. */
function readLines(text: string): string[][] {
  let cells = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 9 || code === 10 || code === 13) cells += 1;
  }
  const most = limits.rows * limits.columns;
  if (cells > most) {
    throw tooLarge(`文字超过 ${most} 个单元格和行`, `the text has more than ${most} cells and lines`);
  }
  const grid = readGrid(text);
  boundGrid(grid);
  return grid;
}

function openPackage(bytes: Uint8Array, expected: '.xlsx' | '.docx'): Package {
  expectPackage(bytes, expected);
  const zip = new Package(bytes);
  const found = kindOfPackage(zip);
  if (found !== expected) throw notAsNamed(expected, found);
  return zip;
}
