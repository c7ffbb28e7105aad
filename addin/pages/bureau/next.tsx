import type { DueReports } from '../../../shared/wire/dueReports.ts';
import { useText } from '../../controls/useText.ts';
import { GroupName } from '../shared/progress/groupTable.tsx';
import { copySelected } from '../shared/tables/copyTable.ts';
import { bureauText } from './text.ts';

/** What falls due next, by date, from today on. */
export function Next({ answer }: { answer: DueReports }) {
  const { text } = useText(bureauText);
  const { next, texts, today } = answer;
  if (next.length === 0) return null;
  return (
    <section class="card" aria-label={text.next}>
      <div class="card-head">
        <h2>{text.next}</h2>
      </div>
      <div class="scroll" onCopy={copySelected}>
        <table>
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
            {next.map(({ due, arrangement, expected, empty }) => (
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
      </div>
    </section>
  );
}
