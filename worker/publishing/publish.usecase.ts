import { rosterOfList, withDecisions } from '../../shared/taskList/decisions.ts';
import { defaultListSettings } from '../../shared/taskList/listSettings.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import { prepareList, type PreparedList } from '../../shared/taskList/prepareList.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { PublishingSummary } from '../../shared/wire/parts/publishingSummary.ts';
import { untilPlanHolds } from '../db/change.ts';
import { checkOverdueAtOnce } from '../obligations/overdueAtOnce.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { checkChoices, checkReadings, checkVersion } from './checkChoices.ts';
import { checkDecisions } from './checkDecisions.ts';
import { candidateOf, unknownUnits } from './compare.usecase.ts';
import type { ListToPublish } from './listBody.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { readListSnapshot, type ListSnapshot } from '../taskLists/listSnapshot.repository.ts';
import type { By } from '../identity/by.ts';
import { storePublishing } from './storePublishing.usecase.ts';

type Reading = Omit<ListToPublish, 'diagnostics'> & { taskList: TaskList };

/** @throws Problem `matches-open` naming each match that a person has to decide, with what it may be. */
function checkOpen({ matches, open }: PreparedList, year: number, snapshot: ListSnapshot): void {
  if (open.length === 0) return;
  const toCandidate = candidateOf(snapshot);
  const where = matches
    .filter(({ confidence }) => confidence === 'uncertain')
    .slice(0, 100)
    .map(({ place, candidates }) => {
      const likely = candidates.map(({ code, similarity }) => toCandidate(code, similarity));
      return {
        pointer: `#/matches/${place}`,
        zh: `新清单的 ${place} 可能是：${likely.map(({ code, text }) => `${code}“${text.slice(0, 30)}”`).join('；')}；也可能是新增`,
        en: `${place} of the new list may be ${likely.map(({ code }) => code).join(', ')}, or new`,
      };
    });
  throw new Problem(
    'matches-open',
    { year, count: open.length, places: open.slice(0, 20).join('、') },
    where,
  );
}

/** What a publishing has done. */
export interface PublishingResult {
  changed: boolean;
  version: number;
  /** What it changed; `null` where nothing was. */
  summary: PublishingSummary | null;
}

/** One publishing attempt from a snapshot; see `publishTaskList`. */
async function publishFrom(
  snapshot: ListSnapshot,
  reading: Reading,
  overdue: number | undefined,
  by: By,
): Promise<PublishingResult> {
  const stored = snapshot.list;
  checkVersion(reading, stored);
  checkChoices(reading, snapshot.known);
  checkReadings(reading);
  const prepared = prepareList(reading.taskList, snapshot.known, reading.matches, reading.readings);
  const { taskList } = prepared;
  const before = stored?.settings ?? defaultListSettings;
  const settings = withDecisions(before, reading.decisions);
  if (stored && isSame(stored.taskList, taskList) && isSame(before, settings)) {
    return { changed: false, version: stored.version, summary: null };
  }
  checkDecisions(before, settings, taskList, snapshot.roster, '#/decisions');
  const unknown = unknownUnits(taskList, rosterOfList(snapshot.roster, settings));
  if (unknown.length > 0) throw new Problem('units-unknown', { names: unknown.join('、') });
  checkOpen(prepared, taskList.year, snapshot);
  if (prepared.exhausted.length > 0) {
    throw new Problem('numbers-exhausted', { names: prepared.exhausted.join('、') });
  }
  const next = inForce({ ...snapshot, list: { narrowings: new Map(), ...stored, taskList, settings } });
  await checkOverdueAtOnce({ db: by.db, today: by.clock.today }, next, before, overdue);
  return {
    changed: true,
    ...(await storePublishing(
      snapshot,
      { ...prepared, settings, undoes: null, head: reading.head, prose: reading.prose },
      by,
    )),
  };
}

/**
 * Publishes a list (I11): what is stored becomes this list, its arrangements matched to those that were there, and its
 * obligations those of its year. The same list again changes nothing.
 * @param overdue how many obligations the request knows that its decisions make overdue at once.
 * @throws Problem `list-moved-on`, `matches-invalid`, `matches-open`, `units-unknown`, `numbers-exhausted`, `reference-unknown`, `overdue-at-once`;
 * nothing was stored then.
 */
export function publishTaskList(
  reading: Reading,
  overdue: number | undefined,
  by: By,
): Promise<PublishingResult> {
  return untilPlanHolds(async () =>
    publishFrom(await readListSnapshot(by.db, reading.taskList.year), reading, overdue, by),
  );
}
