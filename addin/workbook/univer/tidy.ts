import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import { AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/data-validation';
import { SetRowDataMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { CellValue } from '../../../shared/row/row.ts';
import type { ColumnId } from '../port.ts';
import type { Book } from './book.ts';
import { type LedgerMap, mapLedger } from './ledgerSheet.ts';
import { fromCell, heightOf, type KeyTag } from './sheetData.ts';

const ruleOf = (choices: string[]) => `status-${choices.join('-')}`;

/**
 * Sorting and moving leave Univer's dropdowns behind at their old rows: they are derived anew from the
 * choices that each row carries beside its key. Nothing is written where nothing differs.
 */
export function tidyDropdowns(book: Book, sheet: FWorksheet): void {
  const map = mapLedger(sheet);
  const status = map?.columns.find(({ tag }) => tag.id === 'status')?.at;
  if (!map || status === undefined) return;
  const wanted = new Map<string, { choices: string[]; ranges: IRange[] }>();
  for (const [row, choices] of choicesByRow(sheet, map)) {
    const uid = ruleOf(choices);
    const rule = wanted.get(uid) ?? { choices, ranges: [] };
    wanted.set(uid, rule);
    const last = rule.ranges.at(-1);
    if (last?.endRow === row - 1) last.endRow = row;
    else rule.ranges.push({ startRow: row, endRow: row, startColumn: status, endColumn: status });
  }
  const present = sheet.getDataValidations().map(({ rule }) => rule as ISheetDataValidationRule);
  const stale = present.filter(
    ({ uid, ranges }) => uid.startsWith('status-') && !sameRanges(ranges, wanted.get(uid)?.ranges ?? []),
  );
  const fresh = [...wanted].filter(
    ([uid]) => !present.some((rule) => rule.uid === uid) || stale.some((rule) => rule.uid === uid),
  );
  if (stale.length > 0) {
    book.mutate(RemoveDataValidationMutation.id, sheet, { ruleId: stale.map(({ uid }) => uid) });
  }
  if (fresh.length > 0) {
    book.mutate(AddDataValidationMutation.id, sheet, {
      rule: fresh.map(([uid, { choices, ranges }]) => dropdown(uid, choices, ranges)),
    });
  }
}

/** A choice is offered, never forced: 办结 and other aliases are for the rules to read. */
function dropdown(uid: string, choices: string[], ranges: IRange[]): ISheetDataValidationRule {
  return {
    uid,
    type: DataValidationType.LIST,
    formula1: choices.join(','),
    ranges,
    allowBlank: true,
    showDropDown: true,
    showErrorMessage: false,
    errorStyle: DataValidationErrorStyle.INFO,
    renderMode: DataValidationRenderMode.ARROW,
  };
}

function* choicesByRow(sheet: FWorksheet, map: LedgerMap): Generator<[number, string[]]> {
  const worksheet = sheet.getSheet();
  const key = map.columns.find(({ tag }) => tag.id === 'key')?.at ?? -1;
  for (let row = 1; row <= map.lastRow; row += 1) {
    const tag = worksheet.getCellRaw(row, key)?.custom as Partial<KeyTag> | null | undefined;
    if (tag?.choices && tag.choices.length > 0) yield [row, tag.choices];
  }
}

function sameRanges(left: IRange[], right: IRange[]): boolean {
  const spell = (ranges: IRange[]) =>
    ranges
      .map(({ startRow, endRow, startColumn }) => `${startRow}:${endRow}:${startColumn}`)
      .toSorted()
      .join(' ');
  return spell(left) === spell(right);
}

/** Row heights stay behind too. `only`: the rows that were written, where no row has moved. */
export function tidyHeights(book: Book, sheet: FWorksheet, only?: number[]): void {
  const map = mapLedger(sheet);
  if (!map) return;
  const worksheet = sheet.getSheet();
  const widths = new Map(
    map.columns.filter(({ tag }) => tag.role !== 'hidden').map(({ tag, width }) => [tag.id, width]),
  );
  const rowData: Record<number, object> = {};
  for (const row of only ?? allRows(map)) {
    const cells: Partial<Record<ColumnId, CellValue>> = {};
    for (const { at, tag } of map.columns) cells[tag.id] = fromCell(worksheet.getCellRaw(row, at));
    const height = heightOf(cells, widths);
    const present = worksheet.getRowManager().getRow(row);
    if (present?.ia === 0 || present?.ah === height.ah) continue;
    rowData[row] = { ...present, ...height };
  }
  if (Object.keys(rowData).length > 0) book.mutate(SetRowDataMutation.id, sheet, { rowData });
}

function allRows(map: LedgerMap): number[] {
  return Array.from({ length: map.lastRow }, (_, index) => index + 1);
}
