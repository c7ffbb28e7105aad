import { useEffect, useState } from 'preact/hooks';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { daysLate } from '../../../shared/obligations/daysLate.ts';
import { punctualityNames, stateNames } from '../../../shared/obligations/stateNames.ts';
import { obligationColumns } from '../../../shared/tables/obligationsTable.ts';
import type { ObligationItem } from '../../../shared/wire/parts/obligation.ts';
import { Button } from '../../controls/button.tsx';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { BehindDialog } from '../shared/progress/behind.tsx';
import type { ProgressProps } from '../shared/progress/progress.tsx';
import { pathOf } from '../shared/progress/progressApi.ts';
import { useProgressText } from '../shared/progress/text.ts';
import { filtersOf } from '../shared/progress/view.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { bureauText } from './text.ts';

const atOnce = 100;

/** Obligations one by one, as far as the filters leave them. */
export function Each({ api, year, turn, view, change }: ProgressProps) {
  const { text } = useText(bureauText);
  const { text: words } = useProgressText();
  const filters = { ...filtersOf(view), ...(view.state === undefined ? {} : { state: view.state }) };
  const asked = JSON.stringify(filters);
  const [most, setMost] = useState(atOnce);
  useEffect(() => setMost(atOnce), [asked]);
  const { value, problem, loading, again } = useLoaded(async () => {
    const items: ObligationItem[] = [];
    let cursor: string | null = null;
    for (;;) {
      const limit = Math.min(1000, most - items.length);
      const page: Awaited<ReturnType<typeof api.obligations>> = await api.obligations(
        year,
        filters,
        cursor,
        limit,
      );
      items.push(...page.obligations);
      cursor = page.next;
      if (cursor === null || items.length >= most) return { items, today: page.today, more: cursor !== null };
    }
  }, [api, year, turn, asked, most]);
  const { open } = view;
  return (
    <section class="card" aria-busy={loading} aria-label={text.each}>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      {value === null ? (
        problem === null && <Loading />
      ) : value.items.length === 0 ? (
        <p class="quiet">{text.none}</p>
      ) : (
        <>
          <TableFrame
            label={text.each}
            files={api.file}
            path={pathOf('/obligations', { year: String(year), ...filters })}
          >
            <EachTable
              items={value.items}
              today={value.today}
              onOpen={({ unit, arrangement, period }) =>
                change({ open: { what: 'expected', of: `${unit.id} ${arrangement}`, at: period } })
              }
            />
          </TableFrame>
          <div class="dialog-foot">
            <p class="quiet">{words.shown(value.items.length, value.more)}</p>
            {value.more && (
              <Button waiting={loading} onClick={() => setMost(most + 5 * atOnce)}>
                {words.more}
              </Button>
            )}
          </div>
        </>
      )}
      {open?.of !== undefined && open.at !== undefined && (
        <BehindDialog
          api={api}
          year={year}
          behind={oneOf(value?.items ?? [], open.of, open.at)}
          onClose={() => change({ open: undefined })}
        />
      )}
    </section>
  );
}

/** The obligation that is open: `unit arrangement`, and its period. */
function oneOf(items: readonly ObligationItem[], of: string, at: string) {
  const [unit = '', arrangement = ''] = of.split(' ');
  const found = items.find((item) => item.unit.id === unit && item.arrangement === arrangement);
  return {
    title: `${found?.unit.name ?? unit} · ${arrangement}`,
    hint: found?.arrangementText ?? '',
    query: { unit, arrangement, period: at },
  };
}

interface EachTableProps {
  items: readonly ObligationItem[];
  today: string;
  onOpen: (item: ObligationItem) => void;
}

function EachTable({ items, today, onOpen }: EachTableProps) {
  const { text, language } = useText(bureauText);
  return (
    <table class="each">
      <thead>
        <tr>
          {Object.entries(obligationColumns).map(([id, name]) => (
            <th key={id} scope="col" class={id === 'late' ? 'number' : ''}>
              {name[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const period = periodWords(item.period, language);
          const late = daysLate(item, today);
          return (
            <tr key={item.key}>
              <td class="short">{item.unit.name}</td>
              <td class="short">
                <LinkButton
                  label={text.open(item.unit.name, item.arrangement, period)}
                  onClick={() => onOpen(item)}
                >
                  {item.arrangement}
                </LinkButton>
              </td>
              <th scope="row" class="sentence">
                {item.arrangementText}
              </th>
              <td>{period}</td>
              <td class="short">{item.due}</td>
              <td class={`short ${item.state === 'overdue' ? 'bad' : ''}`}>
                {stateNames[item.state][language]}
              </td>
              <td class="short">{item.punctuality && punctualityNames[item.punctuality][language]}</td>
              <td class="number">{late > 0 && late}</td>
              <td class="short">{item.firstReceivedAt?.slice(0, 10)}</td>
              <td class="short">{item.firstFulfilledAt?.slice(0, 10)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
