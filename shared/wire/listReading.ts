import * as z from 'zod';
import { listHead } from '../columns/listHead.ts';
import { exampleHead } from './parts/exampleHead.ts';
import { exampleList } from './parts/exampleList.ts';
import { proseReading } from '../import/prose/proseReading.ts';
import { unknownName } from '../names/nameChoice.ts';
import { diagnostic } from '../taskList/diagnostic.ts';
import { gathered } from '../taskList/gathered.ts';
import { taskList } from '../taskList/taskList.ts';

/** What `POST /v1/task-lists/parse` answers: the list as it was read, and what the importer has to say of it. */
export const listReading = z
  .strictObject({
    taskList: taskList.nullable(),
    /** Place by place. */
    diagnostics: z.array(diagnostic),
    /** The same, each once, with how many places it stands for. */
    gathered: z.array(gathered),
    /** Names that the roster does not know, each once, with what it may become in it. */
    names: z.array(unknownName),
    /** How a list without a table was read; not there where it has a table. */
    prose: proseReading.optional(),
    /** The header of its table: what each column was taken for; `null` where none was found. */
    head: listHead.nullable(),
  })
  .meta({ id: 'ListReading' });
export type ListReading = z.infer<typeof listReading>;

export const listReadingExample: ListReading = {
  taskList: exampleList,
  diagnostics: [],
  gathered: [],
  names: [
    {
      name: '各镇（街道）',
      arrangements: ['1-1-1'],
      proposal: { kind: 'group', members: ['甲镇', '乙街道'] },
      sure: true,
    },
  ],
  head: exampleHead,
};
