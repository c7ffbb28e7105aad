import type { ProgressCounts } from '../../../../shared/wire/progress.ts';
import { LinkButton } from '../../../controls/linkButton.tsx';
import type { NumberName } from './numbers.ts';
import { useProgressText } from './text.ts';

const tiles: readonly { name: NumberName; tone?: string }[] = [
  { name: 'expected' },
  { name: 'received' },
  { name: 'fulfilled' },
  { name: 'onTime', tone: 'good' },
  { name: 'reportedLate', tone: 'late' },
  { name: 'completedLate', tone: 'late' },
  { name: 'overdue', tone: 'bad' },
  { name: 'missing', tone: 'bad' },
];

/** The district's numbers, each a way to the obligations behind it. */
export function Totals({ total, onNumber }: { total: ProgressCounts; onNumber: (name: NumberName) => void }) {
  const { text } = useProgressText();
  const side = (name: NumberName) => (
    <LinkButton hint={text.hints[name]} onClick={() => onNumber(name)}>
      {text.numbers[name]} {total[name]}
    </LinkButton>
  );
  return (
    <section aria-label={text.totals}>
      <ul class="tiles">
        {tiles.map(({ name, tone }) => (
          <li key={name}>
            <button
              type="button"
              class={`tile ${total[name] > 0 ? (tone ?? '') : ''}`}
              title={text.hints[name]}
              onClick={() => onNumber(name)}
            >
              <span class="tile-name">{text.numbers[name]}</span>
              <span class="tile-number">{total[name].toLocaleString('en')}</span>
              {name !== 'expected' && total.expected > 0 && (
                <span class="tile-rate">{percent(total[name] / total.expected)}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet aside">
        {side('due')} · {side('undated')}
      </p>
    </section>
  );
}

/** A rate as people read it: whole percents, but never 0 % or 100 % of what is not. */
export function percent(rate: number): string {
  if (rate > 0 && rate < 0.01) return '<1%';
  if (rate > 0.99 && rate < 1) return '>99%';
  return `${Math.round(rate * 100)}%`;
}
