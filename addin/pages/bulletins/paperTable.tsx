import type { BulletinContent, BulletinTable } from '../../../shared/bulletin/content.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { cellWords } from '../../../shared/bulletin/shown.ts';
import type { Editing } from './paper.tsx';
import { bulletinsText } from './text.ts';

interface PaperTableProps {
  content: BulletinContent;
  table: BulletinTable;
  /** Without it, the paper is only read. */
  editing: Editing | null;
  /** The title stands over it elsewhere. */
  untitled?: boolean;
}

/** A table as the document has it. */
export function PaperTable({ content, table, editing, untitled = false }: PaperTableProps) {
  const { text } = useText(bulletinsText);
  const words = text.tables;
  const isLeft = table.leftOut === true;
  if (isLeft && editing === null) return null;
  const isNew = editing?.moved?.tables.has(table.id) ?? false;
  const print = (isPrinted: boolean) =>
    editing!.act(() =>
      editing!.save({ tables: { [table.id]: isPrinted } }, isPrinted ? words.printed : words.left),
    );
  return (
    <div class={isLeft ? 'paper-table is-left' : 'paper-table'}>
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
                    {cellWords(content, row[index] ?? null, kind)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editing && (
        <div class="note of-table no-print">
          {isLeft && <b>{words.isLeft}</b>}
          <LinkButton
            label={`${isLeft ? words.print : words.leave}：${table.title}`}
            onClick={() => print(isLeft)}
          >
            {isLeft ? words.print : words.leave}
          </LinkButton>
          {!isLeft && <span>{words.counted}</span>}
        </div>
      )}
    </div>
  );
}
