import { describe, expect, test } from 'vitest';
import { columnsOf, columnWidths } from '../../../shared/sheet/ledgerLayout.ts';
import type { Snapshot } from '../../../addin/workbook/univer.ts';
import { asLaidOutNow } from '../../../addin/workbook/univer/asLaidOutNow.ts';
import { ledgerStyles } from '../../../addin/workbook/univer/look.ts';
import { ledgerSheetData } from '../../../addin/workbook/univer/sheetData.ts';

/** As the columns stood, and how wide, in the look before this one. */
const former = {
  ...{ result: 116, task: 104, arrangement: 216, indicator: 100, target: 50, period: 74, due: 88 },
  ...{ status: 92, count: 76, completedOn: 106, note: 260, problems: 180, key: 80, base: 50 },
};
const padding = { l: 5, r: 5, t: 2, b: 2 };

function formerWorkbook(changed: Partial<Record<keyof typeof former, number>> = {}): Snapshot {
  const widths = { ...former, ...changed };
  const ids = Object.keys(former) as (keyof typeof former)[];
  return {
    id: 'taizhang',
    custom: { taizhang: { ledger: 'l', state: { cursor: 'c' } } },
    styles: {
      'ledger-header': { fs: 11, pd: padding, bl: 1 },
      'ledger-note': { fs: 11, pd: padding, tb: 3, vt: 2 },
      Xy12ab: { fs: 11, pd: padding, bg: { rgb: '#fbd5d5' } },
      ofTheClerk: { fs: 14, bl: 1 },
    },
    sheets: {
      l: {
        id: 'l',
        cellData: { 1: { 10: { v: '已开展', s: 'ledger-note' } } },
        columnData: Object.fromEntries(
          ids.map((id, at) => [at, { w: widths[id], custom: { id, role: 'value' } }]),
        ),
        rowData: { 0: { h: 46, ia: 0 }, 1: { h: 130, ah: 130, ia: 1 }, 2: { h: 77, ia: 0 } },
        defaultRowHeight: 28,
      },
    },
  } as unknown as Snapshot;
}

const widthsOf = (snapshot: Snapshot) =>
  Object.fromEntries(
    Object.values(snapshot.sheets!['l']!.columnData as object as Record<number, never>).map(
      ({ w, custom }: { w: number; custom: { id: string } }) => [custom.id, w],
    ),
  );

describe('L4: a ledger that was laid out before', () => {
  test('gets the widths of now; the task, which stands before what is filled in, leaves it room', () => {
    const widths = widthsOf(asLaidOutNow(formerWorkbook(), columnWidths));
    const { key, base, problems, ...shown } = widths;
    expect([key, base, problems]).toEqual([80, 50, 180]);
    expect(shown).toEqual({
      ...{ result: 76, task: 56, arrangement: 152, indicator: 66, target: 40, period: 92, due: 78 },
      ...{ status: 94, count: 56, completedOn: 80, note: 200 },
    });
  });

  test('keeps a width and a height that a clerk has drawn herself, and all that stands in it', () => {
    const before = formerWorkbook({ note: 420, arrangement: 305 });
    const now = asLaidOutNow(before, columnWidths);
    expect(widthsOf(now)).toMatchObject({ note: 420, arrangement: 305, count: 56 });
    expect(now.sheets!['l']!.rowData).toEqual({
      0: { h: 40, ia: 0 },
      1: { h: 40, ah: 130, ia: 0 },
      2: { h: 77, ia: 0 },
    });
    expect(now.sheets!['l']!.cellData).toEqual(before.sheets!['l']!.cellData);
    expect(now.custom).toEqual(before.custom);
  });

  test('has the type of now, in marked cells too; a style of the clerk’s own stays', () => {
    const { styles } = asLaidOutNow(formerWorkbook(), columnWidths);
    const sizes = Object.entries(styles!).map(([name, style]) => [name, (style as { fs: number }).fs]);
    expect(sizes).toEqual([
      ['ledger-header', 9],
      ['ledger-note', 9],
      ['Xy12ab', 9],
      ['ofTheClerk', 14],
    ]);
    expect(styles!['Xy12ab']).toMatchObject({ bg: { rgb: '#fbd5d5' } });
  });

  test('one that is laid out now is left as it is, also where a column was drawn to a former width', () => {
    const columns = columnsOf([]).map((column) => (column.id === 'due' ? { ...column, width: 88 } : column));
    const now = {
      custom: { taizhang: { ledger: 'l' } },
      styles: ledgerStyles(columns),
      sheets: { l: ledgerSheetData({ columns, rows: [{ cells: { key: 'a' }, statusChoices: [] }] }) },
    } as unknown as Snapshot;
    expect(asLaidOutNow(now, columnWidths)).toBe(now);
    expect(asLaidOutNow({}, columnWidths)).toEqual({});
  });
});
