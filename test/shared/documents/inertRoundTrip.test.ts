import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { count, type Table, text } from '../../../shared/tables/table.ts';
import { csvFile } from '../../../worker/tables/csvFile.ts';
import { xlsxFile } from '../../../worker/tables/xlsxFile.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { readBackCsv, readBackXlsx } from '../../support/tables.ts';
import { runs } from '../../support/thorough.ts';

const begins = ['', "'", "''", ' ', " '", "' ", '\t', "'\t", '　', '\u00A0', '"', '_x000D_', '_x'];
const formulas = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '=1+1', '="0012"', "='a'!A1", '=cmd|x'];
const numbers = ['1-6-3', '2024-04-10', '3/15', '0519', '913204115677889900', '1e3', '86', '3.5', '12家'];
const words = ['已开展', 'a', ' b ', '、', ',', ';', '|', '\n', '"', '<b>&amp;', 'x0041_', '😀', "'"];
/** Texts that spreadsheets, or our readers, could take for something else. */
const hostile = fc
  .tuple(
    fc.array(fc.constantFrom(...begins), { maxLength: 3 }),
    fc.constantFrom('', ...formulas, ...numbers, ...words),
    fc.array(fc.oneof(fc.constantFrom(...words, ...numbers, ...formulas), fc.string({ maxLength: 4 })), {
      maxLength: 3,
    }),
  )
  .map((parts) => parts.flat().join(''));

const tableOf = (texts: readonly string[]): Table => ({
  title: "名册 O'Neil's [1]: 甲/乙（薛家镇，类别一）",
  columns: [text('责任单位', 20), count('数量'), text('工作情况', 20), text('=联系人', 20)],
  rows: texts.map((each, at) => ['薛家镇', at, each, '行尾']),
});

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

/** Our readers trim what stands in a CSV, and in both a blank cell is none. */
const trimmed = (each: string): string => each.replaceAll('\r\n', '\n').replaceAll('\u00A0', ' ').trim();
const oneBreak = (each: string): string => each.replaceAll('\r\n', '\n');

const readOurs = async (bytes: Uint8Array, name: string): Promise<string[]> => {
  const { sheets } = await readLedgerFile(bytes, name);
  const [head, ...rows] = sheets[0]!.rows;
  expect(head!.map((cell) => cell?.text)).toEqual(['责任单位', '数量', '工作情况', '=联系人']);
  expect(rows.map((row) => row[1]?.value)).toEqual(rows.map((_, at) => at));
  return rows.map((row) => row[2]?.text ?? '');
};

const lists = fc.array(hostile, { minLength: 1, maxLength: 40 });
const often = { numRuns: runs(20, 3000) };

test('A8: what we export as CSV, our reader reads as it was; numbers stay numbers', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (texts) => {
      const bytes = await bytesOf(await csvFile(tableOf(texts)));
      expect(await readOurs(bytes, '表.csv')).toEqual(texts.map(trimmed));
      const other = readBackCsv(bytes).rows.map((row) => row[2] ?? '');
      expect(other).toEqual(texts);
    }),
    often,
  );
});

test('A8: what we export as .xlsx, our reader and SheetJS read as it was', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (texts) => {
      const bytes = await xlsxFile(tableOf(texts));
      expect(await readOurs(bytes, '表.xlsx')).toEqual(texts.map(oneBreak));
      expect(readBackXlsx(bytes).rows.map((row) => row[2] ?? '')).toEqual(texts);
    }),
    often,
  );
});

test('A8: no cell of a file begins as a formula, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (texts) => {
      const csv = parseCsv(new TextDecoder().decode(await bytesOf(await csvFile(tableOf(texts)))));
      for (const cell of csv.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]\s*\S/u);
      const sheet = read(await xlsxFile(tableOf(texts))).Sheets;
      for (const { v, f } of Object.values(Object.values(sheet)[0]!) as { v: unknown; f?: string }[]) {
        expect(f).toBeUndefined();
        expect(String(v)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]\s*\S/u);
      }
    }),
    often,
  );
});
