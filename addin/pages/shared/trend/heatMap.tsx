import { useState } from 'preact/hooks';
import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { dueNames } from '../../../../shared/progress/dueNames.ts';
import { levelOf, type TrendMeasure, trendRate } from '../../../../shared/progress/trend.ts';
import type { ProgressTrend, TrendCounts } from '../../../../shared/wire/progressTrend.ts';
import { useText } from '../../../controls/useText.ts';
import { percent } from '../progress/numbers.ts';
import { countsWords } from './chartWords.ts';
import { moveWithin } from './roving.ts';
import { trendText } from './text.ts';
import { css, levelColours } from './trendColours.ts';

interface HeatMapProps {
  answer: ProgressTrend;
  measure: TrendMeasure;
  onOpen: (unit: string, span: string) => void;
}

/** What a narrow cell has room for: 75, and ✓ for all. */
const short = (rate: number): string => (rate === 1 ? '✓' : percent(rate).replace('%', ''));

/** Units by spans, each cell in the colour of its rate: a table, and so what it says is there without its colours. */
export function HeatMap({ answer, measure, onOpen }: HeatMapProps) {
  const { text, language } = useText(trendText);
  const [at, setAt] = useState<string | null>(null);
  const narrow = answer.by === 'week';
  const cellOf = new Map(answer.cells.map((cell) => [`${cell.unit} ${cell.span}`, cell]));
  const first = answer.cells[0] && `${answer.cells[0].unit} ${answer.cells[0].span}`;
  const reachable = at !== null && cellOf.has(at) ? at : first;
  const heads = spanHeads(answer, language);
  const comma = language === 'zh' ? '，' : ', ';
  const rateWords = (counts: TrendCounts): string => {
    const rate = trendRate(counts, measure);
    return rate === null ? text.notDue : text.rate(text.measures[measure], percent(rate));
  };
  return (
    <>
      <table
        class={narrow ? 'heat narrow-cells' : 'heat'}
        role="grid"
        aria-label={text.heat(text.measures[measure])}
        onKeyDown={moveWithin}
      >
        <thead>
          {narrow && (
            <tr class="over">
              <td colSpan={2} />
              {monthsOf(heads).map(({ month, many }, place) => (
                <th key={place} scope="colgroup" colSpan={many}>
                  {month}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">{dueNames.unit[language]}</th>
            <th scope="col" class="number">
              {text.together}
            </th>
            {heads.map(({ id, name, words }) => (
              <th key={id} scope="col" class="cell" data-text={words} title={words}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.units.map((unit, row) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td class="number">{percentOr(trendRate(unit, measure), '–')}</td>
              {heads.map(({ id, words }, column) => {
                const cell = cellOf.get(`${unit.id} ${id}`);
                if (!cell) return <td key={id} class="cell" />;
                const rate = trendRate(cell, measure);
                const look = rate === null ? null : levelColours[levelOf(rate)]!;
                const said = text.cell(
                  unit.name,
                  words,
                  `${rateWords(cell)}${comma}${countsWords(cell, language)}`,
                );
                const key = `${unit.id} ${id}`;
                return (
                  <td key={id} class="cell" data-text={percentOr(rate, '')}>
                    <button
                      type="button"
                      class={rate === null ? 'not-due' : `level-${levelOf(rate)}`}
                      {...(look && { style: { background: css(look.ground), color: css(look.words) } })}
                      data-at={`${row},${column}`}
                      tabIndex={key === reachable ? 0 : -1}
                      title={said}
                      aria-label={said}
                      onFocus={() => setAt(key)}
                      onClick={() => onOpen(unit.id, id)}
                    >
                      {rate === null ? '·' : narrow ? short(rate) : percent(rate)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="heat-legend quiet">
        {levelColours.map(({ ground }, level) => (
          <span key={level}>
            <i style={{ background: css(ground) }} /> {text.levels[level]}
          </span>
        ))}
        <span>· {text.notDue}</span>
      </p>
      <p class="quiet no-print heat-hint">{text.heatHint}</p>
    </>
  );
}

const percentOr = (rate: number | null, none: string): string => (rate === null ? none : percent(rate));

interface Head {
  id: string;
  name: string;
  /** In full. */
  words: string;
  month: string;
}

/** What the columns are called: a week by its number, beneath its month. */
function spanHeads({ by, spans }: ProgressTrend, language: 'zh' | 'en'): Head[] {
  return spans.map(({ id, from }) => {
    const words = periodWords(id, language);
    if (by !== 'week') return { id, name: words, words, month: '' };
    const thursday = new Date(Date.parse(from) + 3 * 86_400_000).toISOString();
    return {
      id,
      name: String(Number(id.slice(-2))),
      words,
      month: periodWords(thursday.slice(0, 7), language),
    };
  });
}

function monthsOf(heads: readonly Head[]): { month: string; many: number }[] {
  const months: { month: string; many: number }[] = [];
  for (const { month } of heads) {
    const last = months.at(-1);
    if (last?.month === month) last.many += 1;
    else months.push({ month, many: 1 });
  }
  return months;
}
