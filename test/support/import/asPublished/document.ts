import { reportInto } from '../../../../shared/import/diagnostics/catalogue.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import type { Roster } from '../../../../shared/roster/roster.ts';
import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import type { TaskList } from '../../../../shared/taskList/taskList.ts';
import { readDocumentGrid } from '../../../../worker/documents/readDocument.ts';
import { types } from '../../documents/forms.ts';
import { escaped } from '../../documents/xlsx.ts';
import type { AsPublished } from './asPublished.ts';

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');

/** A table as a page shows it: of merged cells only the first is there. */
function tableOf({ grid = [], merges = [] }: AsPublished): string {
  const spans = new Map(merges.map((merge) => [`${merge.row} ${merge.column}`, merge]));
  const covered = new Set(
    merges.flatMap(({ row, column, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, at) => {
        const [down, across] = [Math.floor(at / columns), at % columns];
        return `${row + down} ${column + across}`;
      }).slice(1),
    ),
  );
  const cell = (text: string, at: string): string => {
    if (covered.has(at)) return '';
    const { rows = 1, columns = 1 } = spans.get(at) ?? {};
    return `<td rowspan="${rows}" colspan="${columns}">${escaped(text).replaceAll('\n', '<br>')}</td>`;
  };
  return `<table>${grid
    .map((cells, row) => `<tr>${cells.map((text, column) => cell(text, `${row} ${column}`)).join('')}</tr>`)
    .join('\n')}</table>`;
}

/** The document as it comes in: a copied page where it has a table, else text. */
export function documentOf(list: AsPublished): { bytes: Uint8Array<ArrayBuffer>; type: string } {
  const { text, before = [], after = [] } = list;
  const page = text ?? `<body>${paragraphs(before)}${tableOf(list)}${paragraphs(after)}</body>`;
  return {
    bytes: new Uint8Array(new TextEncoder().encode(page)),
    type: text === undefined ? types.html : types.text,
  };
}

/** A list as it was read, with what was told place by place. */
export interface ReadList {
  taskList: TaskList | null;
  diagnostics: Diagnostic[];
}

/** What is read of it where this is the roster. */
export async function readAsPublished(list: AsPublished, roster: Roster): Promise<ReadList> {
  const told: Diagnostic[] = [];
  const { bytes, type } = documentOf(list);
  const grid = await readDocumentGrid(bytes, type, reportInto(told));
  const reading = parseTaskList(grid, { roster, year: list.year });
  return { ...reading, diagnostics: [...told, ...reading.diagnostics] };
}
