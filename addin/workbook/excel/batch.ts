import type { Was } from './owed.ts';
import { bytesOf } from './rounds.ts';

/** One thing to be queued; what it returns puts back what was there before. */
export interface Step {
  bytes: number;
  /** Whether it names several ranges at once. */
  isReference?: boolean;
  queue(sheet: Excel.Worksheet): Queued;
}

/** What tells, once a step has run, how it can be taken back: by an act of its own, or as cells. */
export interface Queued {
  putBack?: PutBack;
  was?(): Was[];
  held?: Held;
}

export type PutBack = (sheet: Excel.Worksheet) => void;

/** Whether what was overwritten was what the change had been planned on; known once the batch has run. */
export type Held = () => boolean;

/** Things of a size, packed in their order. There is always one batch. */
export function batches<T extends { bytes: number }>(steps: T[], most: number): T[][] {
  const packed: T[][] = [[]];
  let bytes = 0;
  for (const step of steps) {
    if (bytes + step.bytes > most && packed.at(-1)!.length > 0) {
      packed.push([]);
      bytes = 0;
    }
    packed.at(-1)!.push(step);
    bytes += step.bytes;
  }
  return packed;
}

/** Lines of cells in parts, none larger than `most` bytes if it has more than one line. */
export function splitLines<T>(lines: T[], most: number): { from: number; lines: T[] }[] {
  const parts = Math.max(1, Math.min(lines.length, Math.ceil(bytesOf(lines) / most)));
  const rows = Math.ceil(lines.length / parts);
  return Array.from({ length: Math.ceil(lines.length / rows) }, (_, part) => ({
    from: part * rows,
    lines: lines.slice(part * rows, (part + 1) * rows),
  }));
}
