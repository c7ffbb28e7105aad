import * as z from 'zod';
import { review } from './review.ts';

/** 红 overdue, 黄 behind pace or returned, 蓝 due soon. */
export const light = z.enum(['red', 'yellow', 'blue']).meta({ id: 'Light' });
export type Light = z.infer<typeof light>;

/** What the bureau's acts and the clocks say of an obligation, beside its state. */
export const acted = z.strictObject({
  /** `null` where it is not received. */
  review: review.nullable(),
  /** The due date before it was extended; `due` is the one in force. */
  dueOriginal: z.iso.date().nullable(),
  extension: z.strictObject({ reason: z.string(), document: z.string() }).nullable(),
  /** The date from which a holiday has moved the due date. */
  movedFrom: z.iso.date().nullable(),
  /** The lock does not hold up to this day, the day itself included. */
  unlockedUntil: z.iso.date().nullable(),
  /** The reason for which the bureau has declared that there is nothing of this kind at the unit (本地无此类). */
  declared: z.string().nullable(),
  light: light.nullable(),
  /** From this day on it is behind pace, as things stand; `null`: never. */
  behindFrom: z.iso.date().nullable(),
});
export type Acted = z.infer<typeof acted>;

/** What nobody has acted on. */
export const notActed: Acted = {
  review: null,
  dueOriginal: null,
  extension: null,
  movedFrom: null,
  unlockedUntil: null,
  declared: null,
  light: null,
  behindFrom: null,
};
