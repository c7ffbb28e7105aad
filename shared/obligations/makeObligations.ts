import { addDays } from '../calendar/days.ts';
import type { Period } from '../calendar/period.ts';
import { assignmentSets, unitsOn, type AssignmentSet } from '../roster/expandUnits.ts';
import type { Roster } from '../roster/roster.ts';
import { obligationKey } from '../rowKey/rowKey.ts';
import { scheduleInForce } from '../taskList/decisions.ts';
import { unitsOf } from '../taskList/leftOpen.ts';
import type { ListSettings } from '../taskList/listSettings.ts';
import { numberOf, type TaskList } from '../taskList/taskList.ts';
import { keyPeriodOf, occasionsOf } from './schedulePeriods.ts';

/** A report that is expected (应报项): arrangement × schedule × unit × period. */
export interface MadeObligation {
  key: string;
  arrangement: string;
  task: string;
  category: number;
  schedule: number;
  unit: string;
  period: Period;
  opensOn: string;
  dueOn: string | null;
  lockOn: string | null;
  /** One row for each indicator. */
  rowCount: number;
}

/** The bureau's own narrowings of who is assigned, by arrangement code. */
export type Narrowings = ReadonlyMap<string, readonly AssignmentSet[]>;

/**
 * All obligations of a list's year (P1–P8). A unit has one when it is assigned on the due date, or on the
 * year's last day where there is none; so a change of the roster touches what falls due from that day on.
 */
export function makeObligations(
  list: TaskList,
  roster: Roster,
  settings: ListSettings,
  narrowings: Narrowings,
): MadeObligation[] {
  const id = String(list.year);
  const made: MadeObligation[] = [];
  for (const task of list.tasks) {
    const ofTask = assignmentSets(task.units, roster);
    for (const arrangement of task.arrangements) {
      const units = unitsOf(task, arrangement);
      const printed = units === task.units ? ofTask : assignmentSets(units, roster);
      const narrowed = narrowings.get(arrangement.code) ?? [];
      for (const [index, schedule] of arrangement.schedules.entries()) {
        const number = numberOf(schedule, index);
        const inForce = scheduleInForce(settings, arrangement.code, number, schedule);
        const kept = keyPeriodOf(inForce, list.year) === null ? null : keyPeriodOf(schedule, list.year);
        for (const { period, opensOn, dueOn } of occasionsOf(inForce, list.year, settings.seasons)) {
          const lockOn =
            dueOn === null || settings.lockDaysAfterDue === null
              ? null
              : addDays(dueOn, settings.lockDaysAfterDue);
          for (const unit of unitsOn(dueOn ?? `${list.year}-12-31`, printed, narrowed)) {
            made.push({
              key: obligationKey({
                list: id,
                arrangement: arrangement.code,
                schedule: number,
                unit,
                period: kept ?? period.id,
              }),
              arrangement: arrangement.code,
              task: task.code,
              category: task.category,
              schedule: number,
              unit,
              period,
              opensOn,
              dueOn,
              lockOn,
              rowCount: arrangement.indicators.length,
            });
          }
        }
      }
    }
  }
  return made;
}
