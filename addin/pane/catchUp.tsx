import { useId, useState } from 'preact/hooks';
import { periodWords } from '../../shared/calendar/periodWords.ts';
import { counts, statusesOf } from '../../shared/rules/context.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { TextInput } from '../controls/textInput.tsx';
import { useText } from '../controls/useText.ts';
import { checkCatchUp, openSeries, type CatchUpValues, type OpenSeries } from '../flows/planCatchUp.ts';
import './catchUp.css';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

const longestNote = 500;
const namedFaults = 3;

/** 补报: the open periods of an arrangement are ticked, filled in once, and written as ordinary rows. */
export function CatchUp() {
  const { view } = usePane();
  const { text } = useText(paneText);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = useId();
  if (!view.ledger || !view.index) return null;
  const all = openSeries(view.ledger, view.standings);
  const series = all.find((each) => each.id === chosen) ?? all[0];
  if (!series) return null;
  return (
    <details class="tz-catch-up">
      <summary>{text.catchUp.heading(all.length)}</summary>
      <p class="tz-hint">{text.catchUp.hint}</p>
      <label for={id}>{text.catchUp.arrangement}</label>
      <select id={id} value={series.id} onChange={(event) => setChosen(event.currentTarget.value)}>
        {all.map((each) => (
          <option key={each.id} value={each.id}>
            {nameOf(each, text.catchUp.periods)}
          </option>
        ))}
      </select>
      <Form key={series.id} series={series} />
    </details>
  );
}

function nameOf({ rows }: OpenSeries, periods: (count: number) => string): string {
  const [row] = rows;
  const counted = counts(row!.context) ? ` · ${row!.indicatorLabel}` : '';
  return `${row!.arrangement} ${row!.taskName}${counted}（${periods(rows.length)}）`;
}

/** Digits are a number, as the sheet would take them; anything else stays as it was typed, for the rules to judge. */
function asCount(typed: string): string | number | null {
  const text = typed.trim();
  return /^\d{1,9}$/u.test(text) ? Number(text) : text || null;
}

function Form({ series }: { series: OpenSeries }) {
  const { view, session } = usePane();
  const { text, language } = useText(paneText);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [status, setStatus] = useState('');
  const [count, setCount] = useState('');
  const [note, setNote] = useState('');
  const id = useId();
  const noteId = useId();
  const [first] = series.rows;
  const keys = series.rows.map(({ key }) => key).filter((key) => !left.has(key));
  const values: CatchUpValues = {
    status: status || null,
    note: note.trim() || null,
    ...(counts(first!.context) ? { count: asCount(count) } : {}),
  };
  const findings = status === '' ? [] : checkCatchUp(view.ledger!, keys, values);
  const faults = [...new Set(findings.map((finding) => sentenceFor(finding, language)))];
  const tick = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <>
      <p class="tz-sentence">{first!.arrangementText}</p>
      <fieldset>
        <legend>
          {text.catchUp.ticked(keys.length, series.rows.length)}{' '}
          <Button
            small
            look="subtle"
            onClick={() => setLeft(new Set(keys.length > 0 ? series.rows.map(({ key }) => key) : []))}
          >
            {keys.length > 0 ? text.catchUp.none : text.catchUp.all}
          </Button>
        </legend>
        <ul>
          {series.rows.map((row) => (
            <li key={row.key}>
              <label>
                <input type="checkbox" checked={!left.has(row.key)} onChange={() => tick(row.key)} />
                {periodWords(row.period, language)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <label for={id}>{text.catchUp.status}</label>
      <select id={id} value={status} onChange={(event) => setStatus(event.currentTarget.value)}>
        <option value="">{text.catchUp.choose}</option>
        {statusesOf(first!.context).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      {counts(first!.context) && (
        <TextInput label={text.catchUp.count(first!.unitOfMeasure)} value={count} onInput={setCount} />
      )}
      <label for={noteId}>{text.catchUp.note}</label>
      <textarea
        id={noteId}
        rows={3}
        maxLength={longestNote}
        placeholder={text.catchUp.noteHint}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      {faults.slice(0, namedFaults).map((fault) => (
        <p class="tz-fault" role="status" key={fault}>
          {fault}
        </p>
      ))}
      <Actions>
        <Button
          look="primary"
          disabled={status === '' || keys.length === 0}
          onClick={() => void session.catchUp(keys, values)}
        >
          {text.catchUp.write(keys.length)}
        </Button>
      </Actions>
    </>
  );
}
