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
  /** Key, received rows, fulfilled rows; whether it is received and fulfilled as a whole; punctuality, review. */
  obligations: [string, number, number, 0 | 1, 0 | 1, 'onTime' | null, 'toAccept' | null][];
  /** List, dimension, group, due date, then the six counts. */
  rollup: (string | number)[][];
  /** List, unit, arrangement, indicator, reported count. */
  totals: (string | number | null)[][];
}

const obligationOf = (rowKey: string): string => {
  const [list, arrangement, schedule, , unit, period] = rowKey.split('.');
  return `${list}.${arrangement}.${schedule}.${unit}.${period}`;
};

/** What a push of these new rows writes, worked out here so that the floor's Worker does not have to. */
export function floorPush(
  pushId: string,
  key: string,
  sheet: ReadonlyMap<string, SheetRow>,
  pushed: readonly Pushed[],
): FloorPush {
  const obligations = new Map<string, { received: number; fulfilled: number; rows: number }>();
  const rowsOf = Map.groupBy(sheet.keys(), obligationOf);
  const rollup = new Map<string, (string | number)[]>();
  const totals = new Map<string, (string | number | null)[]>();
  const rows = pushed.map((row) => {
    const [list, arrangement, , indicator, unit, period] = row.key.split('.') as string[];
    const obligation = obligationOf(row.key);
    const { context, due } = sheet.get(row.key)!;
    const { received, fulfilled } = obligations.get(obligation) ?? { received: 0, fulfilled: 0 };
    obligations.set(obligation, {
      received: received + 1,
      fulfilled: fulfilled + Number(isCadence(context)),
      rows: rowsOf.get(obligation)!.length,
    });
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
    return { ...row, obligation, indicator: indicator!, version: 1 };
  });
  const [list = '', , , , unit = ''] = pushed[0]?.key.split('.') ?? [];
  return {
    ...{ pushId, key, unit, list },
    arrangements: [...new Set(pushed.map((row) => row.key.split('.')[1]!))],
    rows,
    obligations: [...obligations].map(([obligation, { received, fulfilled, rows: all }]) => {
      const [isReceived, isFulfilled] = [received === all, fulfilled === all];
      return [
        ...[obligation, received, fulfilled, Number(isReceived), Number(isFulfilled)],
        ...[isFulfilled ? 'onTime' : null, isReceived ? 'toAccept' : null],
      ] as FloorPush['obligations'][number];
    }),
    rollup: [...rollup.values()],
    totals: [...totals.values()],
  };
}
