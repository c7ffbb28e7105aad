import { writeXlsx, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre';
import { columnOf } from '../../../shared/row/columns.ts';
import { rowFields, type RowField } from '../../../shared/row/row.ts';
import {
  columnsOf,
  ledgerRow,
  type LaidOutColumn,
  type LaidOutRow,
} from '../../../shared/sheet/ledgerLayout.ts';
import { datesNote, returnNote, returnWords } from '../../../shared/obligations/reviewWords.ts';
import { bureauResult } from '../../../shared/sheet/bureauResult.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { Sheet } from '../../../shared/wire/sheet.ts';
import { letters } from '../table.ts';
import { guideRows, prompts } from './guide.ts';

/** The sheets of a ledger that we lay out. */
export const ledgerSheet = '台账';
export const guideSheet = '填报说明';

const line = { style: 'thin', color: { rgb: 'C8CDD2' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const solid = (rgb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } });
const isField = (id: LaidOutColumn['id']): id is RowField => (rowFields as readonly string[]).includes(id);

/** Everything but numbers is text, so that what is typed stays as typed: 3.15 is neither a decimal nor a date. */
const isNumber = ({ id }: LaidOutColumn): boolean =>
  id === 'target' || id === 'share' || (isField(id) && columnOf(id).holds === 'count');

function styleOf(column: LaidOutColumn): CellStyle {
  const isShort = !isField(column.id) ? column.role !== 'hidden' : columnOf(column.id).short === true;
  return {
    border,
    font: { size: 10, ...(column.role === 'identity' && { color: { rgb: '5B6670' } }) },
    alignment: {
      ...{ wrapText: true, vertical: 'top' as const },
      horizontal:
        isShort && column.id !== 'arrangement' && column.id !== 'task'
          ? ('center' as const)
          : ('left' as const),
    },
    ...(column.role === 'identity' && { fill: solid('F2F4F6') }),
    ...(!isNumber(column) && { numFmt: '@' }),
  };
}

const headStyle: CellStyle = {
  border,
  fill: solid('1F4E79'),
  font: { bold: true, size: 10, color: { rgb: 'FFFFFF' } },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
};

/**
 * A unit's ledger as a workbook, laid out as the add-in does: dropdowns and prompts where something is filled in, row keys and bases
 * in hidden columns, the header frozen and printed on every page, a sheet of instructions. Nothing is protected.
 */
export async function ledgerWorkbook(
  sheet: Pick<Sheet, 'list' | 'unit' | 'columns' | 'rows' | 'contact' | 'today'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = columnsOf(sheet.columns);
  const rows = sheet.rows.map((row) => {
    const laidOut = ledgerRow(row, sheet.columns);
    return { ...laidOut, cells: { ...laidOut.cells, result: bureauResult(row) } };
  });
  const notes = sheet.rows.map((row) => notesOf(row, sheet));
  const cells = new Map<string, Partial<Cell>>();
  const styles = columns.map(styleOf);
  columns.forEach(({ header }, at) => cells.set(`0,${at}`, { value: header, style: headStyle }));
  rows.forEach((row, index) =>
    columns.forEach(({ id }, at) => {
      const note = notes[index]?.[id];
      cells.set(`${index + 1},${at}`, {
        ...{ value: row.cells[id] ?? null, style: styles[at]! },
        ...(note && { comment: { author: '区应急管理局', text: note } }),
      });
    }),
  );
  const last = letters(columns.length - 1);
  const title = `${sheet.unit.name} ${sheet.list.title}`;
  const written: WriteSheet = {
    name: ledgerSheet,
    cells,
    rows: [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map(({ id }) => row.cells[id] ?? null)),
    ],
    columns: columns.map(({ width, role }) => ({
      width: Math.round(width / 6.5),
      hidden: role === 'hidden',
    })),
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    dataValidations: validationsOf(columns, rows),
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C第 &P 页，共 &N 页' },
  };
  return new Uint8Array(await writeXlsx({ sheets: [written, guide(sheet)], properties: { title } }));
}

/** What the bureau has decided of a row, as comments on its cells: a return on the period, both dates on the due date. */
function notesOf(
  row: SheetRow,
  { contact, today }: Pick<Sheet, 'contact' | 'today'>,
): Partial<Record<LaidOutColumn['id'], string>> {
  const { review } = row;
  const dates = datesNote(row, today);
  return {
    ...(review?.state === 'returned' && {
      period: returnNote(returnWords(review, contact, today, 'zh')),
    }),
    ...(dates !== null && { due: dates }),
  };
}

/** What may be chosen, and what is said where a cell is entered. A value of another kind is warned of, never refused. */
function validationsOf(columns: readonly LaidOutColumn[], rows: readonly LaidOutRow[]): DataValidation[] {
  if (rows.length === 0) return [];
  return columns.flatMap(({ id, header }, at): DataValidation[] => {
    if (!isField(id)) return [];
    const letter = letters(at);
    const shown: Omit<DataValidation, 'type' | 'range'> = {
      ...{ allowBlank: true, showInputMessage: true, showErrorMessage: true, errorStyle: 'warning' },
      ...{
        inputTitle: header,
        inputMessage: prompts[id],
        errorTitle: header,
        errorMessage: `请核对：${prompts[id]}`,
      },
    };
    const all = `${letter}2:${letter}${rows.length + 1}`;
    const { holds, longest = 100 } = columnOf(id);
    if (holds === 'status')
      return runsOf(rows).map(({ from, to, choices }) => ({
        ...shown,
        type: 'list',
        values: choices,
        range: `${letter}${from}:${letter}${to}`,
      }));
    if (holds === 'count')
      return [{ ...shown, type: 'whole', operator: 'greaterThanOrEqual', formula1: '0', range: all }];
    return [
      { ...shown, type: 'textLength', operator: 'lessThanOrEqual', formula1: String(longest), range: all },
    ];
  });
}

/** Rows below each other that have the same choices of status; numbered as the sheet shows them. */
function runsOf(rows: readonly LaidOutRow[]): { from: number; to: number; choices: string[] }[] {
  const runs: { from: number; to: number; choices: string[] }[] = [];
  rows.forEach(({ statusChoices }, index) => {
    const last = runs.at(-1);
    if (last !== undefined && last.choices.join() === statusChoices.join()) last.to = index + 2;
    else runs.push({ from: index + 2, to: index + 2, choices: statusChoices });
  });
  return runs.filter(({ choices }) => choices.length > 0);
}

function guide(sheet: Pick<Sheet, 'list' | 'unit' | 'columns'>): WriteSheet {
  const rows = guideRows(sheet);
  const style = (row: number, column: number): CellStyle => ({
    font: { bold: row === 0 || column === 0, size: row === 0 ? 14 : 11 },
    alignment: { wrapText: row > 0, vertical: 'top' },
  });
  return {
    name: guideSheet,
    rows,
    cells: new Map(
      rows.flatMap((cells, row) =>
        cells.map((value, column) => [`${row},${column}`, { value, style: style(row, column) }] as const),
      ),
    ),
    columns: [{ width: 14 }, { width: 90 }],
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
