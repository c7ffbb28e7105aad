import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { Me } from '../../../shared/wire/me.ts';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { DueWords, Reviewed } from '../shared/due/decided.tsx';
import { loadDue } from '../shared/due/loadDue.ts';
import type { ProgressApi } from '../shared/progress/progressApi.ts';
import { uploadText } from './text.ts';

/** What is due for the unit, before it uploads anything. What was returned is open, other lists are folded. */
export function Due({ api, me, year, turn }: { api: ProgressApi; me: Me; year: number; turn: number }) {
  const { text, language } = useText(uploadText);
  const { value, problem, again } = useLoaded(
    () => loadDue(api, year, me.today),
    [api, year, me.today, turn],
  );
  if (value === null) return problem ? <ProblemBar problem={problem} again={again} /> : <Loading />;
  const { groups, contact } = value;
  return (
    <section class="card upload-due" aria-label={text.due}>
      {groups.length === 0 && <p class="quiet">{text.nothingDue}</p>}
      {groups.map(({ id, items, count }) => (
        <details key={id} open={id === 'returned'}>
          <summary class={id === 'returned' ? 'bad' : ''}>{text.group[id](count)}</summary>
          <ul>
            {items.map((item) => (
              <li key={item.key}>
                <span class="code">{item.arrangement}</span> {item.arrangementText}
                <span class="quiet">
                  {' '}
                  {periodWords(item.period, language)} · <DueWords item={item} />
                </span>
                <Reviewed {...{ item, contact }} today={me.today} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
