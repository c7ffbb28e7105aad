import type { SheetRow } from '../../shared/wire/sheet.ts';
import { Section } from './controls.tsx';
import { rowName, usePane } from './shared.tsx';

const shownAtOnce = 5;

/** What falls due within a week, and what is overdue. */
export function DueSoon() {
  const { view, session, text } = usePane();
  const { ledger, index } = view;
  if (!ledger || !index) return null;
  const week = addDays(ledger.today, 7);
  const open = [...ledger.rows.values()]
    .map(({ server }) => server)
    .filter((row) => row.due !== null && ['open', 'overdue', 'received'].includes(row.state))
    .toSorted((a, b) => a.due!.localeCompare(b.due!));
  const overdue = open.filter((row) => row.due! < ledger.today);
  const soon = open.filter((row) => row.due! >= ledger.today && row.due! <= week);
  if (overdue.length + soon.length === 0) return null;

  const item = (row: SheetRow) => (
    <li key={row.key}>
      <button type="button" class="tz-jump" onClick={() => void session.select(row.key, 'status')}>
        {rowName(row)}
      </button>
      <span class={row.due! < ledger.today ? 'tz-late' : 'tz-hint'}>
        {row.due! < ledger.today ? text.due.late(row.due!) : text.due.on(row.due!)}
      </span>
    </li>
  );
  return (
    <Section title={text.due.heading}>
      {[
        { name: 'overdue', rows: overdue, title: text.due.overdue(overdue.length) },
        { name: 'soon', rows: soon, title: text.due.week(soon.length) },
      ]
        .filter(({ rows }) => rows.length > 0)
        .map(({ name, rows, title }) => (
          <div key={name} class="tz-due">
            <p class={name === 'overdue' ? 'tz-late' : ''}>{title}</p>
            <ul class="tz-list-plain" aria-label={title}>
              {rows.slice(0, shownAtOnce).map(item)}
              {rows.length > shownAtOnce && (
                <li class="tz-hint">{text.due.more(rows.length - shownAtOnce)}</li>
              )}
            </ul>
          </div>
        ))}
    </Section>
  );
}

/** Dates are calendar dates: counted in UTC, where every day has 24 hours. */
function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
