import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import { handReadLists } from '../../../support/import/lists/all.ts';
import { publishedText, seedRoster } from '../../../support/import/published.ts';

const project = resolve(import.meta.dirname, '../../../..');
const files = globSync('shared/**/*.{ts,tsx}', { cwd: project }).sort();

/** What is left of a unit's name without these is its place; departments are named alike everywhere. */
const common = /^各|园区|街道|乡镇|镇|乡|（.*）|区$/gu;
const placesIn = (units: readonly string[]): string[] =>
  units.filter((unit) => !/局|大队/u.test(unit)).map((unit) => unit.replaceAll(common, ''));

/** What only one list can know: its places, the titles and slogans that it quotes, and its counts. */
function ofList(text: string): { names: string[]; counts: string[] } {
  const { taskList } = parseTaskList(readGrid(text));
  if (taskList === null) throw new Error('no list');
  const { title, tasks } = taskList;
  const arrangements = tasks.flatMap((task) => task.arrangements);
  const prose = [
    ...tasks.map(({ goal }) => goal),
    ...arrangements.map(({ text: sentence }) => sentence),
  ].join();
  const counts = [
    ...tasks.flatMap(({ goalQuantities }) => goalQuantities),
    ...arrangements.flatMap(({ indicators }) =>
      indicators.flatMap(({ id, target, baseline, unitOfMeasure }) =>
        id === 'done' ? [] : [{ value: target ?? baseline ?? 0, unitOfMeasure }],
      ),
    ),
  ];
  return {
    names: [
      /[\u4E00-\u9FFF]{2}(?=经济开发区|新区|区|县|市)/u.exec(title)?.[0] ?? '',
      ...placesIn(tasks.flatMap(({ units }) => units)),
      ...[...prose.matchAll(/(?<=[“《])[^”》]{3,}(?=[”》])/gu)].map(([quoted]) => quoted),
    ],
    // Any text may speak of one, two or ten things.
    counts: counts
      .filter(({ value }) => value > 10)
      .map(({ value, unitOfMeasure }) => `${value}${unitOfMeasure}`),
  };
}

const lists = [publishedText, ...handReadLists.map(({ text }) => text)].map(ofList);
const roster = placesIn(seedRoster.units.flatMap(({ name, aliases }) => [name, ...aliases]));
const names = new Set([...lists.flatMap((list) => list.names), ...roster].filter((name) => name.length >= 2));
const counts = new Set(lists.flatMap((list) => list.counts));

/** Where one of these stands in a source, blanks between number and measure or not. */
function found(source: string): string[] {
  const plain = source.replaceAll(/\s+/gu, '');
  return [
    ...[...names].filter((name) => plain.includes(name)),
    ...[...counts].filter((count) => new RegExp(`(?<!\\d)${count}`, 'u').test(plain)),
  ];
}

describe('I1: the importer knows the wording of lists, and nothing of any one list', () => {
  test('there is something to look for', () => {
    expect(files.length).toBeGreaterThan(60);
    expect([...names]).toEqual(
      expect.arrayContaining(['新北', '薛家', '滨湖', '临江', '青石', '望江', '金岭', '五必查', '一案一改']),
    );
    expect([...counts]).toEqual(expect.arrayContaining(['92家', '88家', '236家', '27家']));
    expect(found('if (text.includes("薛家镇") && count === "92 家")')).toEqual(['薛家', '92家']);
    expect(found('const 192家 = 3')).toEqual([]);
  });

  test.for(files)('%s', (file) => {
    expect(found(readFileSync(resolve(project, file), 'utf8'))).toEqual([]);
  });
});
