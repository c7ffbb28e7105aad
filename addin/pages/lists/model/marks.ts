import type { Arrangement, Schedule, SourceSpan, Task } from '../../../../shared/taskList/taskList.ts';
import type { Mark, MarkKind } from './segments.ts';
import type { ShownDiagnostic } from './settled.ts';

const at = (kind: MarkKind, { start, end }: SourceSpan): Mark => ({ kind, start, end });

const kindOf = (schedule: Schedule): MarkKind => (schedule.kind === 'undated' ? 'timeWords' : 'deadline');

/** What a diagnostic points at that is in no value of the arrangement. */
const kindsTold: Readonly<Record<string, MarkKind>> = {
  'deadline-unread': 'timeWords',
  'number-unread': 'openQuantity',
};

/**
 * Deadlines, time words and quantities of an arrangement's sentence, those that are left to a person or set aside apart; `told` is what is
 * said of it.
 */
export function sentenceMarks(
  { schedules, indicators, undatedWords = [], leftOpen = {}, textAsPrinted }: Arrangement,
  told: readonly Pick<ShownDiagnostic, 'code' | 'text'>[] = [],
): Mark[] {
  const held = new Set(schedules.map(({ source }) => source?.entry === undefined && source?.start));
  const { deadline, quantities = [] } = leftOpen;
  return [
    ...marksTold(told, textAsPrinted),
    ...(deadline?.sentence ?? []).flatMap(({ source }) =>
      source && !held.has(source.start) ? [at('timeWords', source)] : [],
    ),
    ...quantities.flatMap(({ source, target }) =>
      source.entry === undefined && (target === undefined || target === null)
        ? [at('openQuantity', source)]
        : [],
    ),
    ...undatedWords.flatMap((words) => everywhere('timeWords', textAsPrinted, words)),
    ...schedules.flatMap((schedule) =>
      schedule.source && schedule.source.entry === undefined ? [at(kindOf(schedule), schedule.source)] : [],
    ),
    ...indicators.flatMap(({ source }) =>
      source && source.entry === undefined ? [at('quantity', source)] : [],
    ),
  ];
}

/** What the list's column of deadlines prints for the arrangement, and what was read in it; what is set aside by now is marked apart. */
export function deadlineEntry(
  { schedules, undatedWords = [], leftOpen = {} }: Arrangement,
  told: readonly Pick<ShownDiagnostic, 'code' | 'text'>[] = [],
): { text: string; marks: Mark[] } | null {
  const column = leftOpen.deadline?.column ?? [];
  const text = [...schedules, ...column].find(({ source }) => source?.entry !== undefined)?.source?.entry;
  if (text === undefined) return null;
  const isOfEntry = ({ source }: Schedule) => source?.entry === text;
  const held = schedules.filter(isOfEntry);
  const marks = [...held, ...(held.length > 0 ? [] : column.filter(isOfEntry))].flatMap((schedule) =>
    schedule.source ? [at(held.includes(schedule) ? kindOf(schedule) : 'timeWords', schedule.source)] : [],
  );
  return {
    text,
    marks: [
      ...marks,
      ...marksTold(told, text),
      ...undatedWords.flatMap((words) => everywhere('timeWords', text, words)),
    ],
  };
}

export const goalMarks = ({ goalQuantities }: Task): Mark[] =>
  goalQuantities.map(({ source }) => at('quantity', source));

function marksTold(told: readonly Pick<ShownDiagnostic, 'code' | 'text'>[], printed: string): Mark[] {
  return told.flatMap(({ code, text }) => {
    const kind = kindsTold[code];
    return kind === undefined || text === null ? [] : everywhere(kind, printed, text);
  });
}

function everywhere(kind: MarkKind, text: string, words: string): Mark[] {
  const marks: Mark[] = [];
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length))
    marks.push({ kind, start, end: start + words.length });
  return marks;
}

/** Names as the importer compares them: without blanks, with full-width brackets. */
const fold = (name: string): string => name.replace(/\s/gu, '').replaceAll('(', '（').replaceAll(')', '）');

interface Piece {
  start: number;
  end: number;
}

/** The names of units where they stand in the printed cell; those that the roster does not know as such. */
export function unitMarks({ unitsAsPrinted, units }: Task, unknown: ReadonlySet<string>): Mark[] {
  const pieces = joined(unitsAsPrinted, namesIn(unitsAsPrinted), new Set(units));
  return pieces.map(({ start, end }, index) => {
    const printed = fold(unitsAsPrinted.slice(start, end));
    // Traditional characters differ from the name that was read: then the order tells which it is.
    const name = units.includes(printed) || pieces.length !== units.length ? printed : (units[index] ?? '');
    return { kind: unknown.has(name) ? 'unknownUnit' : 'unit', start, end };
  });
}

/** The stretches between separators; a `、` within brackets is part of a name. */
function namesIn(cell: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let start = 0;
  const close = (end: number) => {
    const piece = cell.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') pieces.push({ start: start + lead, end: start + piece.trimEnd().length });
    start = end + 1;
  };
  for (const [index, character] of [...cell.split('')].entries()) {
    if ('（('.includes(character)) depth += 1;
    else if ('）)'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '，,；;、。'.includes(character)) close(index);
  }
  close(cell.length);
  return pieces;
}

/** Pieces that together are one name (各园区、镇、街道) as one. */
function joined(cell: string, pieces: readonly Piece[], names: ReadonlySet<string>): Piece[] {
  const found: Piece[] = [];
  for (let index = 0; index < pieces.length;) {
    const first = pieces[index]!;
    let count = Math.min(8, pieces.length - index);
    while (count > 1 && !names.has(fold(cell.slice(first.start, pieces[index + count - 1]!.end)))) count -= 1;
    found.push({ start: first.start, end: pieces[index + count - 1]!.end });
    index += count;
  }
  return found;
}
