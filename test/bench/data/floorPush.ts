import { counts, isCadence } from '../../../shared/rules/context.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { Pushed } from './rows.ts';

/** Body of the floor's push: the rows, and beside them what a push would have worked out. */
export interface FloorPush {
  pushId: string;
  /** Id of an access key. */
  key: string;
  unit: string;
  list: string;
  arrangements: string[];
  rows: (Pushed & { obligation: string; indicator: string; version: number })[];
  /** Key, received rows, fulfilled rows. */
  obligations: [string, number, number][];
  /** List, dimension, group, due date, then the six counts. */
  rollup: (string | number)[][];
  /** List, unit, arrangement, indicator, reported count. */
  totals: (string | number | null)[][];
}

/** What a push of these rows writes, worked out here so that the floor's Worker does not have to. */
export function floorPush(
  pushId: string,
  key: string,
  sheet: ReadonlyMap<string, SheetRow>,
  pushed: readonly Pushed[],
  version: number,
): FloorPush {
  const obligations = new Map<string, [string, number, number]>();
  const rollup = new Map<string, (string | number)[]>();
  const totals = new Map<string, (string | number | null)[]>();
  const rows = pushed.map((row) => {
    const [list, arrangement, schedule, indicator, unit, period] = row.key.split('.') as string[];
    const obligation = `${list}.${arrangement}.${schedule}.${unit}.${period}`;
    const { context, due } = sheet.get(row.key)!;
    const known = obligations.get(obligation) ?? [obligation, 0, 0];
    obligations.set(obligation, [obligation, known[1] + 1, known[2] + Number(isCadence(context))]);
    const [category, sequence] = arrangement!.split('-') as [string, string];
    for (const [dimension, group] of [
      ['unit', unit!],
      ['category', category],
      ['task', `${category}-${sequence}`],
      ['arrangement', arrangement!],
      ['period', period!],
    ] as const) {
      const id = `${dimension} ${group} ${due}`;
      const counted = rollup.get(id) ?? [list!, dimension, group, due ?? '', 0, 0, 0, 0, 0, 0];
      counted[5] = Number(counted[5]) + 1;
      rollup.set(id, counted);
    }
    if (counts(context)) {
      const reported = typeof row.values.count === 'number' ? row.values.count : null;
      for (const owner of [unit!, '*']) {
        totals.set(`${owner} ${arrangement} ${indicator}`, [
          list!,
          owner,
          arrangement!,
          indicator!,
          reported,
        ]);
      }
    }
    return { ...row, obligation, indicator: indicator!, version };
  });
  const [list = '', , , , unit = ''] = pushed[0]?.key.split('.') ?? [];
  return {
    ...{ pushId, key, unit, list },
    arrangements: [...new Set(pushed.map((row) => row.key.split('.')[1]!))],
    rows,
    obligations: [...obligations.values()],
    rollup: [...rollup.values()],
    totals: [...totals.values()],
  };
}
