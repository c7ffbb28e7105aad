import { addDays } from '../calendar/days.ts';
import { periodWords } from '../calendar/periodWords.ts';
import { daysOfSpan } from '../calendar/spans.ts';
import type { DueReports } from '../wire/dueReports.ts';
import { received } from './dueCell.ts';

const day = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
/** So much of a sentence names it; more is for the ledger. */
const clipped = (text: string): string =>
  text.length > 16 ? `${text.slice(0, 15)}…` : text.replace(/[。；;.]$/u, '');

/** Who has not reported what falls due in a span, as text for a chat: Chinese, as an office writes it. */
export function reminderText(answer: DueReports, span: string): string {
  const { total, today, texts } = answer;
  const last = addDays(daysOfSpan(span)?.before ?? answer.dueBefore, -1);
  const head = `【${answer.list.year}年任务清单填报情况】${periodWords(span)}到期应报${total.expected}项，截至${day(today)}已报${received(total)}项，未报${total.empty}项。`;
  const units = answer.units.filter(({ empty }) => empty > 0);
  if (units.length === 0) return `${head}\n各单位均已报送。`;
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
      ? '以上均已过时限，请未报单位尽快补报。'
      : `请未报单位于${day(last)}前报送，已过时限的尽快补报。`;
  return [head, `未报单位（${units.length}个）：`, ...lines, ask].join('\n');
}
