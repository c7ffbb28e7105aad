import { activities } from './activities.ts';
import type { HandReadProse } from './handRead.ts';
import { ledByOne } from './ledByOne.ts';
import { linesOfTheirOwn } from './linesOfTheirOwn.ts';
import { namedItems } from './namedItems.ts';
import { numberedThrough } from './numberedThrough.ts';

/** Lists without a table that were read by hand. */
export const handReadProse: readonly HandReadProse[] = [
  ...[namedItems, ledByOne, linesOfTheirOwn, activities, numberedThrough],
];
