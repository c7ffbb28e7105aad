import { describe, expect, test } from 'vitest';
import type { Arrangement, Schedule, SourceSpan } from '../../../../shared/taskList/taskList.ts';
import { find, meaning, withoutSource, type Meaning } from '../../../support/import/meaning.ts';
import { wavesOf, withEdits } from '../../../support/import/mutate.ts';
import { arrangementsOf, parsed, publishedGrid } from '../../../support/import/published.ts';
import { tasks as readByHand } from '../../../support/import/expected2024/expected2024.ts';
import { toSimplified } from '../../../../shared/import/text/simplified.ts';

const list = parsed(publishedGrid);
const byHand = readByHand.flatMap((task) => task.arrangements);
const arrangements = arrangementsOf(list);

const base = meaning(list);

/** What the list means when one thing in it is changed. */
function changed(change: (tasks: Meaning) => void): Meaning {
  const copy = structuredClone(base);
  change(copy);
  return copy;
}

/** The same deadline with other words: what is written instead, and what must be read then. */
type Rewrite = { words: string; reads: Omit<Schedule, 'source'> };

const lastDays: Record<string, string> = { 2: '2024-02-29', 7: '2024-07-31', 8: '2024-08-31' };
const quarters: Record<string, [string, string, string]> = {
  一: ['三', '2024-07-01', '2024-09-30'],
  二: ['一', '2024-01-01', '2024-03-31'],
  三: ['四', '2024-10-01', '2024-12-31'],
  四: ['二', '2024-04-01', '2024-06-30'],
};
const cadences: [string, string, Schedule['kind']][] = [
  ['每周', '每月', 'monthly'],
  ['每2个月', '每周', 'weekly'],
  ['每季度', '每两个月', 'two-monthly'],
  ['每月', '每季度', 'quarterly'],
  ['每季度', '每半年', 'half-yearly'],
];

function rewrites(schedule: Schedule, words: string): Rewrite[] {
  const same = withoutSource(schedule);
  const end = /^(\d+)( ?月底前)$/u.exec(words);
  if (end !== null)
    return ['2', '7', '8'].map((month) => ({
      words: `${month}${end[2]}`,
      reads: { kind: 'once', due: lastDays[month] ?? '' },
    }));
  const quarter = quarters[words.charAt(0)];
  if (/^.季度$/u.test(words) && quarter !== undefined)
    return [{ words: `${quarter[0]}季度`, reads: { kind: 'window', start: quarter[1], due: quarter[2] } }];
  if (words === '4月')
    return [{ words: '2月', reads: { kind: 'window', start: '2024-02-01', due: '2024-02-29' } }];
  if (words === '5月至10月')
    return [
      { words: '3月至10月', reads: { ...same, start: '2024-03-01' } },
      { words: '5月至11月', reads: { ...same, due: '2024-11-30' } },
    ];
  if (words === '2024 年内')
    return [{ words: '2025 年内', reads: { kind: 'window', start: '2025-01-01', due: '2025-12-31' } }];
  if (schedule.kind === 'window' && schedule.season !== undefined)
    return [{ words: '销售淡季', reads: { kind: 'window', season: '销售淡季' } }];
  return cadences
    .filter(([printed]) => words.endsWith(printed))
    .map(([printed, other, kind]) => ({ words: words.replace(printed, other), reads: { ...same, kind } }));
}

type Case<T> = { name: string; in: Arrangement; source: SourceSpan; index: number } & T;

const deadlines: Case<Rewrite>[] = arrangements.flatMap((one) =>
  one.schedules.flatMap((schedule, index) => {
    const { source } = schedule;
    if (source === null || schedule.kind === 'undated') return [];
    const found = rewrites(schedule, toSimplified(source.text));
    if (found.length === 0) throw new Error(`${one.code}: nothing to write for ${source.text}`);
    return found.map((rewrite) => ({
      ...rewrite,
      name: `${one.code} ${source.text} → ${rewrite.words}`,
      in: one,
      source,
      index,
    }));
  }),
);

describe('I6: another deadline in the text is another schedule there, and changes nothing else', () => {
  test('every dated schedule of the list is changed', () => {
    const dated = byHand.flatMap(({ schedules }) => schedules).filter(({ kind }) => kind !== 'undated');
    expect(new Set(deadlines.map(({ in: { code }, index }) => `${code} ${index}`)).size).toBe(dated.length);
  });

  const waves = wavesOf(deadlines, ({ in: { code } }) => code);
  test.for(waves.map((cases, at) => ({ cases, wave: `wave ${at + 1}, ${cases.length} at once` })))(
    '$wave',
    ({ cases }) => {
      const edits = cases.map((one) => ({ ...one, within: one.in.textAsPrinted }));
      const after = parsed(withEdits(publishedGrid, edits));
      expect(meaning(after)).toEqual(
        changed((tasks) => {
          for (const { in: one, index, reads } of cases) find(tasks, one.code).schedules[index] = reads;
        }),
      );
      const found = new Map(arrangementsOf(after).map((one) => [one.code, one.schedules]));
      for (const { name, in: one, index, source, words } of cases)
        expect(found.get(one.code)?.[index]?.source, name).toEqual({
          text: words,
          start: source.start,
          end: source.start + words.length,
        });
    },
  );

  test('an arrangement without its one deadline is undated', () => {
    const [alone = []] = wavesOf(
      deadlines.filter(({ in: { schedules } }) => schedules.length === 1),
      ({ in: { code } }) => code,
    );
    expect(alone.length).toBeGreaterThan(40);
    const edits = alone.map(({ in: one, source }) => ({ within: one.textAsPrinted, source, words: '认真' }));
    const after = meaning(parsed(withEdits(publishedGrid, edits)));
    for (const { name, in: one } of alone) {
      const { schedules, indicators } = find(after, one.code);
      expect(schedules, name).toEqual([{ kind: 'undated' }]);
      expect(indicators, name).toHaveLength(one.indicators.length);
    }
  });
});

const numbers: {
  name: string;
  within: string;
  source: SourceSpan;
  change: (tasks: Meaning, value: number) => void;
}[] = arrangements.flatMap((one) =>
  one.indicators.flatMap(({ source, baseline }, index) =>
    source === null
      ? []
      : [
          {
            name: `${one.code} ${source.text}`,
            within: one.textAsPrinted,
            source,
            change: (tasks: Meaning, value: number) => {
              const indicator = find(tasks, one.code).indicators[index];
              if (indicator === undefined) throw new Error(one.code);
              if (baseline === undefined) indicator.target = value;
              else indicator.baseline = value;
            },
          },
        ],
  ),
);

const other = (source: SourceSpan, value: string) => source.text.replace(/\d+/u, value);

describe('I7: another number in the text is another target or baseline there, and changes nothing else', () => {
  test('every count of the list is changed', () => {
    const counts = byHand.flatMap(({ indicators }) => indicators).filter(({ source }) => source !== null);
    expect(numbers).toHaveLength(counts.length);
  });

  const values = [7, 230, 4815];
  const waves = wavesOf(
    values.flatMap((value) => numbers.map((one) => ({ ...one, value }))),
    ({ within, source }) => `${within} ${source.start}`,
  );
  test.for(waves.map((cases, at) => ({ cases, wave: `wave ${at + 1}, ${cases.length} at once` })))(
    '$wave',
    ({ cases }) => {
      const edits = cases.map(({ within, source, value }) => ({
        within,
        source,
        words: other(source, String(value)),
      }));
      expect(meaning(parsed(withEdits(publishedGrid, edits)))).toEqual(
        changed((tasks) => {
          for (const { change, value } of cases) change(tasks, value);
        }),
      );
    },
  );
});

describe('I9: another number in a goal is another quantity there, and changes nothing else', () => {
  const goals = list.tasks.flatMap((task, at) =>
    task.goalQuantities.map((quantity, index) => ({
      name: `${task.code} ${quantity.source.text}`,
      at,
      index,
      quantity,
    })),
  );
  test('every quantity of a goal is changed', () => {
    expect(goals).toHaveLength(readByHand.flatMap(({ goal }) => goal).length);
  });

  // Goals are kept in Simplified characters; their print is found by position, which the conversion of this list keeps.
  const printedGoal = (at: number) =>
    publishedGrid
      .flatMap((cells) => cells)
      .find((cell) => toSimplified(cell).trim() === list.tasks[at]?.goal) ?? '';

  const waves = wavesOf(goals, ({ at }) => String(at));
  test.for(waves.map((cases, at) => ({ cases, wave: `wave ${at + 1}, ${cases.length} at once` })))(
    '$wave',
    ({ cases }) => {
      const edits = cases.map(({ at, quantity: { source } }) => {
        const within = printedGoal(at);
        const printed = { ...source, text: within.slice(source.start, source.end) };
        return { within, source, words: other(printed, '4815') };
      });
      expect(meaning(parsed(withEdits(publishedGrid, edits)))).toEqual(
        changed((tasks) => {
          for (const { at, index } of cases) {
            const quantity = tasks[at]?.goalQuantities[index];
            if (quantity !== undefined) quantity.value = 4815;
          }
        }),
      );
    },
  );
});

describe('what is no deadline and no count can change freely', () => {
  const idle: [string, string][] = [
    ['〔2023〕70', '〔2022〕71'],
    ['2023 年度安全生产履职', '2021 年度安全生产履职'],
    ['对 2023 年已实施', '对 2021 年已实施'],
    ['摸排5年内', '摸排8年内'],
    ['更新改造三年行动计划', '更新改造五年行动计划'],
    ['不超过6人', '不超过9人'],
    ['制定2024年深度', '制定2025年深度'],
    ['每2个月检查1次', '每2个月检查3次'],
    ['2021年以来', '2019年以来'],
    ['2021年至2023年', '2020年至2022年'],
    ['开展一次全覆盖', '开展两次全覆盖'],
    ['巩固新材料产业园D类', '巩固新材料产业园C类'],
    ['“2+X”', '“3+X”'],
    ['创建率 100%，优先', '创建率 90%，优先'],
    ['每一个环节', '每两个环节'],
  ];
  test.for(idle)('%s → %s', ([printed, instead]) => {
    const cells = publishedGrid.map((row) => row.map((cell) => toSimplified(cell).replace(printed, instead)));
    expect(cells).not.toEqual(publishedGrid.map((row) => row.map((cell) => toSimplified(cell))));
    expect(meaning(parsed(cells))).toEqual(base);
  });
});
