import type { BulletinTable } from '../../../shared/bulletin/content.ts';
import { useText } from '../../controls/useText.ts';
import { cellWords } from '../../../shared/bulletin/shown.ts';
import { bulletinsText } from './text.ts';

interface PaperTableProps {
  table: BulletinTable;
  /** Whether its numbers have changed since it was looked at. */
  isNew: boolean;
  /** The title stands over it elsewhere. */
  untitled?: boolean;
}

/** A table as the document has it. */
export function PaperTable({ table, isNew, untitled = false }: PaperTableProps) {
  const { text } = useText(bulletinsText);
  return (
    <div class="paper-table">
      {!untitled && <p class="table-title">{table.title}</p>}
      {isNew && (
        <p class="note no-print">
          <b class="new">{text.moved.mark}</b>
          {text.moved.tables}
        </p>
      )}
      <div class="scroll" role="group" aria-label={table.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>
                {table.columns.map(({ kind }, index) => (
                  <td key={index} class={kind}>
                    {cellWords(row[index] ?? null, kind)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
