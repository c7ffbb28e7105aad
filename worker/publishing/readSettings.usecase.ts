import { unknownYearsOf } from '../../shared/calendar/workingDays.ts';
import type { ListSettings, MeantByName } from '../../shared/taskList/listSettings.ts';
import { openDecisions, type OpenDecision } from '../../shared/taskList/openDecisions.ts';
import { Problem } from '../problems/problem.ts';
import { listStatementCount, listStatements, storedListOf } from '../taskLists/taskLists.repository.ts';
import { rosterOf, rosterStatements } from '../units/units.repository.ts';
import { versionOf, versionStatement, type Version } from '../versions/versions.repository.ts';

/** What the bureau has decided of a list, with its version, and what is left to decide. */
export interface SettingsInForce {
  settings: ListSettings;
  version: Version;
  openDecisions: OpenDecision[];
  holidaysUnknown: number[];
}

/** The settings as a reporter sees them: of names that mean units, only that its own is among them (A4.1). */
function ofUnit(settings: ListSettings, unit: string): ListSettings {
  const own = Object.entries(settings.unitNames).flatMap(([name, meant]): [string, MeantByName][] => {
    if ('group' in meant) return [[name, meant]];
    return meant.units.includes(unit) ? [[name, { units: [unit] }]] : [];
  });
  return { ...settings, unitNames: Object.fromEntries(own) };
}

/**
 * The settings of a list as they stand at one moment.
 * @param unit of a reporter that asks; `null`: the bureau asks.
 * @throws Problem `list-not-found`.
 */
export async function readListSettings(
  db: D1Database,
  year: number,
  unit: string | null,
): Promise<SettingsInForce> {
  const [version, ...results] = await db.batch([
    versionStatement(db, `settings ${year}`),
    ...listStatements(db, String(year)),
    ...rosterStatements(db),
  ]);
  const list = storedListOf(results.slice(0, listStatementCount));
  if (!list) throw new Problem('list-not-found', { year });
  const roster = rosterOf(results.slice(listStatementCount));
  const { settings, taskList } = list;
  return {
    settings: unit === null ? settings : ofUnit(settings, unit),
    version: versionOf(version),
    openDecisions: openDecisions(taskList, settings, roster),
    holidaysUnknown: unknownYearsOf(year),
  };
}
