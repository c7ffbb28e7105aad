import { periodsIn } from '../../../shared/ledgers/yearPeriods.ts';
import type { ColumnBlock } from '../../../shared/ledgers/proposal.ts';
import { isCadence } from '../../../shared/rules/context.ts';
import type { ScheduleKind } from '../../../shared/taskList/taskList.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { IndicatorBlocks } from './indicatorBlocks.ts';
import type { AskedPeriod, ProposedRow } from './proposed.ts';

/** Which rows of ours a row of hers is. */

export type BySeries = ReadonlyMap<string, SheetRow[]>;

export interface Blocks {
  /** What they are of; the last is empty where columns say how things stand now. */
  of: readonly string[];
  /** The day on which the period of each ends; empty: none. */
  ends: readonly string[];
  year: number;
}

/** Blocks as they would be bound. One that may be of several periods is of none. */
export function blocksOf(blocks: readonly ColumnBlock[], hasStanding: boolean, year: number): Blocks {
  const ends = endsIn(year);
  const of = blocks.map(({ periods }) => (periods.length === 1 ? periods[0]! : '?'));
  const all = of.length > 0 && hasStanding ? [...of, ''] : of;
  return { of: all, ends: all.map((each) => ends.get(each) ?? ''), year };
}

function endsIn(year: number): Map<string, string> {
  const cadences = ['weekly', 'monthly', 'two-monthly', 'quarterly', 'half-yearly'] as const;
  return new Map(
    cadences.flatMap((each) => periodsIn(each, year).map(({ id, endsOn }) => [id, endsOn] as const)),
  );
}

const cadenceOf = (rows: readonly SheetRow[] | undefined): boolean =>
  rows?.[0] !== undefined && isCadence(rows[0].context);

/** The series of one arrangement and indicator, of whatever schedule; of other indicators where that has none. */
function akin(series: string, bySeries: BySeries): string[] {
  const [code, , indicator] = series.split('.');
  const all = [...bySeries.keys()].filter((id) => id.startsWith(`${code}.`));
  const same = all.filter((id) => id.endsWith(`.${indicator}`));
  return [series, ...same.filter((id) => id !== series), ...all.filter((id) => !same.includes(id))];
}

/** The row of a cadence that a block is of: of its period, or of the longer one that ends with it. */
function inBlock(
  series: readonly string[],
  at: number,
  { of, ends, year }: Blocks,
  bySeries: BySeries,
): SheetRow | null {
  const wanted = of[at]!;
  const all = series.flatMap((id) => (cadenceOf(bySeries.get(id)) ? bySeries.get(id)! : []));
  const exact = all.find(({ period }) => period === wanted);
  if (exact) return exact;
  const known = endsIn(year);
  return (
    all.find(
      ({ period }) => ends[at] !== '' && known.get(period) === ends[at] && lasts(period) > lasts(wanted),
    ) ?? null
  );
}

const order = ['W', '', 'B', 'Q', 'H'];
/** How long a kind of period lasts, to be compared. */
const lasts = (period: string): number => order.indexOf(/-([WBQH]?)\d/u.exec(period)?.[1] ?? '');

/** Periods that are asked: of rows that are overwritten, and of what falls due once beside periods of others. */
export function periodsAsked(
  rows: readonly ProposedRow[],
  bySeries: BySeries,
  { of, ends }: Blocks,
  today: string,
  said: Partial<Record<ScheduleKind, string>>,
): AskedPeriod[] {
  const kinds = new Map<ScheduleKind, SheetRow[]>();
  const named = new Map<ScheduleKind, string>();
  let hasOnce = false;
  for (const { series, period, told } of rows) {
    const own = series === null ? [] : (bySeries.get(series) ?? []);
    const kind = own[0]?.context.scheduleKind;
    if (kind === undefined) continue;
    if (of.length > 0) hasOnce ||= !isCadence({ scheduleKind: kind });
    else if (period === null && isCadence({ scheduleKind: kind })) {
      kinds.set(kind, [...(kinds.get(kind) ?? []), ...own]);
      if (told !== null && !named.has(kind)) named.set(kind, told);
    }
  }
  const asked = [...kinds].map(([kind, own]): AskedPeriod => {
    const opened = own.filter(({ context }) => context.opensOn <= today);
    const candidates = [...new Set((opened.length > 0 ? opened : own).map(({ period }) => period))]
      .toSorted()
      .toReversed();
    // A sheet called 3月 is of March, whatever is due by now.
    const ofSheet = candidates.find((each) => each === named.get(kind));
    return { kind, candidates, period: said[kind] ?? ofSheet ?? candidates[0]! };
  });
  if (!hasOnce || of.includes('')) return asked;
  // What falls due once stands in the column of the period that she fills in now.
  const candidates = of.filter((each) => each !== '?').toReversed();
  const begun = of.findIndex((_, at) => ends[at]! >= today);
  const now = of[begun < 0 ? of.length - 1 : begun];
  return candidates.length === 0
    ? asked
    : [...asked, { kind: 'once', candidates, period: said.once ?? (now === '?' ? candidates[0]! : now!) }];
}

/** Keys of rows whose series and period are settled; a key goes to one row only. */
export function withKeys(
  matched: readonly ProposedRow[],
  bySeries: BySeries,
  asked: readonly AskedPeriod[],
  blocks: Blocks,
  indicators: IndicatorBlocks | null,
): ProposedRow[] {
  const taken = new Set<string>();
  return matched.map((row) => {
    const own = row.series === null ? [] : (bySeries.get(row.series) ?? []);
    const kind = own[0]?.context.scheduleKind;
    if (kind === undefined || row.series === null || row.isAsked || row.isLeftOut || row.why !== null)
      return row;
    const found = blocks.of.length > 0 ? acrossBlocks(row.series) : inRow();
    if (found.length === 0) return { ...row, why: 'no-period' };
    const keys = found.filter(({ key }) => !taken.has(key));
    if (keys.length === 0) return { ...row, why: 'twice' };
    for (const { key } of keys) taken.add(key);
    return { ...row, keys, key: keys[0]!.key };

    function inRow(): ProposedRow['keys'] {
      const wanted = row.period ?? asked.find((each) => each.kind === kind)?.period;
      const only = isCadence({ scheduleKind: kind! }) ? own.find(({ period }) => period === wanted) : own[0];
      if (!only) return [];
      return indicators?.keysOf(row, only, bySeries) ?? [{ key: only.key, block: 0 }];
    }

    function acrossBlocks(series: string): ProposedRow['keys'] {
      const all = akin(series, bySeries);
      const once = all.map((id) => bySeries.get(id)!).find((rows) => !cadenceOf(rows))?.[0];
      const place = blocks.of.findIndex(
        (of) => of === (blocks.of.includes('') ? '' : asked.find((each) => each.kind === 'once')?.period),
      );
      return blocks.of.flatMap((_, at) => {
        // What falls due once stands in one of them, be it that the cadence stands in the others.
        const inIt = inBlock(all, at, blocks, bySeries) ?? (at === place ? (once ?? null) : null);
        return inIt ? [{ key: inIt.key, block: at + 1 }] : [];
      });
    }
  });
}
