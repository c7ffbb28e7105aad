import { addDays } from '../../../shared/calendar/days.ts';
import { daysWords } from '../../../shared/calendar/daysWords.ts';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import { daysOfSpan, spanOn } from '../../../shared/calendar/spans.ts';
import { cellWords, received, worst } from '../../../shared/progress/dueCell.ts';
import { dueNames, markNames } from '../../../shared/progress/dueNames.ts';
import { placeWords, type Scope, scopeWords } from '../../../shared/progress/scopeWords.ts';
import type { DueReports } from '../../../shared/wire/dueReports.ts';
import type { Mark } from '../../../shared/wire/parts/mark.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { BehindDialog } from '../shared/progress/behind.tsx';
import type { Behind } from '../shared/progress/numbers.ts';
import type { ProgressProps } from '../shared/progress/progress.tsx';
import { pathOf } from '../shared/progress/progressApi.ts';
import { useProgressText } from '../shared/progress/text.ts';
import type { Open, View } from '../shared/progress/view.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { Missing } from './missing.tsx';
import { Next } from './next.tsx';
import { bureauText } from './text.ts';

/** Who has reported what falls due in a week, month or quarter; who has not, by name; what falls due next. */
export function Due({ api, year, turn, view, change, today, unitName }: ProgressProps & { today: string }) {
  const { text } = useText(bureauText);
  const { text: progressWords, language } = useProgressText();
  const span = view.span ?? spanOn('week', today);
  const days = daysOfSpan(span)!;
  const query = {
    year: String(year),
    dueFrom: days.from,
    dueBefore: days.before,
    ...(view.unit === undefined ? {} : { unit: view.unit }),
    ...(view.category === undefined ? {} : { category: view.category }),
  };
  const scope: Scope = { unit: unitName, category: view.category };
  const { value, problem, loading, again } = useLoaded(
    () => api.due(query),
    [api, turn, JSON.stringify(query)],
  );
  const open = (what: Mark | 'expected', of?: string, at?: string) =>
    change({ open: { what, ...(of ? { of } : {}), ...(at ? { at } : {}) } });
  return (
    <>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      {value === null ? (
        problem === null && <Loading />
      ) : (
        <>
          <p class="list-title">
            {value.list.title} · {periodWords(span, language)}
            {scopeWords(scope, language)}
          </p>
          <section class="card" aria-busy={loading} aria-label={text.due}>
            {value.total.expected === 0 ? (
              <p class="quiet">{text.nothingDue}</p>
            ) : (
              <>
                <TableFrame
                  label={text.due}
                  files={api.file}
                  path={pathOf('/progress/due', query)}
                  head={text.summary(value.total.expected, received(value.total), value.total.empty)}
                >
                  <Matrix answer={value} onOpen={open} />
                </TableFrame>
                <p class="legend quiet">{text.marks}</p>
              </>
            )}
          </section>
          {value.total.expected > 0 && (
            <Missing
              {...{ answer: value, span, scope, files: api.file }}
              path={pathOf('/progress/due', { ...query, rows: 'missing' })}
              onOpen={(unit) => open('empty', unit)}
            />
          )}
          <Next answer={value} files={api.file} path={pathOf('/progress/due', { ...query, rows: 'next' })} />
          {view.open && (
            <BehindDialog
              api={api}
              year={year}
              behind={behindOf(value, view, view.open, scope, progressWords.whole, language)}
              onClose={() => change({ open: undefined })}
            />
          )}
        </>
      )}
    </>
  );
}

interface MatrixProps {
  answer: DueReports;
  onOpen: (what: Mark | 'expected', unit: string, period?: string) => void;
}

/** Units by periods. */
function Matrix({ answer, onOpen }: MatrixProps) {
  const { text, language } = useText(bureauText);
  const cellOf = new Map(answer.cells.map((cell) => [`${cell.unit} ${cell.period}`, cell]));
  const head = (name: keyof typeof dueNames) => (
    <th scope="col" class="number">
      {dueNames[name][language]}
    </th>
  );
  return (
    <table class="due-matrix">
      <thead>
        <tr>
          <th scope="col">{dueNames.unit[language]}</th>
          {head('expected')}
          {head('reported')}
          {head('empty')}
          {head('daysLate')}
          {answer.periods.map((period) => (
            <th key={period} scope="col" class="mark" data-text={periodWords(period, language)}>
              <PeriodHead period={period} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">{unit.name}</th>
            <td class="number">{unit.expected}</td>
            <td class="number">{received(unit)}</td>
            <td class="number">
              {unit.empty === 0 ? (
                <span class="zero">0</span>
              ) : (
                <LinkButton
                  class={unit.daysLate > 0 ? 'bad' : ''}
                  label={text.cell(unit.name, dueNames.empty[language], String(unit.empty))}
                  onClick={() => onOpen('empty', unit.id)}
                >
                  {unit.empty}
                </LinkButton>
              )}
            </td>
            <td class="number">{unit.daysLate > 0 && <span class="bad">{unit.daysLate}</span>}</td>
            {answer.periods.map((period) => {
              const cell = cellOf.get(`${unit.id} ${period}`);
              if (!cell) return <td key={period} class="mark" />;
              const mark = worst(cell);
              const tone = mark === 'empty' && !isPast(answer, unit.id, period) ? 'quiet' : tones[mark];
              const words = cellWords(cell, language);
              return (
                <td key={period} class={`mark ${mark}`}>
                  <LinkButton
                    class={tone}
                    label={text.cell(unit.name, periodWords(period, language), words)}
                    onClick={() => onOpen('expected', unit.id, period)}
                  >
                    {words}
                  </LinkButton>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tones: Record<Mark, string> = { reported: 'good', late: 'late', unfinished: 'bad', empty: 'bad' };

/** Whether what is empty in a cell is overdue: by the period's own days, or by what is known of its due dates. */
function isPast({ empty, today }: DueReports, unit: string, period: string): boolean {
  const days = daysOfSpan(period);
  if (days) return days.before <= today;
  return empty.some((each) => each.unit === unit && each.daysLate > 0 && each.periods.includes(period));
}

/** A period's name over its column: a week's days stand on a line of their own. */
function PeriodHead({ period }: { period: string }) {
  const { language } = useText(bureauText);
  const [, name, dates] = /^(.*?)\s*([（(].*)?$/u.exec(periodWords(period, language)) ?? [];
  return (
    <>
      {name}
      {dates && <span class="dates">{dates.slice(1, -1)}</span>}
    </>
  );
}

/** What stands behind what is open: a unit's, a cell's, of a mark or all. */
function behindOf(
  answer: DueReports,
  view: View,
  { what, of, at }: Open,
  scope: Scope,
  whole: string,
  language: 'zh' | 'en',
): Behind {
  const unit = of === undefined ? scope.unit : (answer.units.find(({ id }) => id === of)?.name ?? of);
  const mark = what in markNames ? markNames[what as Mark][language] : dueNames.expected[language];
  return {
    title: [placeWords(whole, { ...scope, unit }, language), at && periodWords(at, language), mark]
      .filter(Boolean)
      .join(' · '),
    hint: daysWords(answer.dueFrom, addDays(answer.dueBefore, -1), language),
    query: {
      dueFrom: answer.dueFrom,
      dueBefore: answer.dueBefore,
      ...(view.category === undefined ? {} : { category: view.category }),
      ...((of ?? view.unit) === undefined ? {} : { unit: (of ?? view.unit)! }),
      ...(at === undefined ? {} : { period: at }),
      ...(what in markNames ? { mark: what } : { counted: 'expected' }),
    },
  };
}
