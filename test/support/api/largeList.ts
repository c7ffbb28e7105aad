import type { TaskList } from '../../../shared/taskList/taskList.ts';

/** A list on which one unit has 100 weekly arrangements, one of them counting: over 5,000 rows in the year. */
export function largeList(year: number, unitName: string): TaskList {
  return {
    year,
    title: `${year} 年任务清单`,
    categories: [{ number: 1, name: '例行工作' }],
    tasks: Array.from({ length: 10 }, (_, t) => ({
      code: `1-${t + 1}`,
      category: 1,
      sequence: t + 1,
      name: `第 ${t + 1} 项重点工作`,
      goal: '',
      goalQuantities: [],
      unitsAsPrinted: unitName,
      units: [unitName],
      arrangements: Array.from({ length: 10 }, (__, a) => {
        const text = `每周调度第 ${t * 10 + a + 1} 类 500 家企业。`;
        return {
          code: `1-${t + 1}-${a + 1}`,
          position: a + 1,
          printedNumber: String(a + 1),
          text,
          textAsPrinted: text,
          schedules: [{ kind: 'weekly' as const, source: { text: '每周', start: 0, end: 2 } }],
          indicators: [
            {
              id: 'i1',
              label: '企业',
              unitOfMeasure: '家',
              target: 500,
              mode: 'cumulative' as const,
              source: null,
            },
          ],
        };
      }),
    })),
  };
}
