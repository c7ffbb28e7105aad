import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { arrangementsOf } from './published.ts';

/** The header of a list with a column of deadlines. */
export const header = ['序号', '重点工作', '工作措施', '完成时限', '责任单位'];

/** A list of one task in these rows: arrangements and deadline of each. */
export function read(...rows: [arrangements: string, deadline: string][]) {
  const { taskList, diagnostics } = parseTaskList([
    ['2025年某区工作任务清单'],
    header,
    ...rows.map(([arrangements, deadline], row) => [
      row === 0 ? '1' : '',
      row === 0 ? '某项工作' : '',
      arrangements,
      deadline,
      row === 0 ? '某局' : '',
    ]),
  ]);
  const arrangements = taskList === null ? [] : arrangementsOf(taskList);
  const quiet = ['category-none', 'number-missing', 'row-continued'];
  return {
    arrangements,
    schedules: arrangements.map(({ schedules }) =>
      schedules
        .map(({ kind, start, due, season }) =>
          [kind, start, due, season].filter((part) => part !== undefined).join(' '),
        )
        .join('；'),
    ),
    words: arrangements.map(({ undatedWords = [] }) => undatedWords.join('、')),
    told: diagnostics
      .filter(({ code }) => !quiet.includes(code))
      .map(({ code, at, text }) => `${code} ${at} ${text ?? ''}`.trim()),
  };
}
