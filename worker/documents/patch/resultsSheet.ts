import { resultsHeadings, resultsSheet } from '../ledgerFile/ownSheets.ts';
import { addressOf, locationOf } from './address.ts';
import type { FileNotes } from './annotate.ts';
import { familyOf } from './namespaces.ts';
import type { PartEditor } from './partEditor.ts';
import { withPrintTitles } from './printTitles.ts';
import { resultStyles, type ResultStyles } from './resultStyles.ts';
import { childrenOf, elementAt, escaped, prefixOf, rootOf, splice, valueOf } from './xmlTags.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const widths = [16, 11, 46, 12, 72];

/** A4 across, as wide as a page; pages are counted. */
const print =
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';

/** The sheet 校验结果: what became of each row, with a link to its cell. `told`: what is said beforehand. */
export function resultsXml(
  main: string,
  results: FileNotes['results'],
  told: readonly string[],
  styles: ResultStyles | null,
): string {
  const links: string[] = [];
  const counts = Map.groupBy(results, ({ outcome }) => outcome);
  const summary = [...counts].map(([outcome, rows]) => `${outcome} ${rows.length} 条`).join('，');
  const lines: string[][] = [
    [`校验结果：共 ${results.length} 条${summary === '' ? '' : `，其中 ${summary}`}。点单元格可跳到原处。`],
    ...told.map((line) => [line]),
    [...resultsHeadings],
  ];
  for (const { sheet, row, column, arrangement, outcome, message } of results) {
    const at = addressOf(row ?? 0, column ?? 0);
    const line = lines.push([
      sheet,
      row === null ? '汇总各行' : column === null ? `第 ${row + 1} 行` : at,
      arrangement,
      outcome,
      message,
    ]);
    const location = escaped(locationOf(sheet, row ?? 0, column ?? 0));
    links.push(`<hyperlink ref="B${line}" location="${location}" display="${at}"/>`);
  }
  const top = told.length + 2;
  const styleOf = (row: number, column: number): string => {
    if (styles === null) return '';
    const { title, head, cell, link, bad } = styles;
    const ofLine = column === 1 ? link : column === 3 && results[row - top]?.isBad === true ? bad : cell;
    return ` s="${row === 0 ? title : row < top - 1 ? 0 : row === top - 1 ? head : ofLine}"`;
  };
  const rows = lines.map((cells, row) => {
    const written = cells.map((text, column) => {
      const start = `<c r="${addressOf(row, column)}"${styleOf(row, column)}`;
      return text === ''
        ? `${start}/>`
        : `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, 32_000))}</t></is></c>`;
    });
    const height = row === 0 || row === top - 1 ? ` ht="24" customHeight="1"` : '';
    return `<row r="${row + 1}"${height}>${written.join('')}</row>`;
  });
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    `${results.length === 0 ? '' : `<autoFilter ref="A${top}:E${lines.length}"/>`}` +
    `${links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`}${print}</worksheet>`
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
  const content = resultsXml(family.main, results, told, resultStyles(editor));
  const top = told.length + 2;
  if (former !== null) {
    editor.set(former, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${content}`);
    const { tabs } = editor.book;
    const at = tabs.findIndex(({ path }) => path === former);
    if (at >= 0) editor.set(workbook, withPrintTitles(editor.text(workbook), at, tabs[at]!.name, top));
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
  const added = splice(xml, [{ start: sheets.innerEnd, end: sheets.innerEnd, by: tab }]);
  editor.set(workbook, withPrintTitles(added, tabs.length, name, top));
}
