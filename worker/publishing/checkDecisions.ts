import type { Roster } from '../../shared/roster/roster.ts';
import { isSame } from '../../shared/taskList/isSame.ts';
import type { ChosenSchedule, ListSettings } from '../../shared/taskList/listSettings.ts';
import { numberOf, type TaskList } from '../../shared/taskList/taskList.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import type { ProblemPlace } from '../../shared/wire/problem.ts';
import { Problem } from '../problems/problem.ts';

/** What is wrong with the days of a chosen date: they lie in the list's year, in order. */
function faultOf(chosen: ChosenSchedule, year: number): { zh: string; en: string } | null {
  const days = [...('start' in chosen ? [chosen.start] : []), ...('due' in chosen ? [chosen.due] : [])];
  if (days.some((day) => !day.startsWith(`${year}-`))) {
    return { zh: `日期应在 ${year} 年之内`, en: `Its days must lie in ${year}` };
  }
  if ('start' in chosen && chosen.start > chosen.due) {
    return { zh: '开始日期晚于截止日期', en: 'It ends before it begins' };
  }
  return null;
}

/**
 * Checks what is decided anew: an undated schedule of the list in force gets a date, a name stands for units or a group of the
 * roster. Earlier decisions stay, though the list or the roster may have changed since.
 * @throws Problem `invalid-request`, `reference-unknown`.
 */
export function checkDecisions(
  before: ListSettings,
  after: ListSettings,
  list: TaskList,
  roster: Roster,
  pointer: string,
): void {
  const undated = new Set(
    list.tasks.flatMap(({ arrangements }) =>
      arrangements.flatMap(({ code, schedules }) =>
        schedules.flatMap((schedule, index) =>
          schedule.kind === 'undated' ? [`${code} ${numberOf(schedule, index)}`] : [],
        ),
      ),
    ),
  );
  const units = new Set(roster.units.map(({ id }) => id));
  const groups = new Set(roster.groups.map(({ name }) => name));
  const faults: ProblemPlace[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  const known = new Set(before.schedules.map((each) => JSON.stringify(each)));
  for (const [index, chosen] of after.schedules.entries()) {
    const name = `${chosen.arrangement} ${chosen.schedule}`;
    const at = `${pointer}/schedules/${index}`;
    if (seen.has(name)) faults.push({ pointer: at, zh: `${name} 重复`, en: `${name} is decided twice` });
    seen.add(name);
    if (known.has(JSON.stringify(chosen))) continue;
    const fault = faultOf(chosen, list.year);
    if (fault) faults.push({ pointer: at, ...fault });
    if (!undated.has(name)) unknown.push(name);
  }
  for (const [name, meant] of Object.entries(after.unitNames)) {
    if (isSame(before.unitNames[name], meant)) continue;
    if ('group' in meant) unknown.push(...(groups.has(meant.group) ? [] : [meant.group]));
    else unknown.push(...meant.units.filter((unit) => !units.has(unit)));
  }
  if (faults.length > 0) throw invalidAt(faults);
  if (unknown.length > 0) throw new Problem('reference-unknown', { names: unknown.slice(0, 20).join('、') });
}
