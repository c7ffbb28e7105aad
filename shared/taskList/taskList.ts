import * as z from 'zod';
import { listOf } from '../schema/bounded.ts';

/**
 * One year's published task list (任务清单), as the importer reads it and the API serves it.
 * Text is Simplified Chinese; `textAsPrinted` keeps the published characters.
 */

/** Where a parsed value stands: `text === textAsPrinted.slice(start, end)`; for a goal, a slice of `goal`. */
export const sourceSpan = z.strictObject({
  text: z.string().min(1).max(4000),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type SourceSpan = z.infer<typeof sourceSpan>;

/**
 * Where a schedule or a quantity stands. With an `entry`, which is what the list's column of deadlines or of quantities prints for the
 * arrangement, it is a slice of that: `text === (entry ?? textAsPrinted).slice(start, end)`.
 */
export const scheduleSource = sourceSpan.extend({ entry: z.string().min(1).max(400).optional() });
export type ScheduleSource = z.infer<typeof scheduleSource>;

/** What a schedule is; a cadence is one of weekly, monthly, two-monthly, quarterly, half-yearly. */
export const scheduleKind = z.enum([
  'once',
  'window',
  'weekly',
  'monthly',
  'two-monthly',
  'quarterly',
  'half-yearly',
  'undated',
]);
export type ScheduleKind = z.infer<typeof scheduleKind>;

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();

export const schedule = z
  .strictObject({
    kind: scheduleKind,
    /** First day; of a window only. */
    start: isoDate.optional(),
    /** Last day, until 24:00 in Shanghai; of `once` and `window`. */
    due: isoDate.optional(),
    /** The named season in which a cadence or window holds, as in the text (销售旺季). */
    season: z.string().min(1).max(40).optional(),
    /**
     * Its number among all schedules that the arrangement ever had, which its rows' keys name; left out where it is its
     * place in `schedules`, from 1. Given by publishing, whatever a body says.
     */
    number: z.int().min(1).max(99).optional(),
    /** The period that its row's key names; left out where it is that of its dates. Kept from when it had other dates. */
    period: z
      .string()
      .regex(/^\d{4}(-(H[12]|Q[1-4]|B[1-6]|\d\d))?$/)
      .optional(),
    /** The words the schedule was read from; `null` where an undated arrangement has no time words. */
    source: scheduleSource.nullable(),
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof schedule>;

export const indicatorMode = z.enum(['cumulative', 'perPeriod']);

export const indicator = z
  .strictObject({
    /**
     * `i1`, `i2`, … in order of the text when first published, then its own for ever; `done` for an arrangement that
     * counts nothing.
     */
    id: z.string().regex(/^(done|i[1-9][0-9]?)$/),
    label: z.string().min(1).max(400),
    unitOfMeasure: z.string().min(1).max(20),
    /** The district's target; 1 for `done`; `null` where only a baseline is printed. */
    target: z.int().min(0).max(1_000_000_000).nullable(),
    /** What exists now (现有液氯1家), as printed; no target. */
    baseline: z.int().min(0).max(1_000_000_000).optional(),
    mode: indicatorMode,
    /** `null` for `done`. */
    source: scheduleSource.nullable(),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof indicator>;

/** Names of units and groups. */
const unitNames = listOf(z.string().min(1).max(80), { max: 60 });

/** A quantity that is not exact, asked of each unit, or of another time: no target, unless a person makes it one. */
export const openQuantity = z
  .strictObject({
    label: z.string().min(1).max(400),
    unitOfMeasure: z.string().min(1).max(20),
    /** The number that its words hold, where they hold one. */
    value: z.int().min(0).max(1_000_000_000).nullable(),
    /** What a person has made of it: a target; `null`: none. */
    target: z.int().min(0).max(1_000_000_000).nullable().optional(),
    source: scheduleSource,
  })
  .meta({ id: 'OpenQuantity' });
export type OpenQuantity = z.infer<typeof openQuantity>;

/** Which of two deadlines holds: the sentence's, the column's, or both. */
export const deadlineHolds = z.enum(['sentence', 'column', 'both']);
export type DeadlineHolds = z.infer<typeof deadlineHolds>;

/** What the document leaves to a person beside times that are undated, and what a person has decided of it. */
export const leftOpen = z
  .strictObject({
    /** Whose it is: its task names no unit, or its row names others than the row above. */
    units: z
      .strictObject({
        /** Names in its row; none where the task has none. */
        printed: unitNames,
        /** Names that the roster knows; none: those of its task. */
        decided: unitNames.optional(),
      })
      .optional(),
    /** The sentence and the column of deadlines contradict each other. Until a person says which holds, the column does. */
    deadline: z
      .strictObject({
        sentence: listOf(schedule, { min: 1, max: 8 }),
        column: listOf(schedule, { min: 1, max: 8 }),
        decided: deadlineHolds.optional(),
      })
      .optional(),
    quantities: listOf(openQuantity, { min: 1, max: 20 }).optional(),
  })
  .meta({ id: 'LeftOpen' });
export type LeftOpen = z.infer<typeof leftOpen>;

export const arrangement = z
  .strictObject({
    /** `category-task-position` where it was first published, then its own for ever, wherever it stands. */
    code: z.string().regex(/^[1-9][0-9]?-[1-9][0-9]?-[1-9][0-9]?$/),
    /** Its place in its task, from 1. */
    position: z.int().min(1).max(99),
    /** As printed, faults and all; `null` where nothing is printed. */
    printedNumber: z.string().max(8).nullable(),
    text: z.string().min(1).max(4000),
    textAsPrinted: z.string().min(1).max(4000),
    schedules: listOf(schedule, { min: 1, max: 8 }),
    indicators: listOf(indicator, { min: 1, max: 20 }),
    /** Time words that the grammar leaves to a person (适时, 重点时段). */
    undatedWords: listOf(z.string().min(1).max(40), { max: 20 }).optional(),
    /** What of it is left to a person. `schedules` and `indicators` are as has been decided. */
    leftOpen: leftOpen.optional(),
  })
  .meta({ id: 'Arrangement' });
export type Arrangement = z.infer<typeof arrangement>;

export const goalQuantity = z
  .strictObject({
    value: z.int().min(0).max(1_000_000_000),
    unitOfMeasure: z.string().min(1).max(20),
    label: z.string().min(1).max(400),
    source: sourceSpan,
  })
  .meta({ id: 'GoalQuantity' });
export type GoalQuantity = z.infer<typeof goalQuantity>;

export const task = z
  .strictObject({
    /** `category-sequence`, such as `1-6`. */
    code: z.string().regex(/^[1-9][0-9]?-[1-9][0-9]?$/),
    /** The number of its category. */
    category: z.int().min(1).max(99),
    sequence: z.int().min(1).max(99),
    name: z.string().min(1).max(400),
    goal: z.string().max(4000),
    goalQuantities: listOf(goalQuantity, { max: 40 }),
    unitsAsPrinted: z.string().max(400),
    /** Names of units and unit groups, split as printed, in Simplified characters. */
    units: listOf(z.string().min(1).max(80), { max: 60 }),
    arrangements: listOf(arrangement, { min: 1, max: 99 }),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof task>;

export const category = z
  .strictObject({
    number: z.int().min(1).max(99),
    name: z.string().min(1).max(400),
  })
  .meta({ id: 'Category' });
export type Category = z.infer<typeof category>;

export const taskList = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    title: z.string().min(1).max(400),
    categories: listOf(category, { min: 1, max: 40 }),
    tasks: listOf(task, { min: 1, max: 400 }),
  })
  .meta({ id: 'TaskList' });
export type TaskList = z.infer<typeof taskList>;

/** The number by which rows' keys name a schedule of an arrangement. */
export const numberOf = (schedule: Schedule, index: number): number => schedule.number ?? index + 1;
