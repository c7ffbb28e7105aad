import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import { AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/data-validation';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Book } from './book.ts';
import { type LedgerMap, mapLedger } from './ledgerSheet.ts';
import type { KeyTag } from './sheetData.ts';

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
  for (let row = map.header + 1; row <= map.lastRow; row += 1) {
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
