import type { PeriodReading } from './periodWords.ts';
import type { RowProposal } from './proposal.ts';

/** Orders periods that rows name, however long they are; empty: none. */
export function startOf(period: PeriodReading | null): string {
  const [id] = period?.periods ?? [];
  if (id === undefined) return '';
  const [year = '', part = ''] = id.split('-');
  const number = Number(part.replace(/\D/gu, '')) || 0;
  const share = part.startsWith('W')
    ? 53
    : part.startsWith('Q')
      ? 4
      : part.startsWith('B')
        ? 6
        : part.startsWith('H')
          ? 2
          : 12;
  return part === '' ? `${year}-1.0000` : `${year}-${(number / share).toFixed(4)}`;
}

/**
 * Settles rows of one arrangement that would report the same. A hidden copy beside a shown row says nothing; of rows that name
 * different periods the latest says how things stand; else nobody can tell, and it is asked. `starts`: of rows that name a period.
 */
export function settleRepeats(
  rows: RowProposal[],
  starts: ReadonlyMap<number, string>,
  hidden: ReadonlySet<number>,
): void {
  const isOne = ({ is, matches }: RowProposal): boolean =>
    is === 'arrangement' && typeof matches[0]?.code === 'string';
  const byTarget = Map.groupBy(
    rows.filter(isOne).flatMap((row) =>
      row.reports.map((report) => ({
        row: row.row,
        name: `${report.arrangement}.${report.schedule}.${report.indicator}.${report.periods.join()}`,
      })),
    ),
    ({ name }) => name,
  );
  // A row that is surely of an arrangement is not doubted for one that may be.
  const isSure = new Map(rows.map(({ row, matches }) => [row, matches[0]?.confidence === 'certain']));
  const doubtful = (same: readonly number[]): readonly number[] =>
    same.filter((row) => isSure.get(row)).length === 1 ? same.filter((row) => !isSure.get(row)) : same;
  const dropped = new Set<string>();
  const asked = new Set<number>();
  for (const [name, all] of byTarget) {
    const numbers = [...new Set(all.map(({ row }) => row))];
    if (numbers.length < 2) continue;
    const shown = numbers.filter((row) => !hidden.has(row));
    const open = shown.length > 0 && shown.length < numbers.length ? shown : numbers;
    const latest = open
      .map((row) => starts.get(row) ?? '')
      .toSorted()
      .at(-1)!;
    const isDated = open.every((row) => (starts.get(row) ?? '') !== '');
    const kept = isDated ? open.filter((row) => starts.get(row) === latest) : open;
    for (const row of numbers) if (!kept.includes(row)) dropped.add(`${row} ${name}`);
    if (kept.length > 1) for (const row of doubtful(kept)) asked.add(row);
  }
  // Rows that name no period and are of one arrangement are the same, whatever they would report.
  const undated = rows.filter((row) => isOne(row) && !starts.has(row.row) && !hidden.has(row.row));
  for (const same of Map.groupBy(undated, ({ matches }) => matches[0]!.code).values())
    if (same.length > 1) for (const row of doubtful(same.map((each) => each.row))) asked.add(row);
  rows.forEach((row, at) => {
    const reports = row.reports.filter(
      (report) =>
        !dropped.has(
          `${row.row} ${report.arrangement}.${report.schedule}.${report.indicator}.${report.periods.join()}`,
        ),
    );
    if (asked.has(row.row) && isOne(row)) {
      rows[at] = {
        ...row,
        matches: row.matches.map((match) => ({ ...match, confidence: 'ask', why: 'match-twice' })),
        reports: reports.map((report) => ({ ...report, confidence: 'ask', why: 'match-twice' })),
      };
    } else if (reports.length < row.reports.length) rows[at] = { ...row, reports };
  });
}
