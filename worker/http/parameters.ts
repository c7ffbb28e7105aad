import * as z from 'zod';
import { inBoth } from '../problems/invalidRequest.ts';

/**
 * A whole number in an address, in plain digits: `0x7e8`, ` 2024`, `2e3` and `02024` are none. Described as an integer
 * between its bounds.
 */
export function wholeNumber(min: number, max: number) {
  const error = inBoth(
    `应为 ${min} 至 ${max} 的整数，只用数字书写`,
    `Expected a whole number from ${min} to ${max}, in digits`,
  );
  return z
    .string()
    .regex(/^(?:0|[1-9][0-9]{0,8})$/u, { error, abort: true })
    .transform(Number)
    .pipe(z.int().min(min, { error }).max(max, { error }))
    .openapi({ type: 'integer', minimum: min, maximum: max });
}

/** A list's year, in a path or a query. */
export const year = wholeNumber(2000, 2100);

/** The parameters of `/task-lists/{year}/…`. */
export const ofYear = z.object({ year });
