import { useId, useRef, useState } from 'preact/hooks';
import type { Severity } from '../../shared/rules/finding.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import { Actions } from '../controls/actions.tsx';
import { Badge } from '../controls/badge.tsx';
import { Button } from '../controls/button.tsx';
import { Jump } from '../controls/jump.tsx';
import { Section } from '../controls/section.tsx';
import { Tabs } from '../controls/tabs.tsx';
import { TextInput } from '../controls/textInput.tsx';
import { useText } from '../controls/useText.ts';
import type { Standing } from '../flows/standing.ts';
import { returnedRows } from '../../shared/sheet/returnedRows.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { Returned } from './decided.tsx';
import { Explain } from './explain.tsx';
import { fieldName, RowName, rowName, RowTitle } from './names.tsx';
import { usePane } from './paneContext.ts';
import { holding, tally } from './summary.ts';
import { paneText } from './text.ts';

/** More rows than one looks through are not shown at once. */
const shownAtOnce = 50;
/** So few rows are seen at a glance: there is nothing to search for. */
const fewRows = 5;

type Filter = 'all' | 'returned' | Severity;

/** Findings by severity, counted, filtered by severity and words; a click goes to the cell, a warning is explained in place. */
export function Findings() {
  const { view } = usePane();
  const { text, language } = useText(paneText);
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const id = useId();
  const all = tally(view);
  if (!view.index || !view.ledger) return null;
  const allReturned = returnedRows([...view.ledger.rows.values()].map(({ server }) => server));
  const wrong = new Set([...all.errors, ...all.warnings]).size;
  const rows = wrong + allReturned.length;
  const searched = rows > fewRows || words !== '';
  const holds = holding(words, view.ledger, language);
  const returned = allReturned.filter(({ key }) => !searched || holds({ key, findings: [] }));
  const errors = searched ? all.errors.filter(holds) : all.errors;
  const warnings = searched ? all.warnings.filter(holds) : all.warnings;
  const found = new Set([...errors, ...warnings]).size + returned.length;
  const tabs = [
    { id: 'all' as const, name: `${text.actions.all} ${found}` },
    ...(allReturned.length > 0
      ? [{ id: 'returned' as const, name: `${text.findings.returned} ${returned.length}` }]
      : []),
    { id: 'error' as const, name: `${text.findings.errors} ${errors.length}` },
    { id: 'warning' as const, name: `${text.findings.warnings} ${warnings.length}` },
  ];
  // The last one that was returned may have been answered.
  const chosen = filter === 'returned' && allReturned.length === 0 ? 'all' : filter;
  const shown = {
    ...{ all: found, returned: returned.length },
    ...{ error: errors.length, warning: warnings.length },
  }[chosen];
  return (
    <Section title={text.findings.heading} count={rows}>
      {rows === 0 ? (
        <p class="tz-hint">{text.findings.none}</p>
      ) : (
        <>
          <Tabs
            small
            label={text.findings.filter}
            active={chosen}
            controls={id}
            tabs={tabs}
            onChange={setFilter}
          />
          {searched && (
            <TextInput
              label={text.findings.search}
              placeholder={text.findings.searchHint}
              value={words}
              onInput={setWords}
            />
          )}
          <div id={id} class="tz-groups" role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
            {(chosen === 'all' || chosen === 'returned') && <ReturnedRows rows={returned} />}
            {(chosen === 'all' || chosen === 'error') && <Group severity="error" standings={errors} />}
            {(chosen === 'all' || chosen === 'warning') && <Group severity="warning" standings={warnings} />}
            {shown === 0 && <p class="tz-hint">{text.findings.noneHere}</p>}
          </div>
        </>
      )}
      <ReadAs />
    </Section>
  );
}

/** What the bureau has returned, each obligation once: a click goes to its row. */
function ReturnedRows({ rows }: { rows: readonly SheetRow[] }) {
  const { view, session } = usePane();
  const { text } = useText(paneText);
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <>
      <div class="tz-group tz-is-returned">
        <h3 id={id}>{text.findings.returned}</h3>
        <span>{text.findings.returnedHint}</span>
      </div>
      <ul class="tz-list-plain" aria-labelledby={id}>
        {rows.map((row) => (
          <li key={row.key} class="tz-finding tz-is-returned">
            <Jump onClick={() => void session.select(row.key, 'status')}>
              <RowName row={row} />
            </Jump>
            <Returned row={row} ledger={view.ledger!} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Group({ severity, standings }: { severity: Severity; standings: Standing[] }) {
  const { text } = useText(paneText);
  const [pages, setPages] = useState(1);
  const id = useId();
  if (standings.length === 0) return null;
  const error = severity === 'error';
  const listed = standings.slice(0, pages * shownAtOnce);
  return (
    <>
      <div class={`tz-group tz-${severity}`}>
        <h3 id={id}>{error ? text.findings.errors : text.findings.warnings}</h3>
        <span>{error ? text.findings.errorsHint : text.findings.warningsHint}</span>
      </div>
      <ul class="tz-list-plain" aria-labelledby={id}>
        {listed.map((standing) => (
          <FindingRow key={standing.key} severity={severity} standing={standing} />
        ))}
      </ul>
      {standings.length > listed.length && (
        <Button small onClick={() => setPages(pages + 1)}>
          {text.findings.more(standings.length - listed.length)}
        </Button>
      )}
    </>
  );
}

function FindingRow({ severity, standing }: { severity: Severity; standing: Standing }) {
  const { view, session } = usePane();
  const { text, language } = useText(paneText);
  const [explaining, setExplaining] = useState(false);
  const opened = useRef(false);
  const state = view.ledger?.rows.get(standing.key);
  if (!state || !view.ledger) return null;
  const findings = standing.findings.filter((finding) => finding.severity === severity);
  const { tooLong } = standing;
  const open = (on: boolean) => {
    opened.current = true;
    setExplaining(on);
  };
  return (
    <li class={`tz-finding tz-${severity}`}>
      <RowTitle row={state.server} />
      {findings.map((finding) => (
        <Jump
          key={finding.rule + finding.field}
          onClick={() => void session.select(standing.key, finding.field)}
        >
          {sentenceFor(finding, language)}
        </Jump>
      ))}
      {severity === 'error' && tooLong && (
        <Jump onClick={() => void session.select(standing.key, tooLong)}>
          {text.findings.tooLong(fieldName(tooLong, view.ledger, language))}
        </Jump>
      )}
      {severity === 'warning' &&
        (explaining ? (
          <Explain standing={standing} row={state.server} onDone={() => open(false)} />
        ) : (
          <Actions>
            <Button
              small
              label={text.findings.explainRow(rowName(state.server, language))}
              focused={opened.current}
              onClick={() => open(true)}
            >
              {text.findings.explain}
            </Button>
          </Actions>
        ))}
    </li>
  );
}

/** What reading changes on the way (完成 → 已完成): told, so that nobody is surprised by the cell after a sync. */
function ReadAs() {
  const { view } = usePane();
  const { text, language } = useText(paneText);
  const items = [...view.standings.values()].flatMap(({ key, readAs }) =>
    readAs.map((item) => ({ key, ...item })),
  );
  if (items.length === 0 || !view.ledger) return null;
  return (
    <details class="tz-more">
      <summary>
        {text.findings.readAs} <Badge>{items.length}</Badge>
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
