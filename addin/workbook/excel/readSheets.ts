import type { LedgerCell, LedgerSheet, Merge } from '../../../shared/ledgers/ledgerFile.ts';
import { markColours } from '../ledgerLook.ts';
import { dayOfSerial, isDayFormat } from '../dayFormat.ts';
import { areasOf } from './area.ts';
import { queueBounds } from './ledgerBounds.ts';
import { archiveName, stateSheet } from './names.ts';
import type { Abilities, Rounds } from './rounds.ts';

/** A ledger has no more; what lies beyond is not looked at. */
const most = { rows: 3000, columns: 100 } as const;

interface Found {
  name: string;
  isHidden: boolean;
  values: (string | number | boolean)[][];
  texts: string[][];
  formulas: unknown[][];
  formats: string[][];
  row: number;
  column: number;
}

/**
 * Reads every sheet but the add-in's own: three round trips, and one more for how they look, in which a refusal (an Excel
 * that tells no merges, an answer too large) costs the looks only.
 */
export async function readSheets(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
): Promise<LedgerSheet[]> {
  const { count, boundsOf, archive } = await rounds.round(context, () => {
    const name = context.workbook.names.getItemOrNullObject(archiveName).getRangeOrNullObject();
    name.worksheet.load('id');
    return {
      count: context.workbook.worksheets.getCount(),
      boundsOf: queueBounds(context, rounds),
      archive: name,
    };
  });
  const bounds = boundsOf();
  const sheets = await rounds.round(context, () => {
    const all: { sheet: Excel.Worksheet; used: Excel.Range }[] = [];
    let sheet = context.workbook.worksheets.getFirst();
    for (let at = 0; at < count.value; at += 1) {
      sheet.load('id,name,visibility');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      all.push({ sheet, used });
      sheet = sheet.getNextOrNullObject();
    }
    return all;
  });
  const wanted = sheets.filter(
    ({ sheet }) =>
      sheet.name !== stateSheet &&
      !(bounds && !bounds.isHers && sheet.id === bounds.sheet) &&
      !(!archive.isNullObject && sheet.id === archive.worksheet.id),
  );
  wanted.sort((a, b) => Number(b.sheet.id === bounds?.sheet) - Number(a.sheet.id === bounds?.sheet));
  const read = await rounds.round(context, () =>
    wanted.map(({ sheet, used }) => {
      if (used.isNullObject) return { sheet, used, range: null };
      const range = cellsOf(context, sheet, used);
      range.load('values,text,formulas,numberFormat');
      return { sheet, used, range };
    }),
  );
  const looks = await looksOf(context, rounds, read, abilities);
  return read.map(({ sheet, used, range }, index): LedgerSheet => {
    const { merges, struck, fills } = looks[index] ?? { merges: [], struck: [], fills: [] };
    const shell = { name: sheet.name, ...(sheet.visibility === 'Visible' ? {} : { isHidden: true }) };
    if (!range) return { ...shell, rows: [], merges };
    const own =
      bounds?.isHers === true && bounds.sheet === sheet.id
        ? new Set(
            (['result', 'key', 'base', 'choices'] as const).flatMap((id) => bounds.columns.get(id) ?? []),
          )
        : new Set<number>();
    const found: Found = {
      ...{ name: sheet.name, isHidden: false, row: used.rowIndex, column: used.columnIndex },
      ...{ values: range.values, texts: range.text, formulas: range.formulas, formats: range.numberFormat },
    };
    return { ...shell, rows: rowsOf(found, { struck, fills }, own), merges };
  });
}

function rowsOf(
  { values, texts, formulas, formats, row, column }: Found,
  { struck, fills }: Pick<Looks, 'struck' | 'fills'>,
  own: ReadonlySet<number>,
): (LedgerCell | null)[][] {
  const rows = values.map((line, down) => [
    ...Array.from({ length: column }, () => null),
    ...line.map((value, right): LedgerCell | null => {
      if (own.has(column + right)) return null;
      const fill = fills[down]?.[right];
      const look = fill === undefined ? {} : { fill };
      // A blank cell of a colour may be a legend's.
      if (value === '') return fill === undefined ? null : { text: '', value: '', ...look };
      const formula = String(formulas[down]?.[right] ?? '').startsWith('=');
      const isDay = typeof value === 'number' && isDayFormat(String(formats[down]?.[right] ?? ''));
      return {
        text: texts[down]?.[right] ?? String(value),
        value,
        ...(isDay && { day: dayOfSerial(value) }),
        ...(struck[down]?.[right] === true && { isStruck: true as const }),
        ...(formula && { formula: 'stored' as const }),
        ...look,
      };
    }),
  ]);
  return [...Array.from({ length: row }, () => []), ...rows];
}

interface Looks {
  merges: Merge[];
  struck: boolean[][];
  /** `RRGGBB`; none where a cell has none of hers. */
  fills: (string | undefined)[][];
}

/** Colours of our own marks, which are none of hers. */
const ours = new Set(Object.values(markColours).map((colour) => colour.toUpperCase()));

function herFill(told: string | undefined): string | undefined {
  const colour = told?.toUpperCase() ?? '';
  return /^#[\dA-F]{6}$/u.test(colour) && colour !== '#FFFFFF' && !ours.has(colour)
    ? colour.slice(1)
    : undefined;
}

/** A range of one batch is none of the next: each asks for its own. */
const cellsOf = (context: Excel.RequestContext, { id }: Excel.Worksheet, used: Excel.Range): Excel.Range =>
  context.workbook.worksheets
    .getItem(id)
    .getRangeByIndexes(
      used.rowIndex,
      used.columnIndex,
      Math.min(used.rowCount, most.rows),
      Math.min(used.columnCount, most.columns),
    );

/** Merges (ExcelApi 1.13) and what is struck out; nothing of it where Excel refuses. One round trip. */
async function looksOf(
  context: Excel.RequestContext,
  rounds: Rounds,
  read: readonly { sheet: Excel.Worksheet; used: Excel.Range; range: Excel.Range | null }[],
  { resize: knowsMerges }: Abilities,
): Promise<Looks[]> {
  const told = await rounds
    .round(context, () =>
      read.map(({ sheet, used, range }) => {
        if (!range) return null;
        const cells = cellsOf(context, sheet, used).getCellProperties({
          format: { font: { strikethrough: true }, fill: { color: true } },
        });
        const whole = context.workbook.worksheets.getItem(sheet.id).getRange();
        const areas = knowsMerges ? whole.getMergedAreasOrNullObject() : null;
        areas?.load('address');
        return { cells, areas };
      }),
    )
    .catch(() => []);
  return told.map((each) => ({
    merges: each?.areas && !each.areas.isNullObject ? (areasOf(each.areas.address) ?? []) : [],
    struck: (each?.cells.value ?? []).map((line) =>
      line.map(({ format }) => format?.font?.strikethrough === true),
    ),
    fills: (each?.cells.value ?? []).map((line) => line.map(({ format }) => herFill(format?.fill?.color))),
  }));
}

/** Goes to a cell of any sheet; `false` where the sheet is gone. */
export async function selectCell(
  context: Excel.RequestContext,
  rounds: Rounds,
  name: string,
  row: number,
  column: number,
): Promise<boolean> {
  const sheet = await rounds.round(context, () => {
    const there = context.workbook.worksheets.getItemOrNullObject(name);
    there.load('id');
    return there;
  });
  if (sheet.isNullObject) return false;
  await rounds.round(context, () => {
    const there = context.workbook.worksheets.getItem(sheet.id);
    there.activate();
    there.getRangeByIndexes(row, column, 1, 1).select();
  });
  return true;
}
