import { bulletinDay } from '../bulletinDay.ts';
import { type MadeSection, type Making, sentence } from '../made.ts';
import { chineseNumber, listed } from '../words.ts';

/** What is asked of the units, by what was found. */
export function demands({ facts, counts, units }: Making): MadeSection {
  const lacking = units.filter((unit) => unit.counts.missing.length > 0).map(({ name }) => name);
  const isOverdue = counts.overdue.length + counts.earlier.length > 0;
  const isReturned = facts.obligations.some((each) => each.expected && each.returned !== null);
  const who = lacking.length <= 5 ? listed(lacking) : '有未报事项的单位';
  const items: [id: string, words: string][] = [
    ...(lacking.length === 0
      ? []
      : ([
          [
            'demands.missing',
            `限期补报。${who}要逐项核对未报事项，查明原因，于${bulletinDay(facts, facts.answerBy)}前补报到位。`,
          ],
        ] as [string, string][])),
    ...(isOverdue
      ? ([
          [
            'demands.overdue',
            '加快整改。对逾期未完成事项，各责任单位要明确责任人和完成时间，完成一项、报送一项。',
          ],
        ] as [string, string][])
      : []),
    ...(isReturned
      ? ([['demands.returned', '及时补正。被退回的事项要按照退回原因修改完善，在补正期限前重新报送。']] as [
          string,
          string,
        ][])
      : []),
    [
      'demands.going',
      isOverdue || lacking.length > 0
        ? '按时报送。各单位要对照任务清单倒排时间，指定专人负责，确保事项不漏、时限不误、数据真实。'
        : '保持力度。各单位要继续对照任务清单按时推进、如实报送，对临近时限的事项提前安排。',
    ],
  ];
  return {
    id: 'demands',
    heading: '工作要求',
    sentences: items.map(([id, words], at) => sentence(id, `（${chineseNumber(at + 1)}）${words}`)),
    table: null,
  };
}
