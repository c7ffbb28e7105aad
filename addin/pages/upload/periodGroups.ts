import type { WorkbookReport } from '../../../shared/wire/workbookProposal.ts';

/** Reports of one sheet whose period is asked alike: answered once, and each to be said otherwise. */
export interface PeriodGroup {
  id: string;
  sheet: string;
  reports: readonly WorkbookReport[];
}

/** Groups of two and more reports that may be for the same periods, in the order of the file. */
export function periodGroups(
  reports: readonly WorkbookReport[],
  sheetOf: (report: WorkbookReport) => string,
): PeriodGroup[] {
  const asked = reports.filter(
    ({ periods, questions }) => periods.length > 1 && questions.some(({ about }) => about === 'period'),
  );
  const groups = Map.groupBy(asked, (report) => `p/${sheetOf(report)}/${report.periods.join()}`);
  return [...groups]
    .filter(([, all]) => all.length > 1)
    .map(([id, all]) => ({ id, sheet: sheetOf(all[0]!), reports: all }));
}

/** Whether a report is asked within a group. */
export function inGroup(groups: readonly PeriodGroup[]): (id: string) => boolean {
  const ids = new Set(groups.flatMap(({ reports }) => reports.map(({ id }) => id)));
  return (id) => ids.has(id);
}
