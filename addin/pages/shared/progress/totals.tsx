import { figureNames } from '../../../../shared/progress/names.ts';
import type { ProgressAnswer, ProgressRates } from '../../../../shared/wire/progress.ts';
import { LinkButton } from '../../../controls/linkButton.tsx';
import { type NumberName, percent } from './numbers.ts';
import { useProgressText } from './text.ts';

const tiles: readonly { name: NumberName; rate?: keyof ProgressRates; tone?: string }[] = [
  { name: 'due' },
  { name: 'dueReceived', rate: 'completeness' },
  { name: 'dueFulfilled', rate: 'fulfilment' },
  { name: 'dueOnTime', rate: 'timeliness', tone: 'good' },
  { name: 'reportedLate', tone: 'late' },
  { name: 'completedLate', tone: 'late' },
  { name: 'overdue', tone: 'bad' },
  { name: 'missing', tone: 'bad' },
];

interface TotalsProps {
  /** Of whom they are. */
  place: string;
  total: ProgressAnswer['total'];
  today: string;
  onNumber: (name: NumberName) => void;
}

/** What is due and how it stands, with its rates; the year's share apart. Each number is a way to what stands behind it. */
export function Totals({ place, total, today, onNumber }: TotalsProps) {
  const { text, language } = useProgressText();
  const side = (name: NumberName) => (
    <LinkButton hint={figureNames[name].hint[language]} onClick={() => onNumber(name)}>
      {figureNames[name][language]} {total[name].toLocaleString('en')}
    </LinkButton>
  );
  const share = total.yearShare;
  return (
    <section aria-label={text.totals(place)}>
      <h2 class="of-due">{text.ofDue(today)}</h2>
      <ul class="tiles">
        {tiles.map(({ name, rate, tone }) => (
          <li key={name}>
            <button
              type="button"
              class={`tile ${total[name] > 0 ? (tone ?? '') : ''}`}
              title={figureNames[name].hint[language]}
              onClick={() => onNumber(name)}
            >
              <span class="tile-name">{figureNames[name][language]}</span>
              <span class="tile-number">{total[name].toLocaleString('en')}</span>
              {rate && total[rate] !== null && (
                <span class="tile-rate" title={figureNames[rate].hint[language]}>
                  {figureNames[rate][language]} {percent(total[rate])}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet aside">
        {side('expected')} · {side('fulfilled')}
        {share !== null && (
          <span title={figureNames.yearShare.hint[language]}>{text.shareOfYear(percent(share))}</span>
        )}{' '}
        · {side('undated')}
      </p>
    </section>
  );
}
