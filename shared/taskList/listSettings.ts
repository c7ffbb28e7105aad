import * as z from 'zod';
import { unitId } from '../roster/roster.ts';
import { optionalFields } from '../row/row.ts';
import { listOf, recordOf } from '../schema/bounded.ts';
import { isoDate } from './taskList.ts';

const chosen = {
  /** The arrangement's code. */
  arrangement: z.string().regex(/^[1-9][0-9]?-[1-9][0-9]?-[1-9][0-9]?$/),
  /** The number of its schedule that is undated in the list. */
  schedule: z.int().min(1).max(99),
};

/** A date or cadence that the bureau has given to an undated schedule (P5.1). */
export const chosenSchedule = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...chosen, kind: z.literal('once'), due: isoDate }),
    z.strictObject({ ...chosen, kind: z.literal('window'), start: isoDate, due: isoDate }),
    z.strictObject({
      ...chosen,
      kind: z.enum(['weekly', 'monthly', 'two-monthly', 'quarterly', 'half-yearly']),
    }),
  ])
  .meta({ id: 'ChosenSchedule' });
export type ChosenSchedule = z.infer<typeof chosenSchedule>;

/** Who is meant by a name that the roster does not know: some units, or a group of the roster. */
export const meantByName = z
  .union([
    z.strictObject({ units: listOf(unitId, { min: 1, max: 2000 }) }),
    z.strictObject({ group: z.string().min(1).max(80) }),
  ])
  .meta({ id: 'MeantByName' });
export type MeantByName = z.infer<typeof meantByName>;

/** What the bureau decides of a list, beside its text; a correction of the list leaves it as it is. */
export const listSettings = z.strictObject({
  /** Months (1–12) of each season that the text names; a season without an entry is an open decision. */
  seasons: recordOf(z.string().min(1).max(40), listOf(z.int().min(1).max(12), { min: 1, max: 12 }), {
    max: 200,
  }).default({}),
  /** Dates and cadences of undated schedules. */
  schedules: listOf(chosenSchedule, { max: 2000 }).default([]),
  /** Names of units in the list that the roster does not know. */
  unitNames: recordOf(z.string().min(1).max(80), meantByName, { max: 2000 }).default({}),
  /** Days between the due date and the lock; `null`: nothing is ever locked (P7). */
  lockDaysAfterDue: z.int().min(0).max(3650).nullable().default(null),
  /** What becomes of a due date on a day off (P9): it stays, moves from statutory holidays only, or to the next working day. */
  dueOnHoliday: z.enum(['keep', 'offHolidays', 'nextWorkingDay']).default('keep'),
  /** Whether the Sundays on which weeks fall due move as well. */
  moveWeeks: z.boolean().default(false),
  /** From so many days before it falls due an obligation has a blue light (B3). */
  blueDays: z.int().min(0).max(366).default(7),
  /** So many hundredths of its share a running total may lag behind the time that has passed, before its light is yellow (B3). */
  paceMargin: z.int().min(0).max(100).default(10),
  /** Working days that a unit has to answer a report that was returned. */
  answerWithinWorkingDays: z.int().min(0).max(60).default(3),
  /** Whom a clerk calls about a locked row. */
  contact: z.string().max(200).default(''),
  /** Optional fields that this list does not ask for. */
  switchedOff: listOf(z.enum(optionalFields), { max: optionalFields.length }).default([]),
});
export type ListSettings = z.infer<typeof listSettings>;

/** The settings in full: nothing is reset by being left out. */
export const wholeListSettings = z
  .strictObject({
    seasons: listSettings.shape.seasons.unwrap(),
    schedules: listSettings.shape.schedules.unwrap(),
    unitNames: listSettings.shape.unitNames.unwrap(),
    lockDaysAfterDue: listSettings.shape.lockDaysAfterDue.unwrap(),
    dueOnHoliday: listSettings.shape.dueOnHoliday.unwrap(),
    moveWeeks: listSettings.shape.moveWeeks.unwrap(),
    blueDays: listSettings.shape.blueDays.unwrap(),
    paceMargin: listSettings.shape.paceMargin.unwrap(),
    answerWithinWorkingDays: listSettings.shape.answerWithinWorkingDays.unwrap(),
    contact: listSettings.shape.contact.unwrap(),
    switchedOff: listSettings.shape.switchedOff.unwrap(),
  })
  .meta({ id: 'ListSettings' });

/** Settings that came with protocol version 24. */
const later = {
  dueOnHoliday: true,
  moveWeeks: true,
  blueDays: true,
  paceMargin: true,
  answerWithinWorkingDays: true,
} as const;

/** The settings as they are set. What a client of an earlier version does not know may be left out, and stays as it is. */
export const givenListSettings = wholeListSettings.partial(later).meta({ id: 'ListSettingsToSet' });
export type GivenListSettings = z.infer<typeof givenListSettings>;

/** Decisions that a publishing brings along: each goes beside what was decided before, or in its place. */
export const listDecisions = z
  .strictObject({
    seasons: wholeListSettings.shape.seasons.optional(),
    schedules: wholeListSettings.shape.schedules.optional(),
    unitNames: wholeListSettings.shape.unitNames.optional(),
  })
  .meta({ id: 'ListDecisions' });
export type ListDecisions = z.infer<typeof listDecisions>;

export const defaultListSettings: ListSettings = listSettings.parse({});
