import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { DueWords, Reviewed } from '../shared/due/decided.tsx';
import { loadDue } from '../shared/due/loadDue.ts';
import type { ProgressApi } from '../shared/progress/progressApi.ts';
import { unitText } from './text.ts';

interface UnitDueProps {
  api: ProgressApi;
  year: number;
  today: string;
  turn: number;
  /** Goes to an obligation's row in the ledger; `null` where the page stands beside no ledger. */
  onFillIn: ((key: string) => void) | null;
}

/** What the unit has to do now, what the bureau has returned before all else. */
export function UnitDue({ api, year, today, turn, onFillIn }: UnitDueProps) {
  const { text } = useText(unitText);
  const { value, problem, again } = useLoaded(() => loadDue(api, year, today), [api, year, today, turn]);
  if (value === null) return problem ? <ProblemBar problem={problem} again={again} /> : <Loading />;
  const { groups, isReported, contact } = value;
  return (
    <section class="card unit-due" aria-label={text.waiting}>
      {groups.length === 0 && <p class="quiet">{isReported ? text.weekReported : text.nothingDue}</p>}
      {groups.map(({ id, items, count, rows }) => (
        <details key={id} open={id !== 'overdue' || items.length <= 5}>
          <summary class={id === 'week' ? '' : 'bad'}>{text.group[id](count, rows)}</summary>
          <ul>
            {items.map((item) => (
              <Item key={item.key} {...{ item, contact, today, onFillIn }} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

interface ItemProps extends Pick<UnitDueProps, 'today' | 'onFillIn'> {
  item: ObligationItem;
  contact: string;
}

function Item({ item, contact, today, onFillIn }: ItemProps) {
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
          {period} · <DueWords item={item} />
        </span>
        <Reviewed {...{ item, contact, today }} />
      </span>
      {onFillIn && (
        <LinkButton label={text.fillInThis(name)} onClick={() => onFillIn(item.key)}>
          {text.fillIn}
        </LinkButton>
      )}
    </li>
  );
}
