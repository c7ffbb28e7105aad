import { assignmentSets, unitsOn, type AssignmentSet } from '../roster/expandUnits.ts';
import type { Roster } from '../roster/roster.ts';
import { obligationKey } from '../rowKey/rowKey.ts';
import { scheduleInForce } from '../taskList/decisions.ts';
import { unitsOf } from '../taskList/leftOpen.ts';
import type { ListSettings } from '../taskList/listSettings.ts';
import { numberOf, type TaskList } from '../taskList/taskList.ts';
import { movedDue } from './movedDue.ts';
import { lockAfter } from './lock.ts';
import { keyPeriodOf, occasionsOf, type Occasion } from './schedulePeriods.ts';

/** A time at which an arrangement falls due, and who reports on it: an obligation (应报项) of each of these units. */
export interface AskedOccasion extends Occasion {
  list: string;
  arrangement: string;
  task: string;
  category: number;
  schedule: number;
  /** The period that its keys name: it outlives other dates. */
  keyPeriod: string;
  /** The date from which a holiday has moved the due date (P9); `null` where none did. */
  movedFrom: string | null;
  lockOn: string | null;
  /** Rows of each obligation: one for each indicator. */
  rowCount: number;
  /** Ids, each once; the same array for all occasions of one assignment. */
  units: readonly string[];
}

/** The bureau's own narrowings of who is assigned, by arrangement code. */
export type Narrowings = ReadonlyMap<string, readonly AssignmentSet[]>;

/** All that decides who reports when. */
export interface ListInForce {
  taskList: TaskList;
  /** The roster, which knows the names of this list. */
  roster: Roster;
  settings: ListSettings;
  narrowings: Narrowings;
}

/** The key of a unit's obligation at an occasion. */
export const obligationKeyAt = (occasion: AskedOccasion, unit: string): string =>
  obligationKey({ ...occasion, unit, period: occasion.keyPeriod });

/**
 * All occasions of a list's year (P1–P9). A unit is asked when it is assigned on the due date, before a holiday moves that,
 * or on the year's last day where there is none. So a change of the roster touches what falls due from that day on.
 */
export function makeOccasions({ taskList, roster, settings, narrowings }: ListInForce): AskedOccasion[] {
  const { year } = taskList;
  const made: AskedOccasion[] = [];
  for (const task of taskList.tasks) {
    const ofTask = assignmentSets(task.units, roster);
    for (const arrangement of task.arrangements) {
      const units = unitsOf(task, arrangement);
      const printed = units === task.units ? ofTask : assignmentSets(units, roster);
      const narrowed = narrowings.get(arrangement.code) ?? [];
      for (const [index, schedule] of arrangement.schedules.entries()) {
        const number = numberOf(schedule, index);
        const inForce = scheduleInForce(settings, arrangement.code, number, schedule);
        const kept = keyPeriodOf(inForce, year) === null ? null : keyPeriodOf(schedule, year);
        for (const occasion of occasionsOf(inForce, year, settings.seasons)) {
          const { period } = occasion;
          const { dueOn, movedFrom } = movedDue(occasion.dueOn, inForce.kind, settings);
          const { lockDaysAfterDue: days } = settings;
          made.push({
            ...occasion,
            list: String(year),
            arrangement: arrangement.code,
            task: task.code,
            category: task.category,
            schedule: number,
            keyPeriod: kept ?? period.id,
            ...{ dueOn, movedFrom },
            lockOn: lockAfter(dueOn, days),
            rowCount: arrangement.indicators.length,
            units: unitsOn(occasion.dueOn ?? `${year}-12-31`, printed, narrowed),
          });
        }
      }
    }
  }
  return made;
}
