import { readFileSync } from 'node:fs';
import { reportInto } from '../../../shared/import/diagnostics/catalogue.ts';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import type { Diagnostic } from '../../../shared/taskList/diagnostic.ts';
import { bodyOf, Problem } from '../../../worker/problems/problem.ts';
import { readDocumentGrid } from '../../../worker/documents/readDocument.ts';

/** Run as a process of its own with little memory: reads a document, and writes what came of it. */
const [file, type] = process.argv.slice(2) as [string, string];
try {
  const diagnostics: Diagnostic[] = [];
  const grid = await readDocumentGrid(new Uint8Array(readFileSync(file)), type, reportInto(diagnostics));
  const { taskList } = parseTaskList(grid);
  const arrangements = taskList?.tasks.flatMap((task) => task.arrangements).length ?? 0;
  console.log(JSON.stringify({ rows: grid.length, arrangements }));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.log(JSON.stringify(bodyOf(error, 'in a child')));
}
