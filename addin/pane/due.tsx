import { useState } from 'preact/hooks';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { Button } from '../controls/button.tsx';
import { Jump } from '../controls/jump.tsx';
import { Section } from '../controls/section.tsx';
import { useText } from '../controls/useText.ts';
import { dueList, lateWords, obligationsOf } from './dueList.ts';
import { RowName } from './names.tsx';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

const shownAtOnce = 5;

/** What is overdue, and what falls due this week and the next. */
export function DueSoon() {
  const { view } = usePane();
  const { text } = useText(paneText);
  const { ledger, index } = view;
  if (!ledger || !index) return null;
  const { overdue, thisWeek, nextWeek, filled, week } = dueList(ledger, view.standings);
  return (
    <Section title={text.due.heading}>
      {filled.length > 0 && <Group title={text.due.filled(filled.length)} rows={filled} />}
      {overdue.length > 0 && (
        <Group title={text.due.overdue(overdue.length, obligationsOf(overdue))} rows={overdue} late />
      )}
      {thisWeek.length > 0 && <Group title={text.due.thisWeek(thisWeek.length)} rows={thisWeek} />}
      {week === 'none' && <p class="tz-hint">{text.due.noneThisWeek}</p>}
      {week === 'reported' && <p class="tz-hint">{text.due.weekReported}</p>}
      {nextWeek.length > 0 && <Group title={text.due.nextWeek(nextWeek.length)} rows={nextWeek} />}
    </Section>
  );
}

function Group({ title, rows, late = false }: { title: string; rows: SheetRow[]; late?: boolean }) {
  const { view, session } = usePane();
  const { text } = useText(paneText);
  const when = (due: string) => (due === view.ledger?.today ? text.due.today : text.due.on(due));
  const [shown, setShown] = useState(shownAtOnce);
  return (
    <div class="tz-due">
      <h3 class={late ? 'tz-late' : ''}>{title}</h3>
      <ul class="tz-list-plain" aria-label={title}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.key}>
            <Jump onClick={() => void session.select(row.key, 'status')}>
              <RowName row={row} />
            </Jump>
            <span class={late ? 'tz-late' : 'tz-hint'}>
              {late ? lateWords(row, view.ledger!.today, text.due) : when(row.due!)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button small look="subtle" onClick={() => setShown(rows.length)}>
          {text.due.more(rows.length - shown)}
        </Button>
      )}
    </div>
  );
}
