import { useState } from 'preact/hooks';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { reminderText } from '../../../shared/progress/reminderText.ts';
import type { Scope } from '../../../shared/progress/scopeWords.ts';
import { missingWords } from '../../../shared/tables/dueListsTables.ts';
import type { DueReports } from '../../../shared/wire/dueReports.ts';
import { Button } from '../../controls/button.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { bureauText } from './text.ts';

interface MissingProps {
  files: FileApi;
  /** The route of the same list. */
  path: string;
  answer: DueReports;
  span: string;
  scope: Scope;
  onOpen: (unit: string) => void;
}

/** Those who have not reported, by name, and the list of them for a chat. */
export function Missing({ files, path, answer, span, scope, onOpen }: MissingProps) {
  const { text, language } = useText(bureauText);
  const [copied, setCopied] = useState('');
  const list = reminderText(answer, span, scope);
  const units = answer.units.filter(({ empty }) => empty > 0);
  return (
    <section class="card" aria-label={text.missing(units.length, answer.total.empty)}>
      <div class="card-head">
        <h2>{text.missing(units.length, answer.total.empty)}</h2>
        <span class="no-print">
          <Button
            look="primary"
            small
            onClick={() => {
              void navigator.clipboard.writeText(list).then(() => setCopied(list));
            }}
          >
            {text.copyList}
          </Button>{' '}
          <span role="status" class="quiet">
            {copied === list ? text.listCopied : ''}
          </span>
        </span>
      </div>
      {units.length === 0 ? (
        <p class="quiet">{text.nobody(scope.unit)}</p>
      ) : (
        <TableFrame label={text.missingList} files={files} path={path}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.missingColumns.unit}</th>
                <th scope="col" class="number">
                  {text.missingColumns.count}
                </th>
                <th scope="col" class="number">
                  {text.missingColumns.late}
                </th>
                <th scope="col">{text.missingColumns.what}</th>
              </tr>
            </thead>
            <tbody>
              {units.map(({ id, name, empty, daysLate }) => (
                <tr key={id}>
                  <th scope="row">
                    <LinkButton onClick={() => onOpen(id)}>{name}</LinkButton>
                  </th>
                  <td class="number">{empty}</td>
                  <td class="number">{daysLate > 0 && <span class="bad">{text.days(daysLate)}</span>}</td>
                  <td class="codes">
                    {answer.empty
                      .filter(({ unit }) => unit === id)
                      .map((each, at) => (
                        <span
                          key={each.arrangement}
                          title={`${answer.texts[each.arrangement] ?? ''} · ${each.periods.map((period) => periodWords(period, language)).join(', ')}`}
                        >
                          {at > 0 && (language === 'zh' ? '、' : ', ')}
                          {missingWords(each, language)}
                        </span>
                      ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}
