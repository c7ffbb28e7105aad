import { lightsOn } from '../../shared/obligations/light.ts';
import type { FigureName } from '../../shared/progress/names.ts';
import { ratesOf } from '../../shared/progress/rates.ts';
import { sortGroups } from '../../shared/progress/sortGroups.ts';
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
import type { Access } from '../identity/access.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { loadProgress } from './progress.repository.ts';

const none: ProgressCounts = {
  expected: 0,
  due: 0,
  dueReceived: 0,
  dueFulfilled: 0,
  dueOnTime: 0,
  received: 0,
  fulfilled: 0,
  onTime: 0,
  reportedLate: 0,
  completedLate: 0,
  overdue: 0,
  missing: 0,
  undated: 0,
  toAccept: 0,
  accepted: 0,
  returned: 0,
  red: 0,
  yellow: 0,
  blue: 0,
};

function groupOf(
  id: string,
  name: string,
  counts: ProgressCounts,
  quantities: Quantity[] | null,
): ProgressGroup {
  return {
    id,
    name,
    ...counts,
    ...ratesOf(counts),
    ...(quantities && { quantities }),
  };
}

function totalOf(groups: readonly ProgressCounts[]): ProgressAnswer['total'] {
  const total = { ...none };
  for (const group of groups) {
    for (const count of Object.keys(none) as (keyof ProgressCounts)[]) total[count] += group[count];
  }
  return { ...total, ...ratesOf(total) };
}

/** The warnings of the bureau's side: sums over units against the district's target. */
function findingsOf(quantities: readonly Quantity[]): ProgressAnswer['findings'] {
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

/**
 * Who has reported what, by unit, category, task, arrangement or period (B1, B2): of the district from the
 * roll-up, or of one unit, category or period. A reporter's is its own unit's, and no other exists for it.
 * @throws Problem `unit-not-found`
 */
export async function readProgress(
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
  asked: {
    year?: number | undefined;
    groupBy: GroupBy;
    unit?: string | undefined;
    category?: number | undefined;
    period?: string | undefined;
    quantities: boolean;
    sort?: FigureName | undefined;
  },
): Promise<ProgressAnswer> {
  const unit = await unitOf({ db, access }, asked.unit);
  const list = await chooseList(db, asked.year, clock.today);
  const loaded = await loadProgress(db, list.id, asked, lightsOn(clock.today, list.settings.blueDays), {
    ...asked,
    unit,
  });
  const some = unit !== null || asked.category !== undefined || asked.period !== undefined;
  const countsOf = new Map(loaded.counts.map(({ id, ...rest }) => [id, rest]));
  const quantitiesOf = Map.groupBy(loaded.quantities, (each) => each.groupId);
  const groups = loaded.names
    // Of some obligations, what has any; of the district also what nobody is asked for.
    .filter(({ id }) => !some || countsOf.has(id) || (asked.groupBy === 'unit' && id === unit))
    .map(({ id, name }) =>
      groupOf(
        id,
        name,
        countsOf.get(id) ?? none,
        asked.quantities ? (quantitiesOf.get(id) ?? []).map(({ groupId: _, ...quantity }) => quantity) : null,
      ),
    );
  return {
    list: { year: list.year, title: list.title },
    groupBy: asked.groupBy,
    today: clock.today,
    demo: clock.demoOffset !== null,
    total: totalOf(groups),
    groups: sortGroups(groups, asked.sort ?? null),
    // The district's target is held against the district's sums.
    findings: unit === null && asked.groupBy !== 'unit' ? findingsOf(loaded.quantities) : [],
  };
}
