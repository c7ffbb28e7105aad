/** A moment, and how an obligation that is due on a day and not reported stands then. */
export interface DeadlineCase {
  due: string;
  at: string;
  state: 'open' | 'overdue';
  why: string;
}

const around = (due: string, next: string, why: string): DeadlineCase[] => [
  { due, at: `${due}T23:59:59+08:00`, state: 'open', why: `${why}, its last second` },
  { due, at: `${next}T00:00:00+08:00`, state: 'overdue', why: `${why}, the first second after it` },
];

export const deadlineCases: readonly DeadlineCase[] = [
  ...around('2024-02-29', '2024-03-01', 'leap day'),
  ...around('2024-03-31', '2024-04-01', 'the end of a month of 31 days'),
  ...around('2024-04-30', '2024-05-01', 'the end of a month of 30 days'),
  ...around('2024-12-31', '2025-01-01', 'the end of the year'),
  { due: '2024-06-30', at: '2024-06-30T15:59:59Z', state: 'open', why: 'by the clock of Greenwich' },
  { due: '2024-06-30', at: '2024-06-30T16:00:00Z', state: 'overdue', why: 'by the clock of Greenwich' },
  ...around('2024-07-31', '2024-08-01', 'the end of July'),
];
