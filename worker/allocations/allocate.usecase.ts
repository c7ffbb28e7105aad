import { whatOf } from '../../shared/audit/changes.ts';
import { rollupDeltas } from '../../shared/sync/rollup.ts';
import { checkAllocations } from '../../shared/rules/checkTable.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { AllocationsSaved } from '../../shared/wire/allocationsSaved.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { beginWideChange, untilPlanHolds } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import { Problem } from '../problems/problem.ts';
import {
  loadAllocations,
  readForAllocating,
  writeAllocations,
  type Allocation,
} from './allocations.repository.ts';
import { settleWritten, type SettlingOn } from '../obligations/settleWritten.usecase.ts';
import { applyRollup, rebuildDistrictTotals } from '../progress/rollups.repository.ts';
import { loadList, loadListSettings } from '../taskLists/taskLists.repository.ts';
import { checkVersion } from '../versions/guard.ts';
import { raiseVersion, type Version } from '../versions/versions.repository.ts';

const nameOf = ({ unit, arrangement, indicator }: Omit<Allocation, 'share'>): string =>
  `${unit} ${arrangement} ${indicator}`;

/** Statements that bring the reports on these arrangements up to their shares: a report is done by the one in force. */
function settleAllocated(on: SettlingOn, allocations: readonly Allocation[]): Promise<D1PreparedStatement[]> {
  const shares = new Map(allocations.map((each) => [nameOf(each), each.share]));
  const units = Map.groupBy(allocations, ({ arrangement }) => arrangement);
  const concerned = new Map([...units].map(([code, each]) => [code, new Set(each.map(({ unit }) => unit))]));
  return settleWritten(
    on,
    { concerned, shared: concerned },
    ({ obligations }) =>
      obligations.map((obligation) => ({
        ...obligation,
        rows: obligation.rows.map((row) => {
          const share = shares.get(nameOf({ ...obligation, indicator: row.indicator.id }));
          return share === undefined ? row : { ...row, allocation: share };
        }),
      })),
    ({ changes, totals }) => applyRollup(on.db, on.listId, rollupDeltas(changes), totals),
  );
}

/**
 * Sets units' shares; what they add up to is checked against the district's targets, and told as warnings. What stands
 * there already changes nothing, whichever version was looked at.
 * @param given versions that were looked at.
 * @throws Problem `list-not-found`, `reference-unknown`, `changed-meanwhile`; nothing was stored then.
 */
export async function allocate(
  by: By,
  year: number,
  allocations: readonly Allocation[],
  given: readonly number[],
): Promise<AllocationsSaved & { version: Version }> {
  const { db, access, clock } = by;
  const listId = String(year);
  const list = await loadList(db, listId);
  if (!list) throw new Problem('list-not-found', { year });
  const changed = await untilPlanHolds(async () => {
    const known = await readForAllocating(db, year);
    const unknown = allocations.flatMap(({ arrangement, indicator, unit }) => [
      ...(known.indicators.has(`${arrangement} ${indicator}`) ? [] : [`${arrangement} ${indicator}`]),
      ...(known.units.has(unit) ? [] : [unit]),
    ]);
    if (unknown.length > 0) {
      throw new Problem('reference-unknown', { names: [...new Set(unknown)].slice(0, 20).join('、') });
    }
    const stored = new Map(known.allocations.map((each) => [nameOf(each), each.share]));
    // What is named twice is what it was named last.
    const changes = [...new Map(allocations.map((each) => [nameOf(each), each])).values()].filter(
      (each) => each.share !== (stored.get(nameOf(each)) ?? null),
    );
    if (changes.length === 0) return 0;
    checkVersion(given, known.version, { zh: `${year} 年的分解指标`, en: `The set of shares of ${year}` });
    const { paceMargin } = await loadListSettings(db, listId);
    const settled = await settleAllocated({ db, listId, today: clock.today, paceMargin }, changes);
    await db.batch([
      ...beginWideChange(db, known.sequence, clock.now),
      ...writeAllocations(db, listId, changes),
      raiseVersion(db, `allocations ${year}`, { at: clock.now, keyId: access.keyId }),
      ...settled,
      ...rebuildDistrictTotals(db, listId),
      auditStatement(db, {
        ...{ kind: 'allocations', by, year },
        units: [...new Set(changes.map(({ unit }) => unit))],
        arrangements: [...new Set(changes.map(({ arrangement }) => arrangement))],
        what: whatOf(
          changes.map((each) => ({
            place: `${each.unit}/${each.arrangement}/${each.indicator}`,
            before: stored.get(nameOf(each)) ?? null,
            after: each.share,
          })),
        ),
      }),
    ]);
    return changes.length;
  });
  const standing = await loadAllocations(db, year);
  return { changed, findings: findingsOf(list.taskList, standing.allocations), version: standing.version };
}

/** Where the shares of an indicator do not add up to the district's target. */
function findingsOf(taskList: TaskList, allocations: readonly Allocation[]): AllocationsSaved['findings'] {
  const shares = Map.groupBy(allocations, (each) => `${each.arrangement} ${each.indicator}`);
  return taskList.tasks
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
}
