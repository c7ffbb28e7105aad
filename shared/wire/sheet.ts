import * as z from 'zod';
import { packedRows, unpackRows, type PackedRows } from './parts/packedRows.ts';
import { sheetColumn } from './parts/sheetColumn.ts';
import type { SheetRow } from './parts/sheetRow.ts';

/** `GET /v1/sheet`: a unit's ledger; with `cursor`, only the rows that changed or opened since. */
export const packedSheet = z
  .strictObject({
    list: z.strictObject({ year: z.int(), title: z.string() }),
    unit: z.strictObject({ id: z.string(), name: z.string() }),
    /** The server's today; the pane checks dates against it (P8). */
    today: z.iso.date(),
    /** Whether the clock is the demo clock (演示日期). */
    demo: z.boolean(),
    rulesVersion: z.string(),
    /** Whom the list names to be asked; empty where it names nobody. */
    contact: z.string(),
    /** So many days before it is due a row gets its blue light. */
    blueDays: z.int(),
    /** Whether `rows` is the whole sheet, or the changes since the cursor that was given. */
    whole: z.boolean(),
    columns: z.array(sheetColumn),
    ...packedRows.shape,
    cursor: z.string(),
  })
  .meta({ id: 'Sheet' });
export type PackedSheet = z.infer<typeof packedSheet>;
export type Sheet = Omit<PackedSheet, keyof PackedRows> & { rows: SheetRow[] };

/** The sheet that was sent. */
export function unpackSheet({ arrangements, series, rows, ...sheet }: PackedSheet): Sheet {
  const on = { today: sheet.today, year: sheet.list.year };
  return { ...sheet, rows: unpackRows({ arrangements, series, rows }, on) };
}

export const packedSheetExample: PackedSheet = {
  list: { year: 2024, title: '2024 年危险化学品安全监管工作任务清单' },
  unit: { id: 'xuejia', name: '某镇' },
  today: '2024-04-10',
  demo: true,
  rulesVersion: '2026.3',
  contact: '某区应急管理局 0519-12345678',
  blueDays: 7,
  whole: true,
  columns: [{ field: 'note', zh: '工作情况', en: 'Note', role: 'value', choices: null }],
  arrangements: { '1-7-1': { taskName: '装货安全', text: '每周调度装货企业。' } },
  series: {
    '2024.1-7-1.1.done': {
      indicatorLabel: '完成',
      unitOfMeasure: '项',
      target: 1,
      scheduleKind: 'weekly',
      allocation: null,
      districtTarget: 1,
      mode: 'perPeriod',
    },
  },
  rows: [
    {
      key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
      period: '2024-W15',
      state: 'open',
      opensOn: '2024-04-08',
      due: '2024-04-14',
    },
  ],
  cursor: '2024~xuejia~12~2024-04-10',
};
