import { daysOfSpan, spanOn, spansOf } from '../../shared/calendar/spans.ts';
import type { ProgressTrend, TrendBy, TrendCounts } from '../../shared/wire/progressTrend.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../identity/access.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import { loadTrend, type TrendRow } from './trend.repository.ts';

const nothing = (): TrendCounts => ({
  expected: 0,
  due: 0,
  dueOnTime: 0,
  late: 0,
  unfinished: 0,
  missing: 0,
});

/** Adds a day's obligations: those of a day that has passed are due (P1). */
function add(to: TrendCounts, row: TrendRow, today: string): void {
  to.expected += row.expected;
  if (row.due >= today) return;
  to.due += row.expected;
  to.dueOnTime += row.onTime;
  to.late += row.fulfilled - row.onTime;
  to.unfinished += row.received - row.fulfilled;
  to.missing += row.expected - row.received;
}

function entry<K>(map: Map<K, TrendCounts>, key: K): TrendCounts {
  const found = map.get(key) ?? nothing();
  map.set(key, found);
  return found;
}

/**
 * What has become of what fell due, span by span and unit by unit (B21); of the district, a unit, a category. A reporter's
 * is its own unit's.
 * @throws Problem `unit-not-found`
 */
export async function readTrend(
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
  asked: {
    year?: number | undefined;
    unit?: string | undefined;
    category?: number | undefined;
    by: TrendBy;
  },
): Promise<ProgressTrend> {
  const unit = await unitOf({ db, access }, asked.unit);
  const list = await chooseList(db, asked.year, clock.today);
  const loaded = await loadTrend(db, list.id, { unit, category: asked.category });
  const total = nothing();
  const spans = new Map(spansOf(asked.by, list.year).map((id) => [id, nothing()]));
  const units = new Map<string, TrendCounts>();
  const cells = new Map<string, Map<string, TrendCounts>>();
  const spanOfDay = new Map<string, string>();
  for (const row of loaded.rows) {
    const span = spanOfDay.get(row.due) ?? spanOn(asked.by, row.due);
    spanOfDay.set(row.due, span);
    const ofUnit = cells.get(row.unit) ?? new Map<string, TrendCounts>();
    cells.set(row.unit, ofUnit);
    for (const to of [total, entry(spans, span), entry(units, row.unit), entry(ofUnit, span)])
      add(to, row, clock.today);
  }
  const spanEntries = [...spans]
    .map(([id, counts]) => {
      const { from, before } = daysOfSpan(id)!;
      return { id, from, before, ...counts };
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const known = loaded.units.filter(({ id }) => units.has(id) || id === unit);
  return {
    list: { year: list.year, title: list.title },
    today: clock.today,
    demo: clock.demoOffset !== null,
    by: asked.by,
    total,
    spans: spanEntries,
    units: known.map(({ id, name }) => ({ id, name, ...(units.get(id) ?? nothing()) })),
    cells: known.flatMap(({ id }) =>
      spanEntries.flatMap(({ id: span }) => {
        const counts = cells.get(id)?.get(span);
        return counts ? [{ unit: id, span, ...counts }] : [];
      }),
    ),
  };
}
