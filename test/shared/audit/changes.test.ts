import { describe, expect, test } from 'vitest';
import { changesBetween, countsBy, whatOf } from '../../../shared/audit/changes.ts';
import { arrangementsIn, namedRoster, namedSettings, unitsIn } from '../../../shared/audit/named.ts';
import { countWords, placeWords, valueWords, whatWords } from '../../../shared/audit/whatWords.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { defaultListSettings } from '../../../shared/taskList/listSettings.ts';

const roster: Roster = {
  units: [
    { id: 'nan', name: '南镇', kind: 'town', aliases: [] },
    { id: 'bei', name: '北镇', kind: 'town', aliases: [] },
  ],
  groups: [{ name: '各镇', aliases: [], members: [{ unit: 'nan', from: null, to: null }] }],
};

describe('A13.1: places that were changed', () => {
  test('each by its name, before and after; lists are values, what is the same is left out', () => {
    expect(changesBetween({ a: 1, b: { c: [1, 2], d: 'x' } }, { a: 1, b: { c: [2], e: true } })).toEqual([
      { place: 'b/c', before: '1、2', after: '2' },
      { place: 'b/d', before: 'x', after: null },
      { place: 'b/e', before: null, after: true },
    ]);
    expect(changesBetween({ a: null, b: 1 }, { b: 1 })).toEqual([]);
  });

  test('at most forty are kept, with how many more there are; long values are cut', () => {
    const after = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`p${at}`, '长'.repeat(500)]));
    const what = whatOf(changesBetween({}, after));
    expect(what.changes).toHaveLength(40);
    expect(what.more).toBe(5);
    expect(what.changes[0]!.after).toBe(`${'长'.repeat(199)}…`);
    expect(JSON.stringify(whatOf(changesBetween({}, { a: [{ b: 'x'.repeat(900) }] }))).length).toBeLessThan(
      300,
    );
  });

  test('a unit that comes first in the roster changes no other; members are told by unit and day', () => {
    const next: Roster = {
      units: [{ id: 'dong', name: '东镇', kind: 'town', aliases: [] }, ...roster.units],
      groups: [
        {
          ...roster.groups[0]!,
          members: [
            { unit: 'nan', from: null, to: '2024-05-31' },
            { unit: 'dong', from: '2024-06-01', to: null },
          ],
        },
      ],
    };
    const changes = changesBetween(namedRoster(roster), namedRoster(next));
    expect(changes.map(({ place }) => place)).toEqual([
      'units/dong',
      'groups/各镇/members/nan/to',
      'groups/各镇/members/dong 2024-06-01',
    ]);
    expect(changes[1]).toMatchObject({ before: '…', after: '2024-05-31' });
    const places = changes.map(({ place }) => place);
    expect(unitsIn(places, next)).toEqual(['dong', 'nan']);
  });

  test('a date that is given to a schedule names its arrangement', () => {
    const schedules = [{ arrangement: '1-2-1', schedule: 2, kind: 'once' as const, due: '2024-06-30' }];
    const next = { ...defaultListSettings, schedules };
    const changes = changesBetween(namedSettings(defaultListSettings), namedSettings(next));
    expect(changes.map(({ place }) => place)).toEqual(['schedules/1-2-1 2']);
    expect(arrangementsIn(changes.map(({ place }) => place))).toEqual(['1-2-1']);
  });

  test('counts are by name, without those that are none', () => {
    expect(whatOf([], { ...countsBy(['applied', 'invalid', 'applied']), locked: 0 }).counts).toEqual({
      applied: 2,
      invalid: 1,
    });
  });
});

describe('A13.1: an entry in words', () => {
  const units = [{ id: 'nan', name: '南镇' }];

  test('units by their names, places and counts by theirs, in both languages', () => {
    expect(placeWords('nan/1-1-2/i1', units, 'zh')).toBe('南镇 · 1-1-2 · 指标 1');
    expect(placeWords('groups/各镇/members/nan 2024-06-01', units, 'zh')).toBe(
      '单位组 · 各镇 · 成员 · 南镇 2024-06-01',
    );
    expect(placeWords('lockDaysAfterDue', [], 'en')).toBe('days from due date to lock');
    expect(countWords({ applied: 3, unchanged: 1 }, 'zh')).toBe('生效 3，未变 1');
    expect(valueWords('role', 'officer', 'zh')).toBe('区局人员');
    expect(valueWords('review', 'returned', 'zh')).toBe('已退回');
    expect(valueWords('moveWeeks', false, 'zh')).toBe('否');
    expect(valueWords('contact', '', 'en')).toBe('—');
  });

  test('every setting of a list has a name', () => {
    const unnamed = Object.keys(defaultListSettings).filter((field) => placeWords(field, [], 'zh') === field);
    expect(unnamed).toEqual([]);
  });

  test('in one line; a value that there was none of before has no arrow', () => {
    const entry = {
      units,
      counts: { applied: 1 },
      changes: [
        { place: 'dueOn', before: '2024-03-31', after: '2024-04-30' },
        { place: 'unlockedUntil', before: null, after: '2024-04-12' },
      ],
      more: 2,
    };
    expect(whatWords(entry, 'zh')).toBe(
      '生效 1；时限：2024-03-31 → 2024-04-30；解锁至：2024-04-12；另有 2 处',
    );
    expect(whatWords(entry, 'en')).toBe(
      'applied 1; due date: 2024-03-31 → 2024-04-30; unlocked until: 2024-04-12; 2 more',
    );
  });
});
