import * as z from 'zod';
import { numberingLevels } from './levels.ts';
import { takenFor } from './takenFor.ts';

/** A level of numbering: 第一部分, 一、, （一）, 1., （1）, ①. */
export const numberingLevel = z.enum(numberingLevels);

/** Which level of numbering is the category, the task, the arrangement. */
export const proseLevels = z
  .strictObject({
    category: numberingLevel.optional(),
    task: numberingLevel.optional(),
    arrangement: numberingLevel.optional(),
  })
  .meta({ id: 'ProseLevels' });

/** How a list without a table was read, for a person to check and to change. */
export const proseReading = z
  .strictObject({
    levels: proseLevels,
    /** Where the levels are from; `said`: given with the request; `kept`: said of an earlier list of this shape. */
    from: z.enum(['proposed', 'said', 'kept']),
    /** The levels that it has, and what is proposed of them: what was said holds for the next list of the same shape. */
    shape: z.string().max(400),
    /** The levels of numbering that it has, the outermost first; how many places, and the first one. */
    found: z.array(z.strictObject({ level: numberingLevel, count: z.int(), example: z.string() })),
    /** Its lines, as they stand in the grid; empty ones left out. */
    lines: z.array(z.strictObject({ row: z.int(), text: z.string() })),
    /** What its stretches were taken for, in order. A stretch begins at `start` of the text of its 1-based row. */
    taken: z.array(
      z.strictObject({
        row: z.int(),
        start: z.int(),
        text: z.string(),
        as: z.enum(takenFor),
      }),
    ),
  })
  .meta({ id: 'ProseReading' });
export type ProseReading = z.infer<typeof proseReading>;

/** What is kept with a list of what a person has said of its levels. */
export const keptLevels = z.looseObject(proseReading.pick({ levels: true, from: true, shape: true }).shape);
export type KeptLevels = z.infer<typeof keptLevels>;
