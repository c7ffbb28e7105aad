import { addDays } from '../calendar/days.ts';
import { dayWords } from '../calendar/daysWords.ts';
import { periodWords } from '../calendar/periodWords.ts';
import { daysOfSpan } from '../calendar/spans.ts';
import type { DueReports } from '../wire/dueReports.ts';
import { received } from './dueCell.ts';
import { type Scope, scopeWords } from './scopeWords.ts';

/** So much of a sentence names it; more is for the ledger. */
const clipped = (text: string): string =>
  text.length > 16 ? `${text.slice(0, 15)}…` : text.replace(/[。；;.]$/u, '');

/** That nobody is missing: of all units, or of the one that is filtered. */
export const allReported = ({ unit }: Scope): string =>
  unit === undefined ? '各单位均已报送。' : `${unit}应报的均已报送。`;

/** Who has not reported what falls due in a span, as text for a chat: Chinese, as an office writes it. It says what is filtered. */
export function reminderText(answer: DueReports, span: string, scope: Scope = {}): string {
  const { total, today, texts } = answer;
  const last = addDays(daysOfSpan(span)?.before ?? answer.dueBefore, -1);
  const head = `【${answer.list.year}年任务清单填报情况${scopeWords(scope, 'zh')}】${periodWords(span)}到期应报${total.expected}项，截至${dayWords(today)}已报${received(total)}项，未报${total.empty}项。`;
  const units = answer.units.filter(({ empty }) => empty > 0);
  if (units.length === 0) return `${head}\n${allReported(scope)}`;
  const lines = units.map(({ id, name, empty, daysLate }, at) => {
    const what = answer.empty
      .filter(({ unit }) => unit === id)
      .map(({ arrangement, periods }) => {
        const times = periods.length > 1 ? `，${periods.length}期` : '';
        return `${arrangement}（${clipped(texts[arrangement] ?? '')}${times}）`;
      });
    const late = daysLate > 0 ? `，最长已逾期${daysLate}天` : '';
    return `${at + 1}. ${name}：${empty}项${late}。${what.join('、')}`;
  });
  const ask =
    last < today
      ? `以上均已过时限，请${scope.unit ?? '未报单位'}尽快补报。`
      : `请${scope.unit ?? '未报单位'}于${dayWords(last)}前报送，已过时限的尽快补报。`;
  return [head, `未报单位（${units.length}个）：`, ...lines, ask].join('\n');
}
