import { checkAllocations } from '../../shared/rules/checkTable.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import type { Clock } from '../clock/clock.ts';
import { untilPlanHolds } from '../db/change.ts';
import { Problem } from '../problems/problem.ts';
import {
  loadAllocations,
  readForAllocating,
  writeAllocations,
  type Allocation,
} from './allocations.repository.ts';
import { loadList } from '../taskLists/taskLists.repository.ts';

/**
 * Sets units' shares; what they add up to is checked against the district's targets, and told as warnings.
 * @throws Problem `list-not-found`, `reference-unknown`; nothing was stored then.
 */
export async function allocate(
  { db, clock }: { db: D1Database; clock: Clock },
  year: number,
  allocations: readonly Allocation[],
): Promise<{ changed: number; findings: ProgressAnswer['findings'] }> {
  const listId = String(year);
  const list = await loadList(db, listId);
  if (!list) throw new Problem('list-not-found', { year });
  await untilPlanHolds(async () => {
    const known = await readForAllocating(db, listId);
    const unknown = allocations.flatMap(({ arrangement, indicator, unit }) => [
      ...(known.indicators.has(`${arrangement} ${indicator}`) ? [] : [`${arrangement} ${indicator}`]),
      ...(known.units.has(unit) ? [] : [unit]),
    ]);
    if (unknown.length > 0) {
      throw new Problem('reference-unknown', { names: [...new Set(unknown)].slice(0, 20).join('、') });
    }
    if (allocations.length > 0) {
      await writeAllocations(db, listId, allocations, { sequence: known.sequence, now: clock.now });
    }
  });
  const shares = Map.groupBy(
    await loadAllocations(db, listId),
    (each) => `${each.arrangement} ${each.indicator}`,
  );
  const findings = list.taskList.tasks
    .flatMap((task) => task.arrangements)
    .flatMap(({ code, indicators }) =>
      indicators.flatMap((indicator) => {
        const made = (shares.get(`${code} ${indicator.id}`) ?? []).map(({ share }) => ({
          allocation: share,
        }));
        const found = checkAllocations({ ...indicator, districtTarget: indicator.target }, made);
        if (!found) return [];
        const sentences = { zh: sentenceFor(found, 'zh'), en: sentenceFor(found, 'en') };
        return [{ rule: found.rule, arrangement: code, indicator: indicator.id, ...sentences }];
      }),
    );
  return { changed: allocations.length, findings };
}
