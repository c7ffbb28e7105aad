import { describe, expect, it } from 'vitest';
import { askedNames, type NameAnswers } from '../../../../addin/pages/lists/model/names.ts';
import { toldOnce } from '../../../../addin/pages/lists/model/toldOnce.ts';
import { undatedByWords } from '../../../../addin/pages/lists/model/undatedByWords.ts';
import { gather } from '../../../../shared/import/diagnostics/gather.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import type { UnknownName } from '../../../../shared/names/nameChoice.ts';
import type { Roster } from '../../../../shared/roster/roster.ts';
import { header, title } from '../../../support/import/rows.ts';

const roster: Roster = {
  units: [{ id: 'qing', name: '青石镇', kind: 'town', aliases: [] }],
  groups: [],
};
const asked: UnknownName[] = [
  { name: '县住建局', arrangements: ['1-1-1'], proposal: { kind: 'unit', unitKind: 'bureau' }, sure: true },
  { name: '各村', arrangements: ['1-2-1'], proposal: { kind: 'group', members: [] }, sure: false },
  {
    name: '青石镇人民政府',
    arrangements: ['1-2-1'],
    proposal: { kind: 'alias', of: '青石镇' },
    sure: true,
  },
];
const parts = (...given: Parameters<typeof askedNames>) =>
  askedNames(...given).parts.map(({ part, rows }) => `${part} ${rows.map(({ name }) => name).join()}`);

describe('I13.6: the names of a list, as they are asked', () => {
  it('are proposed; what needs a look comes first and is left open', () => {
    expect(parts(asked, {}, {}, roster)).toEqual(['look 各村', 'unit 县住建局', 'alias 青石镇人民政府']);
    const { chosen, left, faults, roster: next } = askedNames(asked, {}, {}, roster);
    expect(Object.keys(chosen)).toEqual(['县住建局', '青石镇人民政府']);
    expect([left, faults]).toEqual([1, 0]);
    expect(next.units.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['青石镇', '青石镇人民政府'],
      ['县住建局'],
    ]);
  });

  it('an answer goes before a proposal, moves no row, and says what it lacks', () => {
    const answers: NameAnswers = { 各村: { kind: 'group', members: [] }, 县住建局: 'open' };
    expect(parts(asked, answers, {}, roster)).toEqual(parts(asked, {}, {}, roster));
    const { chosen, left, faults, parts: found } = askedNames(asked, answers, {}, roster);
    expect(Object.keys(chosen)).toEqual(['各村', '青石镇人民政府']);
    expect([left, faults]).toEqual([1, 1]);
    expect(found[0]!.rows[0]).toMatchObject({ fault: 'no-members' });
    const members: NameAnswers = { 各村: { kind: 'group', members: ['东村', '县住建局'] } };
    const next = askedNames(asked, members, {}, roster);
    expect([next.left, next.faults]).toEqual([0, 0]);
    expect(next.roster.units.map(({ name }) => name)).toEqual(['青石镇', '县住建局', '东村']);
  });

  it('who is meant in this list alone is not written into the roster', () => {
    const { chosen, left, parts: found } = askedNames(asked, {}, { 县住建局: { units: ['qing'] } }, roster);
    expect(Object.keys(chosen)).toEqual(['青石镇人民政府']);
    expect(left).toBe(1);
    expect(found[1]!.rows[0]).toMatchObject({ meant: { units: ['qing'] } });
  });
});

describe('I13.7: what is alike is told and decided once', () => {
  const list = (count: number) =>
    parseTaskList([
      title,
      header,
      ...Array.from({ length: count }, (_, n) => [
        '一、类别',
        `${n + 1}`,
        `任务${n}`,
        '',
        '适时巡查。',
        '某局',
      ]),
    ]).diagnostics;

  it('a fault of the whole list stands with the document; one of two lines stands at each', () => {
    const [many, few] = [list(3), list(2)];
    const told = toldOnce(many, gather(many, []));
    expect(told.filter(({ code }) => code === 'number-missing')).toMatchObject([
      { at: null, places: ['1-1-1', '1-2-1', '1-3-1'], severity: 'warning' },
    ]);
    expect(told.filter(({ code }) => code === 'undated').map(({ at }) => at)).toEqual([
      '1-1-1',
      '1-2-1',
      '1-3-1',
    ]);
    expect(toldOnce(few, gather(few, []))).toEqual(few);
  });

  it('undated ones with the same last words are one choice, those without words are each their own', () => {
    const undated = (place: string, ...words: string[]) => ({
      ...{ name: `${place} 0`, place, text: '巡查。', words, when: null },
    });
    const all = [undated('1', '持续推进'), undated('2'), undated('3', '按时', '持续推进'), undated('4')];
    expect(undatedByWords(all).map((group) => group.map(({ place }) => place))).toEqual([
      ['1', '3'],
      ['2'],
      ['4'],
    ]);
  });
});
