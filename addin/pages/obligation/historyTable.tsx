import { fieldNames } from '../../../shared/row/fieldNames.ts';
import type { ObligationDetail } from '../../../shared/wire/obligationDetail.ts';
import { useText } from '../../controls/useText.ts';
import { timeOf } from '../shared/progress/obligationEntry.tsx';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { type ChangedRevision, historyOf } from './history.ts';
import { obligationText } from './text.ts';

interface HistoryProps {
  rows: ObligationDetail['rows'];
  files: FileApi;
  /** The obligation's own route: its file holds the revisions. */
  path: string;
}

/** Who changed which field of which row, when, from what to what. */
export function History({ rows, files, path }: HistoryProps) {
  const { text } = useText(obligationText);
  const changed = rows.filter(({ revisions }) => revisions.length > 0);
  if (changed.length === 0)
    return (
      <>
        <h2>{text.history}</h2>
        <p class="quiet">{text.noHistory}</p>
      </>
    );
  return (
    <TableFrame reached label={text.history} head={text.history} files={files} path={path}>
      {changed.map((row) => (
        <div key={row.key}>
          <table class="history-table">
            {row.indicator !== 'done' && <caption>{row.label}</caption>}
            <thead>
              <tr>
                {Object.entries(text.columns).map(([id, name]) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {historyOf(row.revisions).map((each) => (
                <Revision key={each.revision.version} {...each} />
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </TableFrame>
  );
}

function Revision({ revision, changes }: ChangedRevision) {
  const { text, language } = useText(obligationText);
  const lines = Math.max(1, changes.length);
  return (
    <>
      {(changes.length === 0 ? [null] : changes).map((change, place) => (
        <tr key={change?.field ?? ''} class={place === 0 ? 'first' : ''}>
          {place === 0 && (
            <>
              <th scope="rowgroup" rowSpan={lines}>
                {timeOf(revision.madeAt)}
                <span class="quiet">
                  {text.version(revision.version)}
                  {revision.kind === 'draft' && ` · ${text.draft}`}
                </span>
              </th>
              <td rowSpan={lines}>
                {revision.by}
                {revision.onBehalf && <span class="tag late">{text.onBehalf}</span>}
              </td>
            </>
          )}
          {change === null ? (
            <td colSpan={3} class="quiet">
              {text.unchanged}
            </td>
          ) : (
            <>
              <td class="short">{fieldNames[change.field][language]}</td>
              <td class="old">{change.before || <span class="quiet">{text.blank}</span>}</td>
              <td>{change.after || <span class="quiet">{text.blank}</span>}</td>
            </>
          )}
        </tr>
      ))}
    </>
  );
}
