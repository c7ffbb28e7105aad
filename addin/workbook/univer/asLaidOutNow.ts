import type { IColumnData, IRowData, IStyleData } from '@univerjs/core';
import type { ColumnId } from '../port.ts';
import type { Snapshot } from '../univer.ts';
import { columnLook, headerLook, headerStyleId, styleId } from './look.ts';
import { type ColumnTag, headerHeight, rowHeight } from './sheetData.ts';

/** Widths that columns were laid out with before: what a clerk has drawn herself is hardly one of them. */
const formerWidths: Partial<Record<ColumnId, readonly number[]>> = {
  result: [170, 132, 116],
  task: [170, 120, 104],
  arrangement: [300, 230, 216],
  indicator: [150, 104, 100],
  target: [70, 54, 50],
  period: [90, 80, 74],
  due: [100, 90, 88],
  status: [96, 92],
  count: [84, 76],
  completedOn: [106],
  note: [260],
};

/** The task stood before what is filled in; there it leaves room. */
const taskBefore = 56;
const formerHeader = 46;
/** What ledger cells had, and nothing that a clerk can choose has. */
const formerPadding = JSON.stringify({ l: 5, r: 5, t: 2, b: 2 });

/**
 * A workbook that was laid out before: columns, rows and cells look as they would now, where they look as they were laid out
 * then. What a clerk has changed herself stays, and so does everything that stands in it.
 */
export function asLaidOutNow(snapshot: Snapshot, widths: Readonly<Record<ColumnId, number>>): Snapshot {
  const id = (snapshot.custom as { taizhang?: { ledger?: string } } | undefined)?.taizhang?.ledger;
  const sheet = id === undefined ? undefined : snapshot.sheets?.[id];
  const columns = entriesOf<IColumnData>(sheet?.columnData).flatMap(([at, data]) => {
    const tag = data.custom as Partial<ColumnTag> | null | undefined;
    return tag?.id && tag.role ? [{ at, data, tag: { id: tag.id, role: tag.role } }] : [];
  });
  if (!sheet || columns.length === 0 || !isFormer(snapshot)) return snapshot;
  const placeOf = (wanted: ColumnId) => columns.find(({ tag }) => tag.id === wanted)?.at ?? -1;
  const isTaskBefore = placeOf('task') < placeOf('status');
  const columnData = { ...sheet.columnData } as Record<number, Partial<IColumnData>>;
  for (const { at, data, tag } of columns)
    if (formerWidths[tag.id]?.includes(data.w ?? -1))
      columnData[at] = {
        ...data,
        w: tag.id === 'task' && isTaskBefore ? taskBefore : (widths[tag.id] ?? data.w ?? 0),
      };
  const rowData = { ...sheet.rowData } as Record<number, Partial<IRowData>>;
  for (const [at, data] of entriesOf<IRowData>(sheet.rowData)) {
    // A height of the clerk's own is no automatic one.
    if (at === 0 ? data.h === formerHeader : data.ia === 1)
      rowData[at] = { ...data, h: at === 0 ? headerHeight : rowHeight, ia: 0 };
  }
  return {
    ...snapshot,
    styles: stylesNow(snapshot, columns),
    sheets: { ...snapshot.sheets, [id!]: { ...sheet, columnData, rowData, defaultRowHeight: rowHeight } },
  };
}

const isFormerStyle = (style: unknown): style is IStyleData =>
  JSON.stringify((style as IStyleData | null)?.pd) === formerPadding;

const isFormer = ({ styles }: Snapshot): boolean => isFormerStyle(styles?.[headerStyleId]);

/** Named styles are as they are laid out now; those of marked cells, which Univer has put together, in size and padding. */
function stylesNow(
  { styles = {} }: Snapshot,
  columns: { tag: ColumnTag }[],
): NonNullable<Snapshot['styles']> {
  const now = { fs: headerLook.fs!, pd: headerLook.pd! };
  const looks = new Map<string, IStyleData>([
    [headerStyleId, headerLook],
    ...columns.map(({ tag }) => [styleId(tag.id), columnLook(tag)] as const),
  ]);
  return Object.fromEntries(
    Object.entries(styles).map(([name, style]) => [
      name,
      looks.get(name) ?? (isFormerStyle(style) ? { ...style, ...now } : style),
    ]),
  );
}

function entriesOf<T>(record: object | undefined): [number, Partial<T>][] {
  return Object.entries((record ?? {}) as Record<number, Partial<T>>).map(([at, data]) => [Number(at), data]);
}
