import { addDays, sundayOf } from '../../../shared/calendar/days.ts';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import type { ProgressApi } from '../shared/progress/progressApi.ts';
import { unitText } from './text.ts';

/** So many are listed; of more the number ends in a plus. */
const most = 100;

interface UnitDueProps {
  api: ProgressApi;
  year: number;
  today: string;
  turn: number;
  /** Goes to an obligation's row in the ledger; `null` where the page stands beside no ledger. */
  onFillIn: ((key: string) => void) | null;
}

/** What the unit has to do now: what is overdue, and what falls due this week, by its Sunday, and is not done. */
export function UnitDue({ api, year, today, turn, onFillIn }: UnitDueProps) {
  const { text } = useText(unitText);
  const { value, problem, again } = useLoaded(async () => {
    const sunday = sundayOf(today);
    const [overdue, week] = await Promise.all([
      api.obligations(year, { counted: 'overdue' }, null, most),
      api.obligations(year, { dueFrom: addDays(sunday, -6), dueBefore: addDays(sunday, 1) }, null, most),
    ]);
    const waiting = week.obligations.filter(
      ({ due, state }) => due !== null && due >= today && (state === 'open' || state === 'received'),
    );
    const isReported = week.obligations.some(({ state }) => state === 'fulfilled');
    const groups = [
      { id: 'overdue', title: text.overdue, items: overdue.obligations, more: overdue.next !== null },
      { id: 'week', title: text.week, items: waiting, more: week.next !== null },
    ];
    return { groups, isReported };
  }, [api, year, today, turn]);
  if (value === null) return problem ? <ProblemBar problem={problem} again={again} /> : <Loading />;
  const found = value.groups.filter(({ items }) => items.length > 0);
  return (
    <section class="card unit-due" aria-label={text.waiting}>
      {found.length === 0 && <p class="quiet">{value.isReported ? text.weekReported : text.nothingDue}</p>}
      {found.map(({ id, title, items, more }) => (
        <details key={id} open={id === 'week' || items.length <= 5}>
          <summary class={id === 'overdue' ? 'bad' : ''}>
            {title(counted(items.length, more), counted(openRows(items), more))}
          </summary>
          <ul>
            {items.map((item) => (
              <Item key={item.key} item={item} onFillIn={onFillIn} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

const counted = (number: number, more: boolean): string => `${number}${more ? '+' : ''}`;

/** Rows of the ledger that have yet to say done: obligations are what the bureau counts, rows what a clerk fills in. */
const openRows = (items: readonly ObligationItem[]): number =>
  items.reduce((sum, { rows, fulfilledRows }) => sum + rows - fulfilledRows, 0);

function Item({ item, onFillIn }: { item: ObligationItem; onFillIn: UnitDueProps['onFillIn'] }) {
  const { text, language } = useText(unitText);
  const period = periodWords(item.period, language);
  const name = `${item.arrangement} ${period}`;
  return (
    <li>
      <span class="code">{item.arrangement}</span>
      <span class="unit-what">
        {item.arrangementText}
        <span class="quiet">
          {' '}
          {period} · {item.due !== null && text.due(item.due)}
        </span>
      </span>
      {onFillIn && (
        <LinkButton label={text.fillInThis(name)} onClick={() => onFillIn(item.key)}>
          {text.fillIn}
        </LinkButton>
      )}
    </li>
  );
}
