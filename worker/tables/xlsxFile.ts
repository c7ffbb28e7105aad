import { writeXlsx, type ColumnDef } from 'hucre/xlsx';
import { inert } from '../../shared/tables/inert.ts';
import type { Column, Table } from '../../shared/tables/table.ts';
import { writeZip } from '../documents/writeZip.ts';
import { Package, type PackedPart } from '../documents/zip.ts';
import { pack } from './packed.ts';
import { columnLetters, rowXml } from './xlsxRow.ts';

const formats: Partial<Record<Column['kind'], string>> = {
  rate: '0.0%',
  date: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm:ss',
  count: '#,##0',
};

/** A quotation mark in a sheet's name, and what no name may hold, is left out of it. */
const sheetName = (title: string): string => title.replaceAll(/[[\]:*?/\\']/gu, ' ').slice(0, 31);

/** A workbook of one sheet with its head and one row in the style of each column; as a package. */
async function shell(title: string, columns: readonly Column[], rows: number): Promise<Package> {
  return new Package(
    await writeXlsx({
      sheets: [
        {
          name: sheetName(title),
          columns: columns.map(({ kind, width }): ColumnDef => ({
            width,
            style: {
              ...(formats[kind] ? { numFmt: formats[kind] } : {}),
              alignment: { vertical: 'top', ...(kind === 'text' ? { wrapText: true } : {}) },
            },
          })),
          rows: [columns.map(({ name }) => inert(name)), columns.map(() => 0)],
          cells: new Map(
            columns.map(({ name }, at) => [
              `0,${at}`,
              {
                value: inert(name),
                style: { font: { bold: true }, alignment: { vertical: 'center', wrapText: true } },
              },
            ]),
          ),
          freezePane: { rows: 1, columns: 1 },
          autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${rows + 1}` },
          pageSetup: {
            paperSize: 'a4',
            orientation: 'landscape',
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
            printTitlesRow: '$1:$1',
          },
          headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
        },
      ],
    }),
  );
}

const sheetPart = 'xl/worksheets/sheet1.xml';

const bookPart = 'xl/workbook.xml';

/** The workbook's XML with its sheet's name in quotes wherever a range names it: Excel wants them around all but plain letters. */
const bookXml = (shell: Package): string =>
  new TextDecoder().decode(shell.read(bookPart)).replaceAll(/(<definedName [^>]*>)([^'<!]+)!/gu, "$1'$2'!");

/** The sheet's XML before and after its rows, and the style of each column as its only row has it. */
function partsOf(shell: Package): { before: string; after: string; styles: string[] } {
  const xml = new TextDecoder().decode(shell.read(sheetPart)).replace(/<dimension [^>]*>/u, '');
  const [, before = '', row = '', after = ''] =
    /^(.*<\/row>)(<row r="2".*<\/row>)(<\/sheetData>.*)$/su.exec(xml) ?? [];
  return {
    before,
    after,
    styles: [...row.matchAll(/<c [^>]*?\bs="(\d+)"/gu)].map(([, style]) => style ?? '0'),
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/**
 * A table as a workbook of one sheet, for people (B5.5): a head that stays, filters, numbers and days as such, and a page that prints
 * on A4 with every column. hucre writes all but the rows; its own stream of rows has neither filter nor page.
 */
export async function xlsxFile({ title, columns, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const { before, styles } = partsOf(await shell(title, columns, 1));
  let count = 0;
  const xml = async function* (): AsyncGenerator<string> {
    yield before;
    for await (const row of rows) {
      count += 1;
      yield rowXml(row, count + 1, columns, styles);
    }
    yield partsOf(await shell(title, columns, count)).after;
  };
  const sheet = await pack(xml());
  const around = await shell(title, columns, count);
  const book = await pack(once(bookXml(around)));
  const made = new Map([
    [sheetPart, sheet],
    [bookPart, book],
  ]);
  return writeZip(
    around.names.map((name): [string, PackedPart] => [name, made.get(name) ?? around.packed(name)]),
  );
}
