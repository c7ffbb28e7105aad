import type { IStyleData } from '@univerjs/core';
import { backgroundOf, colours, isShort, isTextColumn } from '../ledgerLook.ts';
import type { ColumnId, LedgerColumn, Mark } from '../port.ts';

/** Fonts that Windows, macOS, Linux and the Chinese desktops bring along; nothing is fetched. */
export const fontStack =
  '"Microsoft YaHei","PingFang SC","Hiragino Sans GB","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

/** In points: two lines of it in a row, and all that is filled in beside the pane. */
const fontSize = 9;

/** Numbers of `@univerjs/core`'s enums, spelt out: they are const in its types and data in its snapshots. */
const align = { left: 1, centre: 2 } as const;
const vertical = { middle: 2, top: 1 } as const;
const wrap = 3;

const line = { s: 1, cl: { rgb: '#d7dde3' } };
const grid: IStyleData = { bd: { t: line, b: line, l: line, r: line } };
const base: IStyleData = { ff: fontStack, fs: fontSize, pd: { l: 4, r: 4, t: 2, b: 1 }, ...grid };

export const headerLook: IStyleData = {
  ...base,
  bl: 1,
  bg: { rgb: colours.header },
  cl: { rgb: colours.headerText },
  ht: align.centre,
  vt: vertical.middle,
  tb: wrap,
};

const isLong = ({ id }: Pick<LedgerColumn, 'id'>): boolean => !isShort(id);

/** The look of a ledger cell by its column. */
export function columnLook(column: Pick<LedgerColumn, 'id' | 'role'>): IStyleData {
  return {
    ...base,
    tb: wrap,
    ht: isShort(column.id) ? align.centre : align.left,
    // A long text shows its beginning.
    vt: isLong(column) ? vertical.top : vertical.middle,
    ...(isTextColumn(column.id) ? { n: { pattern: '@' } } : {}),
    ...(column.role === 'identity' ? { cl: { rgb: colours.identityText } } : {}),
    ...background(column, 'none'),
  };
}

/** The workbook's named styles, so that a thousand cells share one. */
export function ledgerStyles(columns: Pick<LedgerColumn, 'id' | 'role'>[]): Record<string, IStyleData> {
  return Object.fromEntries([
    [headerStyleId, headerLook],
    ...columns.map((column) => [styleId(column.id), columnLook(column)] as const),
  ]);
}

export const headerStyleId = 'ledger-header';
export const styleId = (id: ColumnId): string => `ledger-${id}`;

/** Background of a cell under a mark; `bg: null` takes a colour away again. */
export function background(column: Pick<LedgerColumn, 'id' | 'role'>, mark: Mark): IStyleData {
  const colour = backgroundOf(column, mark);
  return { bg: colour === null ? null : { rgb: colour } };
}
