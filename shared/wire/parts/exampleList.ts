import type { TaskList } from '../../taskList/taskList.ts';

/** A list of one arrangement, for the examples. */
export const exampleList: TaskList = {
  year: 2024,
  title: '2024 年危险化学品安全监管工作任务清单',
  categories: [{ number: 1, name: '加强日常监管' }],
  tasks: [
    {
      code: '1-1',
      category: 1,
      sequence: 1,
      name: '企业安全检查',
      goal: '全年检查企业 61 家。',
      goalQuantities: [],
      unitsAsPrinted: '各镇、街道',
      units: ['各镇', '街道'],
      arrangements: [
        {
          code: '1-1-1',
          position: 1,
          printedNumber: '1',
          text: '6月底前检查企业61家。',
          textAsPrinted: '6月底前检查企业61家。',
          schedules: [{ kind: 'once', due: '2024-06-30', source: { text: '6月底前', start: 0, end: 4 } }],
          indicators: [
            {
              id: 'i1',
              label: '检查企业',
              unitOfMeasure: '家',
              target: 61,
              mode: 'cumulative',
              source: { text: '检查企业61家', start: 4, end: 11 },
            },
          ],
        },
      ],
    },
  ],
};
