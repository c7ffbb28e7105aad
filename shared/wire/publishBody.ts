import * as z from 'zod';
import { listHead, saidColumns } from '../columns/listHead.ts';
import { exampleList } from './parts/exampleList.ts';
import { proseLevels } from '../import/prose/proseReading.ts';
import { listOf, recordOf } from '../schema/bounded.ts';
import { readingDecisions } from '../taskList/leftOpen.ts';
import { listDecisions } from '../taskList/listSettings.ts';
import { taskList } from '../taskList/taskList.ts';

/** A table as a grid of cells, or text as lines of one cell. */
export const gridBody = z
  .strictObject({
    grid: listOf(listOf(z.string().max(20_000), { max: 60 }), { max: 5000 }),
    /** What the levels of numbering are, in a list without a table; without them they are proposed. */
    levels: proseLevels.optional(),
    /** What a person says of the columns, in the order of the header; `null`: as it is proposed. */
    columns: saidColumns.optional(),
  })
  .meta({ id: 'Grid' });

const place = z.string().regex(/^[1-9][0-9]?-[1-9][0-9]?-[1-9][0-9]?$/);

/** What a person has decided of a correction; a document that is no JSON decides nothing. */
const choices = {
  /** Stored codes by the places of the reading's arrangements; `null`: it is a new one. */
  matches: recordOf(place, place.nullable(), { max: 5000 }).optional(),
  /** The version of the stored list that was looked at; 0 where none was stored. */
  version: z.int().min(0).optional(),
  /** Decisions of the bureau that are kept with the list. */
  decisions: listDecisions.optional(),
  /** Decisions on what the document leaves open, which the list itself keeps. */
  readings: readingDecisions.optional(),
};

export type PublishChoices = { [K in keyof typeof choices]?: z.infer<(typeof choices)[K]> };

export const gridToPublish = gridBody.extend(choices).meta({ id: 'GridToPublish' });
export const listToPublish = z
  .strictObject({
    taskList,
    diagnostics: listOf(z.unknown(), { max: 20_000 }).optional(),
    /** A reading's answer may come back whole; these decide nothing. */
    gathered: listOf(z.unknown(), { max: 20_000 }).optional(),
    names: listOf(z.unknown(), { max: 20_000 }).optional(),
    prose: z.unknown().optional(),
    /** As the reading answered it: what a person said of the columns is kept with the list. */
    head: listHead.nullable().optional(),
    ...choices,
  })
  .meta({ id: 'ListToPublish' });

/** The answer of a parse, a grid, or a task list alone as `GET` gives it: what a publishing takes beside documents. */
export const publishBody = z.union([gridToPublish, listToPublish, taskList]).meta({ id: 'PublishBody' });
export type PublishBody = z.infer<typeof publishBody>;

export const publishBodyExample: PublishBody = {
  taskList: exampleList,
  matches: { '1-1-1': null },
  version: 0,
};
