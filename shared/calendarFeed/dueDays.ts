/** A report that is expected of a unit and not done, or returned to it. Days are `YYYY-MM-DD`. */
export interface OpenReport {
  arrangement: string;
  text: string;
  period: string;
  due: string | null;
  /** The due date before an extension. */
  dueOriginal: string | null;
  received: boolean;
  fulfilled: boolean;
  /** The day by which a returned report is to be answered; `null` where it is not returned. */
  answerBy: string | null;
}

/** One arrangement of which something is due, with the periods that are. */
export interface DueLine {
  arrangement: string;
  text: string;
  /** To be reported and done, or, returned, to be answered. */
  kind: 'due' | 'answer';
  periods: string[];
  /** The date before the extension, where all of it was extended from the same day. */
  dueOriginal: string | null;
  /** The earliest day of it. */
  first: string;
  /** How many reports it is. */
  count: number;
  /** How many of them were received, and do not say done. */
  received: number;
}

export interface DueDay {
  day: string;
  lines: DueLine[];
}

/** On which day a report matters: a returned one when the answer is due, any other when it is due itself. */
export function placeOf(report: OpenReport): { day: string; kind: DueLine['kind'] } | null {
  if (report.answerBy !== null) return { day: report.answerBy, kind: 'answer' };
  return report.due === null || report.fulfilled ? null : { day: report.due, kind: 'due' };
}

/** Reports by arrangement: fifty weeks of one are one line. */
export function dueLines(reports: readonly OpenReport[]): DueLine[] {
  const lines = new Map<string, DueLine>();
  for (const report of reports) {
    const place = placeOf(report);
    if (place === null) continue;
    const id = `${place.kind} ${report.arrangement}`;
    const line = lines.get(id);
    if (line) {
      line.count += 1;
      if (!line.periods.includes(report.period)) line.periods.push(report.period);
      if (line.dueOriginal !== report.dueOriginal) line.dueOriginal = null;
      if (place.day < line.first) line.first = place.day;
      line.received += Number(report.received);
    } else {
      const { arrangement, text, period, dueOriginal, received } = report;
      lines.set(id, {
        ...{ arrangement, text, kind: place.kind, periods: [period], first: place.day, count: 1 },
        dueOriginal: place.kind === 'due' ? dueOriginal : null,
        received: Number(received),
      });
    }
  }
  return [...lines.values()];
}

/** What a unit has still to do, day by day. */
export function dueDays(reports: readonly OpenReport[]): DueDay[] {
  const days = Map.groupBy(reports, (report) => placeOf(report)?.day ?? '');
  days.delete('');
  return [...days]
    .map(([day, of]) => ({ day, lines: dueLines(of) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
