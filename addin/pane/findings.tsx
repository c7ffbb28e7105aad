import { useState } from 'preact/hooks';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import type { Severity } from '../../shared/rules/finding.ts';
import type { Standing } from '../flows/standing.ts';
import { Button, Section } from './controls.tsx';
import { Explain } from './explain.tsx';
import { fieldName, RowTitle, usePane } from './shared.tsx';
import { tally } from './summary.ts';

/** More rows than one looks through are not shown at once. */
const shownAtOnce = 50;

type Filter = 'all' | Severity;

/** Findings by severity; a click goes to the cell, a warning is explained in place. */
export function Findings() {
  const { view, text } = usePane();
  const [filter, setFilter] = useState<Filter>('all');
  const { errors, warnings } = tally(view.standings);
  const rows = new Set([...errors, ...warnings]).size;
  if (!view.index) return null;
  const choices: [Filter, string, number][] = [
    ['all', text.actions.all, rows],
    ['error', text.findings.errors, errors.length],
    ['warning', text.findings.warnings, warnings.length],
  ];
  return (
    <Section title={text.findings.heading} count={rows}>
      {rows === 0 ? (
        <p class="tz-hint">{text.findings.none}</p>
      ) : (
        <>
          <div class="tz-filter" role="group" aria-label={text.findings.filter}>
            {choices.map(([name, label, count]) => (
              <button type="button" key={name} aria-pressed={filter === name} onClick={() => setFilter(name)}>
                {label} {count}
              </button>
            ))}
          </div>
          <ul class="tz-list-plain" aria-label={text.findings.heading}>
            {filter !== 'warning' && <Group severity="error" standings={errors} />}
            {filter !== 'error' && <Group severity="warning" standings={warnings} />}
          </ul>
        </>
      )}
      <ReadAs />
    </Section>
  );
}

function Group({ severity, standings }: { severity: Severity; standings: Standing[] }) {
  const { text } = usePane();
  if (standings.length === 0) return null;
  const error = severity === 'error';
  return (
    <>
      <li class={`tz-group tz-${severity}`}>
        <strong>{error ? text.findings.errors : text.findings.warnings}</strong>
        <span>{error ? text.findings.errorsHint : text.findings.warningsHint}</span>
      </li>
      {standings.slice(0, shownAtOnce).map((standing) => (
        <FindingRow key={`${severity} ${standing.key}`} severity={severity} standing={standing} />
      ))}
      {standings.length > shownAtOnce && (
        <li class="tz-hint">{text.findings.more(standings.length - shownAtOnce)}</li>
      )}
    </>
  );
}

function FindingRow({ severity, standing }: { severity: Severity; standing: Standing }) {
  const { view, session, text, language } = usePane();
  const [explaining, setExplaining] = useState(false);
  const state = view.ledger?.rows.get(standing.key);
  if (!state || !view.ledger) return null;
  const findings = standing.findings.filter((finding) => finding.severity === severity);
  const { refusal } = state;
  return (
    <li class={`tz-finding tz-${severity}`}>
      <RowTitle row={state.server} />
      {findings.map((finding) => (
        <button
          type="button"
          class="tz-jump"
          key={finding.rule + finding.field}
          onClick={() => void session.select(standing.key, finding.field)}
        >
          {sentenceFor(finding, language)}
        </button>
      ))}
      {severity === 'error' && refusal?.reason === 'too-long' && (
        <button
          type="button"
          class="tz-jump"
          onClick={() => void session.select(standing.key, refusal.field)}
        >
          {text.findings.tooLong(fieldName(refusal.field, view.ledger, language))}
        </button>
      )}
      {severity === 'warning' &&
        (explaining ? (
          <Explain standing={standing} row={state.server} onDone={() => setExplaining(false)} />
        ) : (
          <div class="tz-actions">
            <Button small onClick={() => setExplaining(true)}>
              {text.findings.explain}
            </Button>
          </div>
        ))}
    </li>
  );
}

/** What reading changes on the way (完成 → 已完成): told, so that nobody is surprised by the cell after a sync. */
function ReadAs() {
  const { view, text, language } = usePane();
  const items = [...view.standings.values()].flatMap(({ key, readAs }) =>
    readAs.map((item) => ({ key, ...item })),
  );
  if (items.length === 0 || !view.ledger) return null;
  return (
    <details class="tz-read-as">
      <summary>
        {text.findings.readAs} <span class="tz-count">{items.length}</span>
      </summary>
      <ul class="tz-list-plain">
        {items.slice(0, shownAtOnce).map(({ key, field, from, to }) => (
          <li key={key + field}>
            {text.findings.readAsItem(fieldName(field, view.ledger!, language), from, to)}
          </li>
        ))}
      </ul>
    </details>
  );
}
