import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { dueNames } from '../../../../shared/progress/dueNames.ts';
import { figureNames } from '../../../../shared/progress/names.ts';
import { partOf, type TrendPart, trendParts, trendRate } from '../../../../shared/progress/trend.ts';
import { spanNames, trendNames } from '../../../../shared/progress/trendNames.ts';
import type { ProgressTrend } from '../../../../shared/wire/progressTrend.ts';
import { LinkButton } from '../../../controls/linkButton.tsx';
import { useText } from '../../../controls/useText.ts';
import { percent } from '../progress/numbers.ts';
import { trendText } from './text.ts';

interface SpanTableProps {
  answer: ProgressTrend;
  onOpen: (part: TrendPart | 'expected', span: string) => void;
}

/** The numbers behind the bars: a row for each span. */
export function SpanTable({ answer, onOpen }: SpanTableProps) {
  const { text, language } = useText(trendText);
  return (
    <table class="spans" aria-label={text.table[answer.by]}>
      <thead>
        <tr>
          <th scope="col">{spanNames[answer.by][language]}</th>
          <th scope="col" class="number">
            {dueNames.expected[language]}
          </th>
          {trendParts.map((part) => (
            <th key={part} scope="col" class="number">
              {trendNames[part][language]}
            </th>
          ))}
          <th scope="col" class="number">
            {figureNames.timeliness[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.spans.map((span) => {
          const name = periodWords(span.id, language);
          const rate = trendRate(span, 'timeliness');
          const number = (part: TrendPart | 'expected', count: number, called: string) => (
            <td key={part} class="number">
              {count === 0 ? (
                <span class="zero">0</span>
              ) : (
                <LinkButton label={`${name} ${called} ${count}`} onClick={() => onOpen(part, span.id)}>
                  {count}
                </LinkButton>
              )}
            </td>
          );
          return (
            <tr key={span.id}>
              <th scope="row">{name}</th>
              {number('expected', span.expected, dueNames.expected[language])}
              {trendParts.map((part) => number(part, partOf(span, part), trendNames[part][language]))}
              <td class="number">{rate === null ? <span class="zero">–</span> : percent(rate)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
