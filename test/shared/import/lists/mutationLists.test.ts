import { describe, expect, test } from 'vitest';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import { toSimplified } from '../../../../shared/import/text/simplified.ts';
import type { Arrangement, Schedule } from '../../../../shared/taskList/taskList.ts';
import { handReadLists } from '../../../support/import/lists/all.ts';
import { find, meaning, withoutSource, type Meaning } from '../../../support/import/meaning.ts';
import { withWords } from '../../../support/import/mutate.ts';
import { arrangementsOf, parsed } from '../../../support/import/published.ts';

type Grid = readonly (readonly string[])[];

/** The same cell with other words in it: the one below the header that holds this entry, in the rows of an arrangement's task. */
function withEntry(grid: Grid, textAsPrinted: string, entry: string, words: string): string[][] {
  const row = grid.findIndex((cells) => cells.some((cell) => cell.includes(textAsPrinted)));
  for (let at = row; at >= 0; at -= 1) {
    const column = (grid[at] ?? []).findIndex(
      (cell) => cell.includes(entry) && !cell.includes(textAsPrinted),
    );
    if (column >= 0)
      return grid.map((cells, r) =>
        cells.map((cell, c) => (r === at && c === column ? cell.replace(entry, words) : cell)),
      );
  }
  throw new Error(`no cell holds ${entry}`);
}

/** What may be written instead of a deadline, and what must be read then. */
function rewrites(year: number, { kind, season, source }: Schedule): [string, Omit<Schedule, 'source'>][] {
  const inSeason = season === undefined ? {} : { season };
  const before = season ?? '';
  if (kind === 'undated' || source === null) return [];
  if (kind === 'once' || kind === 'window')
    return [
      ['2月底前', { kind: 'once', due: `${year}-02-28` }],
      [`${year}年8月20日前`, { kind: 'once', due: `${year}-08-20` }],
      ['二○二七年三月三十日前', { kind: 'once', due: '2027-03-30' }],
      ['每年10月底前', { kind: 'once', due: `${year}-10-31` }],
      ['每半年', { kind: 'half-yearly' }],
    ];
  return [
    [`${before}每周`, { kind: 'weekly', ...inSeason }],
    [`${before}每两个月`, { kind: 'two-monthly', ...inSeason }],
    [`${before}每半年`, { kind: 'half-yearly', ...inSeason }],
  ];
}

/** Whether several dates are printed together: 4月、9月各开展1次. */
function isJoined({ schedules, textAsPrinted }: Arrangement): boolean {
  const starts = schedules.map(({ source }) => source?.start ?? 0);
  return schedules.some(
    ({ source }) =>
      source !== null && textAsPrinted.charAt(source.end) === '、' && starts.includes(source.end + 1),
  );
}

describe.each(handReadLists)('$differs', ({ text, year }) => {
  const grid = readGrid(text);
  const list = parsed(grid);
  const all = arrangementsOf(list);
  /** Modes are worked out from schedules: an arrangement that counts nothing is per period where it has cadences only. */
  const withMode = (tasks: Meaning) => {
    for (const { schedules, indicators } of tasks.flatMap(({ arrangements }) => arrangements)) {
      const [first] = indicators;
      if (first?.id !== 'done') continue;
      const isDated = schedules.some(({ kind }) => ['once', 'window', 'undated'].includes(kind));
      first.mode = isDated ? 'cumulative' : 'perPeriod';
    }
    return tasks;
  };

  /** In a table of one column the sentence is the task's name too. */
  const isNamed = all.some(({ text: sentence }) => list.tasks.some(({ name }) => sentence.startsWith(name)));
  const said = (of: Meaning) => (isNamed ? of.map((task) => ({ ...task, name: '' })) : of);

  const deadlines = all.flatMap((one) =>
    one.schedules.flatMap((schedule, index) =>
      rewrites(year, schedule)
        // A rhythm beside the date of a sentence contradicts it no more: then both hold.
        .filter(
          ([, { due }]) =>
            due !== undefined || !schedule.source?.entry || !/\d月|每/u.test(one.textAsPrinted),
        )
        // Of dates that are joined, or that part a count, one alone cannot change.
        .filter(() => !isJoined(one) && one.leftOpen?.quantities === undefined)
        .filter(([, { kind }]) => one.schedules.every((other) => other.kind !== kind || kind === 'once'))
        .map(([words, reads]) => ({
          one,
          index,
          source: schedule.source!,
          words,
          reads,
        })),
    ),
  );
  test.for(
    deadlines.map((each) => ({ ...each, name: `${each.one.code} ${each.source.text} → ${each.words}` })),
  )(
    'I6, I6.4: another deadline is another schedule where it stands, and changes nothing else: $name',
    ({ one, index, source, words, reads }) => {
      const { entry } = source;
      const after = parsed(
        entry === undefined
          ? withWords(grid, one.textAsPrinted, source, words)
          : withEntry(grid, one.textAsPrinted, entry, entry.replace(source.text, words)),
      );
      const expected = structuredClone(meaning(list));
      const task = all.filter(({ code }) => code.startsWith(one.code.replace(/\d+$/u, '')));
      for (const { code, schedules } of task) {
        const isSame = entry === undefined ? code === one.code : schedules[index]?.source?.entry === entry;
        if (isSame) find(expected, code).schedules[index] = reads;
      }
      expect(said(meaning(after))).toEqual(said(withMode(expected)));
      const changed = arrangementsOf(after).find(({ code }) => code === one.code)!;
      const found = changed.schedules[index]?.source;
      expect(found?.text).toBe(words);
      expect((found?.entry ?? changed.textAsPrinted).slice(found?.start, found?.end)).toBe(words);
    },
  );

  test('I6.4: without its entry an arrangement has what its sentence says, or is undated', () => {
    for (const { textAsPrinted, schedules } of all) {
      const entry = schedules[0]?.source?.entry;
      if (entry === undefined) continue;
      const after = arrangementsOf(parsed(withEntry(grid, textAsPrinted, entry, '—')));
      const changed = after.find((other) => other.textAsPrinted === textAsPrinted);
      expect(changed?.schedules.some(({ source }) => source?.entry === entry)).toBe(false);
    }
  });

  const counts = all.flatMap((one) =>
    one.indicators.flatMap(({ source }, index) =>
      source === null ? [] : [{ name: `${one.code} ${source.text}`, one, index, source }],
    ),
  );
  test.for(counts)(
    'I7: another number is another target where it stands, and changes nothing else: $name',
    ({ one, index, source }) => {
      for (const value of [23, 230, 4815]) {
        const words = source.text.replace(/\d+/u, String(value));
        expect(words).not.toBe(source.text);
        const expected = structuredClone(meaning(list));
        const counted = find(expected, one.code).indicators[index]!;
        if (counted.target === null) counted.baseline = value;
        else counted.target = value;
        const after = meaning(parsed(withWords(grid, one.textAsPrinted, source, words)));
        expect(said(after)).toEqual(said(expected));
      }
    },
  );
});

describe('what is no deadline and no count can change freely', () => {
  test.for<[string, string]>([
    ['50人以内', '90人以内'],
    ['30人以内', '80人以内'],
    ['不超过9人', '不超过12人'],
    ['评估率100%', '评估率95%'],
    ['检查覆盖率100%', '检查覆盖率98%'],
    ['20年以上', '15年以上'],
    ['2名以上专职', '3名以上专职'],
    ['不超过20个', '不超过35个'],
    ['全年联合', '常年联合'],
    ['即时处置', '及时处置'],
    ['回头看1次', '回头看2次'],
    ['市级重点', '2026年3月底前'],
  ])('I7, I6: %s → %s', ([printed, instead]) => {
    const lists = handReadLists
      .map(({ text }) => readGrid(text).map((row) => row.map((cell) => toSimplified(cell))))
      .filter((grid) => grid.some((row) => row.some((cell) => cell.includes(printed))));
    expect(lists.length).toBeGreaterThan(0);
    for (const grid of lists) {
      const changed = grid.map((row) => row.map((cell) => cell.replace(printed, instead)));
      const withoutWords = (tasks: Meaning) =>
        tasks.map(({ arrangements, ...task }) => ({
          ...task,
          arrangements: arrangements.map(({ undatedWords, ...one }) =>
            undatedWords === undefined ? one : withoutSource({ ...one, source: undatedWords }),
          ),
        }));
      expect(withoutWords(meaning(parsed(changed)))).toEqual(withoutWords(meaning(parsed(grid))));
    }
  });
});
