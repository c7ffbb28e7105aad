import * as z from 'zod';
import { numberingLevels, proseRoles } from './levels.ts';

const level = z.enum(numberingLevels);

/** Which level of numbering is the category, the task, the arrangement. */
export const proseLevels = z.partialRecord(z.enum(proseRoles), level);

/** How a list without a table was read, for a person to check and to change. */
export const proseReading = z.strictObject({
  levels: proseLevels,
  /** The levels of numbering that it has, the outermost first; how many places, and the first one. */
  found: z.array(z.strictObject({ level, count: z.int(), example: z.string() })),
  /** What its stretches were taken for, in order. A stretch begins at `start` of the text of its 1-based row. */
  taken: z.array(
    z.strictObject({
      row: z.int(),
      start: z.int(),
      text: z.string(),
      as: z.enum([
        'title',
        'category',
        'name',
        'goal',
        'arrangements',
        'lead',
        'units',
        'supporting',
        'deadline',
        'leftOut',
      ]),
    }),
  ),
});
export type ProseReading = z.infer<typeof proseReading>;
