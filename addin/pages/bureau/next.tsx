import { useState } from 'preact/hooks';
import type { DueReports } from '../../../shared/wire/dueReports.ts';
import { Button } from '../../controls/button.tsx';
import { usePrinting } from '../../controls/usePrinting.ts';
import { useText } from '../../controls/useText.ts';
import { GroupName } from '../shared/progress/groupTable.tsx';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { bureauText } from './text.ts';

/** So many are shown before somebody asks for the rest. */
const shownAtOnce = 30;

interface NextProps {
  answer: DueReports;
  files: FileApi;
  /** The route of the same list. */
  path: string;
}

/** What falls due next, by date, from today on. */
export function Next({ answer, files, path }: NextProps) {
  const { text } = useText(bureauText);
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const { next, texts, today } = answer;
  const shown = all || printing ? next : next.slice(0, shownAtOnce);
  if (next.length === 0) return null;
  return (
    <section class="card" aria-label={text.next}>
      <TableFrame label={text.next} head={text.next} files={files} path={path}>
        <table class="due-next">
          <thead>
            <tr>
              <th scope="col">{text.nextColumns.due}</th>
              <th scope="col">{text.nextColumns.what}</th>
              <th scope="col" class="number">
                {text.nextColumns.expected}
              </th>
              <th scope="col" class="number">
                {text.nextColumns.empty}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ due, arrangement, expected, empty }) => (
              <tr key={`${due} ${arrangement}`}>
                <td class="short">{due === today ? `${due} ${text.today}` : due}</td>
                <th scope="row" data-text={`${arrangement} ${texts[arrangement] ?? ''}`}>
                  <GroupName groupBy="arrangement" id={arrangement} name={texts[arrangement] ?? ''} />
                </th>
                <td class="number">{expected}</td>
                <td class="number">{empty}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {shown.length < next.length && (
        <div class="dialog-foot no-print">
          <Button onClick={() => setAll(true)}>{text.restOfNext(next.length - shown.length)}</Button>
        </div>
      )}
    </section>
  );
}
