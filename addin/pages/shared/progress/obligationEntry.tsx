import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { type RowField, rowFields } from '../../../../shared/row/row.ts';
import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { punctualityNames, stateNames } from '../../../../shared/obligations/stateNames.ts';
import { fieldNames } from '../../../../shared/row/fieldNames.ts';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';
import type { ObligationRowItem } from '../../../../shared/wire/obligationDetail.ts';
import { Loading } from '../keyed/loading.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { useLoaded } from '../keyed/useLoaded.ts';
import type { ProgressApi } from './progressApi.ts';
import { useProgressText } from './text.ts';

/** Where an obligation has a page of its own; `null`: nowhere, as in a unit's own progress. */
export const ObligationPageContext = createContext<((key: string) => string) | null>(null);

const tones: Partial<Record<ObligationItem['state'], string>> = { fulfilled: 'good', overdue: 'bad' };

/** One obligation; opened, its rows with values and history. */
export function ObligationEntry({ api, item }: { api: ProgressApi; item: ObligationItem }) {
  const { text, language } = useProgressText();
  const [open, setOpen] = useState(false);
  const late = item.punctuality && item.punctuality !== 'onTime' ? 'late' : 'good';
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="entry-head">
            <b>{item.unit.name}</b>
            <span class="code">{item.arrangement}</span>
            <span>{periodWords(item.period, language)}</span>
            <span>{item.due === null ? text.noDue : `${text.due} ${item.due}`}</span>
            <span class={`tag ${tones[item.state] ?? ''}`}>{stateNames[item.state][language]}</span>
            {item.punctuality && (
              <span class={`tag ${late}`}>{punctualityNames[item.punctuality][language]}</span>
            )}
            {item.drafts > 0 && <span class="tag late">{text.drafts(item.drafts)}</span>}
          </span>
          <span class="entry-text">{item.arrangementText}</span>
        </summary>
        {open && <Rows api={api} item={item} />}
      </details>
    </li>
  );
}

function Rows({ api, item }: { api: ProgressApi; item: ObligationItem }) {
  const { text } = useProgressText();
  const pageOf = useContext(ObligationPageContext);
  const { value, problem, again } = useLoaded(() => api.obligation(item.key), [api, item.key]);
  if (problem) return <ProblemBar problem={problem} again={again} />;
  if (!value) return <Loading />;
  const { obligation } = value;
  return (
    <div class="rows">
      <p class="quiet">
        {text.rowsReceived(obligation.receivedRows, obligation.rows)}
        {obligation.firstReceivedAt && ` · ${text.received} ${timeOf(obligation.firstReceivedAt)}`}
        {obligation.firstFulfilledAt && ` · ${text.firstFulfilled} ${timeOf(obligation.firstFulfilledAt)}`}
      </p>
      {pageOf && (
        <p class="no-print">
          <a href={pageOf(item.key)}>{text.openPage}</a>
        </p>
      )}
      {value.rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </div>
  );
}

function Row({ row }: { row: ObligationRowItem }) {
  const { text } = useProgressText();
  return (
    <div class="row">
      {row.indicator !== 'done' && (
        <p>
          <b>{row.label}</b>
        </p>
      )}
      {row.values ? (
        <Values values={row.values} measure={row.unitOfMeasure} />
      ) : (
        <p class="quiet">{text.notFilledIn}</p>
      )}
      {row.draft && (
        <div class="draft">
          <p class="warn">{text.draft}</p>
          <Values values={row.draft.values} measure={row.unitOfMeasure} />
        </div>
      )}
      {row.revisions.length > 0 && (
        <details class="history">
          <summary>{text.history(row.revisions.length)}</summary>
          <ol>
            {row.revisions.map((revision) => (
              <li key={revision.version}>
                <p class="quiet">
                  {text.version(revision.version, text.kinds[revision.kind])} · {timeOf(revision.madeAt)} ·{' '}
                  {revision.by}
                  {revision.onBehalf && ` · ${text.onBehalf}`}
                </p>
                <Values values={revision.values} measure={row.unitOfMeasure} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** The fields of a row that say something. */
export function Values({ values, measure }: { values: Partial<Record<RowField, unknown>>; measure: string }) {
  const { language } = useProgressText();
  const filled = rowFields.filter(
    (field) => values[field] !== null && values[field] !== undefined && values[field] !== '',
  );
  return (
    <dl>
      {filled.map((field) => (
        <div key={field}>
          <dt>{fieldNames[field][language]}</dt>
          <dd>{field === 'count' ? `${String(values[field])} ${measure}` : String(values[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `2024-04-10T09:30:12.000+08:00` as `2024-04-10 09:30`. */
export const timeOf = (at: string): string => at.slice(0, 16).replace('T', ' ');
