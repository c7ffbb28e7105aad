import { checkAllocations, checkReported } from '../../shared/rules/checkTable.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import type {
  GroupBy,
  ProgressAnswer,
  ProgressCounts,
  ProgressGroup,
  Quantity,
} from '../../shared/wire/progress.ts';
import type { Clock } from '../clock/clock.ts';
import { chooseList } from '../taskLists/chooseList.ts';
import { loadProgress } from './progress.repository.ts';

const none: ProgressCounts = {
  expected: 0,
  due: 0,
  received: 0,
  fulfilled: 0,
  onTime: 0,
  reportedLate: 0,
  completedLate: 0,
  overdue: 0,
  missing: 0,
  undated: 0,
};

const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function groupOf(id: string, name: string, counts: ProgressCounts, quantities: Quantity[]): ProgressGroup {
  return {
    id,
    name,
    ...counts,
    completeness: rate(counts.received, counts.expected),
    fulfilment: rate(counts.fulfilled, counts.expected),
    timeliness: rate(counts.onTime, counts.expected),
    quantities,
  };
}

function totalOf(groups: readonly ProgressCounts[]): ProgressCounts {
  const total = { ...none };
  for (const group of groups) {
    for (const count of Object.keys(none) as (keyof ProgressCounts)[]) total[count] += group[count];
  }
  return total;
}

/** The warnings of the bureau's side: sums over units against the district's target. */
function findingsOf(groupBy: GroupBy, quantities: readonly Quantity[]): ProgressAnswer['findings'] {
  if (groupBy === 'unit') return [];
  return quantities.flatMap((quantity) => {
    const targeted = { ...quantity, districtTarget: quantity.target };
    return [
      checkAllocations(targeted, [{ allocation: quantity.allocated }]),
      checkReported(targeted, [{ count: quantity.reported }]),
    ].flatMap((found) =>
      found
        ? [
            {
              rule: found.rule,
              arrangement: quantity.arrangement,
              indicator: quantity.indicator,
              zh: sentenceFor(found, 'zh'),
              en: sentenceFor(found, 'en'),
            },
          ]
        : [],
    );
  });
}

/** Who has reported what, by unit, category, task, arrangement or period (B1, B2), from the roll-up. */
export async function readProgress(
  { db, clock }: { db: D1Database; clock: Clock },
  asked: { year?: number | undefined; groupBy: GroupBy },
): Promise<ProgressAnswer> {
  const list = await chooseList(db, asked.year, clock.today);
  const { counts, quantities, names } = await loadProgress(db, list.id, asked.groupBy, clock.today);
  const countsOf = new Map(counts.map(({ id, ...rest }) => [id, rest]));
  const quantitiesOf = Map.groupBy(quantities, (each) => each.groupId);
  const groups = names.map(({ id, name }) =>
    groupOf(
      id,
      name,
      countsOf.get(id) ?? none,
      (quantitiesOf.get(id) ?? []).map(({ groupId: _, ...quantity }) => quantity),
    ),
  );
  return {
    list: { year: list.year, title: list.title },
    groupBy: asked.groupBy,
    today: clock.today,
    demo: clock.demoOffset !== null,
    total: totalOf(groups),
    groups,
    findings: findingsOf(asked.groupBy, quantities),
  };
}
