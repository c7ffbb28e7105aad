import { addDays, sundayOf } from '../../../shared/calendar/days.ts';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { Me } from '../../../shared/wire/me.ts';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import type { ProgressApi } from '../shared/progress/progressApi.ts';
import { uploadText } from './text.ts';

const most = 100;

/** What is due for the unit, before it uploads anything; each list is folded. */
export function Due({ api, me, year, turn }: { api: ProgressApi; me: Me; year: number; turn: number }) {
  const { text, language } = useText(uploadText);
  const { value, problem, again } = useLoaded(async () => {
    const sunday = sundayOf(me.today);
    const [overdue, week] = await Promise.all([
      api.obligations(year, { counted: 'overdue' }, null, most),
      api.obligations(year, { dueFrom: addDays(sunday, -6), dueBefore: addDays(sunday, 1) }, null, most),
    ]);
    const waiting = week.obligations.filter(
      ({ due, state }) => due !== null && due >= me.today && (state === 'open' || state === 'received'),
    );
    return [
      {
        title: text.overdue(`${overdue.obligations.length}${overdue.next === null ? '' : '+'}`),
        items: overdue.obligations,
      },
      { title: text.week(`${waiting.length}${week.next === null ? '' : '+'}`), items: waiting },
    ].filter(({ items }) => items.length > 0);
  }, [api, year, me.today, turn, language]);
  if (value === null) return problem ? <ProblemBar problem={problem} again={again} /> : <Loading />;
  return (
    <section class="card upload-due" aria-label={text.due}>
      {value.length === 0 && <p class="quiet">{text.nothingDue}</p>}
      {value.map(({ title, items }) => (
        <details key={title}>
          <summary>{title}</summary>
          <ul>
            {items.map((item) => (
              <li key={item.key}>
                <span class="code">{item.arrangement}</span> {item.arrangementText}
                <span class="quiet">
                  {' '}
                  {periodWords(item.period, language)}
                  {item.due !== null && ` · ${text.dueOn(item.due)}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
