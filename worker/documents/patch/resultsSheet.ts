import { resultsHeadings, resultsSheet } from '../ledgerFile/ownSheets.ts';
import { addressOf, locationOf } from './address.ts';
import type { FileNotes } from './annotate.ts';
import { familyOf } from './namespaces.ts';
import type { PartEditor } from './partEditor.ts';
import { childrenOf, elementAt, escaped, prefixOf, rootOf, splice, valueOf } from './xmlTags.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const widths = [16, 10, 50, 14, 80];

/** The sheet 校验结果: what became of each row, with a link to its cell. `told`: what is said beforehand. */
export function resultsXml(main: string, results: FileNotes['results'], told: readonly string[]): string {
  const links: string[] = [];
  const counts = Map.groupBy(results, ({ outcome }) => outcome);
  const summary = [...counts].map(([outcome, rows]) => `${outcome} ${rows.length} 条`).join('，');
  const lines: string[][] = [
    [`校验结果：共 ${results.length} 条${summary === '' ? '' : `，其中 ${summary}`}。点单元格可跳到原处。`],
    ...told.map((line) => [line]),
    [...resultsHeadings],
  ];
  for (const { sheet, row, column, arrangement, outcome, message } of results) {
    const at = addressOf(row, column ?? 0);
    const line = lines.push([
      sheet,
      column === null ? `第 ${row + 1} 行` : at,
      arrangement,
      outcome,
      message,
    ]);
    const location = escaped(locationOf(sheet, row, column ?? 0));
    links.push(`<hyperlink ref="B${line}" location="${location}" display="${at}"/>`);
  }
  const rows = lines.map((cells, row) => {
    const written = cells.map((text, column) =>
      text === ''
        ? ''
        : `<c r="${addressOf(row, column)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, 32_000))}</t></is></c>`,
    );
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const top = told.length + 2;
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    `${results.length === 0 ? '' : `<autoFilter ref="A${top}:E${lines.length}"/>`}` +
    `${links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`}</worksheet>`
  );
}

/** Adds the sheet of results as the last one, or puts it in the place of an earlier answer’s (`former`: its part). */
export function writeResults(
  editor: PartEditor,
  results: FileNotes['results'],
  told: readonly string[],
  former: string | null,
): void {
  const { main: workbook } = editor.book;
  const xml = editor.text(workbook);
  const root = rootOf(xml);
  const family = familyOf(root);
  const content = resultsXml(family.main, results, told);
  if (former !== null) {
    editor.set(former, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${content}`);
    return;
  }
  const part = editor.add('xl/worksheets/sheetTz', '.xml', content, { override: sheetType });
  const id = editor.relate(workbook, `${family.office}/worksheet`, part);
  const prefix = prefixOf(root);
  const sheets = childrenOf(xml, elementAt(xml, root)).find(({ tag }) => tag.local === 'sheets')!;
  const tabs = childrenOf(xml, sheets);
  const names = new Set(tabs.map(({ tag }) => (valueOf(tag, 'name') ?? '').toLowerCase()));
  let name: string = resultsSheet;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${resultsSheet} (${number})`;
  const sheetId = Math.max(0, ...tabs.map(({ tag }) => Number(valueOf(tag, 'sheetId')) || 0)) + 1;
  const tab = `<${prefix}sheet xmlns:r="${family.office}" name="${escaped(name)}" sheetId="${sheetId}" r:id="${id}"/>`;
  editor.set(workbook, splice(xml, [{ start: sheets.innerEnd, end: sheets.innerEnd, by: tab }]));
}
