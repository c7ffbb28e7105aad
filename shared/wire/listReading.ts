import * as z from 'zod';
import { exampleList } from './parts/exampleList.ts';
import { diagnostic } from '../taskList/diagnostic.ts';
import { taskList } from '../taskList/taskList.ts';

/** What `POST /v1/task-lists/parse` answers: the list as it was read, and what the importer has to say of it. */
export const listReading = z.strictObject({
  taskList: taskList.nullable(),
  diagnostics: z.array(diagnostic),
});
export type ListReading = z.infer<typeof listReading>;

export const listReadingExample: ListReading = { taskList: exampleList, diagnostics: [] };
