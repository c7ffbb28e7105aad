import type { NumberingLevel, ProseLevels, ProseRole } from '../../../../shared/import/prose/levels.ts';
import { goInwards, proseRoles } from '../../../../shared/import/prose/levels.ts';
import type { ProseReading } from '../../../../shared/import/prose/proseReading.ts';
import type { TakenFor } from '../../../../shared/import/prose/takenFor.ts';
import { placed, type Placed } from '../../../../shared/taskList/placed.ts';
import type { TaskList } from '../../../../shared/taskList/taskList.ts';

/** A stretch of a line; `as` is `null` where it is a number, a label or a bracket. */
export interface ProseSegment {
  text: string;
  as: TakenFor | null;
}

/** A line of the document, with the arrangements that were read in it. */
export interface ProseLine {
  row: number;
  segments: ProseSegment[];
  read: Placed[];
}

const bare = (text: string): string => text.replaceAll(/\s/gu, '');

/** The document line by line beside what was read in it. */
export function proseLines({ lines, taken }: ProseReading, list: TaskList): ProseLine[] {
  const byRow = Map.groupBy(taken, ({ row }) => row);
  const waiting = placed(list);
  return lines.map(({ row, text }) => {
    const pieces = byRow.get(row) ?? [];
    const segments: ProseSegment[] = [];
    let at = 0;
    for (const { start, text: words, as } of pieces) {
      if (start < at) continue;
      if (start > at) segments.push({ text: text.slice(at, start), as: null });
      at = Math.min(text.length, start + words.length);
      segments.push({ text: text.slice(start, at), as });
    }
    if (at < text.length) segments.push({ text: text.slice(at), as: null });
    const read = pieces
      .filter(({ as }) => as === 'arrangements')
      .flatMap(({ text: words }) => takeAll(waiting, bare(words)));
    return { row, segments, read };
  });
}

/** The next arrangements whose words stand in these; they are waited for no more. */
function takeAll(waiting: Placed[], words: string): Placed[] {
  const found: Placed[] = [];
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const head = bare(next.arrangement.textAsPrinted).slice(0, 8);
    if (head === '' || !words.includes(head)) break;
    found.push(next);
    waiting.shift();
  }
  return found;
}

/** Levels in which this one has another role, or none; another level that had it has none. */
export function withRole(
  levels: ProseLevels,
  level: NumberingLevel,
  role: ProseRole | null,
): { levels: ProseLevels; isRight: boolean } {
  const kept = proseRoles.flatMap((each) =>
    each === role || levels[each] === undefined || levels[each] === level
      ? []
      : [[each, levels[each]] as const],
  );
  const next: ProseLevels = Object.fromEntries(role === null ? kept : [...kept, [role, level] as const]);
  return { levels: next, isRight: goInwards(next) && Object.keys(next).length > 0 };
}

export const roleOf = (levels: ProseLevels, level: NumberingLevel): ProseRole | null =>
  proseRoles.find((role) => levels[role] === level) ?? null;
