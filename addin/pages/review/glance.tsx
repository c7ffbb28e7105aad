import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { ActKind } from '../../../shared/wire/act.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import { useText } from '../../controls/useText.ts';
import { ActButtons } from '../shared/acts/actButtons.tsx';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { Values } from '../shared/progress/obligationEntry.tsx';
import type { ProgressApi } from '../shared/progress/progressApi.ts';
import { useProgressText } from '../shared/progress/text.ts';
import { reviewText } from './text.ts';

interface GlanceProps {
  api: ProgressApi;
  item: ObligationItem | undefined;
  /** The number of the last change at which it was read: with another one it is looked at anew. */
  seen: number;
  today: string;
  acts: boolean;
  onAct: (act: ActKind) => void;
  onOpen: () => void;
}

/** What was reported for the current obligation, beside the list, and what can be done about it. */
export function Glance({ api, item, seen, today, acts, onAct, onOpen }: GlanceProps) {
  const { text, language } = useText(reviewText);
  return (
    <aside class="card glance no-print" aria-label={text.current}>
      {item === undefined ? (
        <p class="quiet">{text.noCurrent}</p>
      ) : (
        <>
          <h2>
            {item.unit.name} · {item.arrangement} · {periodWords(item.period, language)}
          </h2>
          <div class="glance-rows">
            <Reported key={item.key} api={api} item={item} seen={seen} />
          </div>
          <ActButtons items={[item]} today={today} offers={acts} keys onAct={onAct} onOpen={onOpen} />
        </>
      )}
    </aside>
  );
}

/** The values of its rows; drafts beside them. */
function Reported({ api, item, seen }: { api: ProgressApi; item: ObligationItem; seen: number }) {
  const { text } = useProgressText();
  const { value, problem, again } = useLoaded(() => api.obligation(item.key), [api, item.key, seen]);
  if (problem) return <ProblemBar problem={problem} again={again} />;
  if (!value) return <Loading />;
  return (
    <>
      {value.rows.map((row) => (
        <div key={row.key}>
          {row.indicator !== 'done' && <h3>{row.label}</h3>}
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
        </div>
      ))}
    </>
  );
}
