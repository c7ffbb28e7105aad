import * as z from 'zod';
import { diagnostic } from '../taskList/diagnostic.ts';
import { openDecision } from '../taskList/openDecisions.ts';
import { undone, undoneExample } from './undone.ts';

/** What `PUT /v1/task-lists/{year}` answers: what an undoing does, with what the reading has to say and what is left open. */
export const published = undone
  .extend({
    diagnostics: z.array(diagnostic),
    openDecisions: z.array(openDecision),
  })
  .meta({ id: 'Published' });
export type Published = z.infer<typeof published>;

export const publishedExample: Published = {
  ...undoneExample,
  version: 1,
  diagnostics: [],
  openDecisions: [],
};
