import * as z from 'zod';
import { optionalFields } from '../row/row.ts';

/** What the bureau decides of a list, beside its text. */
export const listSettings = z.strictObject({
  /** Months (1–12) of each season that the text names; a season without an entry is an open decision. */
  seasons: z.record(z.string().min(1).max(40), z.array(z.int().min(1).max(12)).min(1).max(12)).default({}),
  /** Days between the due date and the lock; `null`: nothing is ever locked (P7). */
  lockDaysAfterDue: z.int().min(0).max(3650).nullable().default(null),
  /** Whom a clerk calls about a locked row. */
  contact: z.string().max(200).default(''),
  /** Optional fields that this list does not ask for. */
  switchedOff: z.array(z.enum(optionalFields)).max(optionalFields.length).default([]),
});
export type ListSettings = z.infer<typeof listSettings>;

/** The settings in full, as they are set: nothing is reset by being left out. */
export const wholeListSettings = z.strictObject({
  seasons: listSettings.shape.seasons.unwrap(),
  lockDaysAfterDue: listSettings.shape.lockDaysAfterDue.unwrap(),
  contact: listSettings.shape.contact.unwrap(),
  switchedOff: listSettings.shape.switchedOff.unwrap(),
});

export const defaultListSettings: ListSettings = listSettings.parse({});
