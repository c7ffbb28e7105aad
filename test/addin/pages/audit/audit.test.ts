import { describe, expect, test } from 'vitest';
import { auditViewOf, filtersOf, searchOfAudit } from '../../../../addin/pages/audit/view.ts';
import { entrySentence } from '../../../../shared/audit/entrySentence.ts';
import { whatWords } from '../../../../shared/audit/whatWords.ts';
import { auditKinds } from '../../../../shared/audit/kindNames.ts';

const names = ['薛家镇', '奔牛镇', '孟河镇', '罗溪镇'].map((name, at) => ({ id: `u${at + 1}`, name }));
const entry = (kind: (typeof auditKinds)[number], units = 1, arrangements = ['1-5-2']) => ({
  ...{ kind, arrangements, year: 2024 },
  units: names.slice(0, units),
});

describe('B17.1: what each entry says', () => {
  test('every kind has its sentence, in both languages, with nothing left open', () => {
    for (const kind of auditKinds)
      for (const units of [1, 4])
        for (const language of ['zh', 'en'] as const) {
          const sentence = entrySentence(entry(kind, units), language);
          expect(sentence, kind).toMatch(language === 'zh' ? /^[^\sA-Za-z][^A-Za-z]+$/u : /^[a-z].+[^ ]$/u);
          expect(sentence, kind).not.toMatch(/undefined|null| {2}/u);
        }
  });

  test('names stand where they are few, and are counted where they are many', () => {
    expect(entrySentence(entry('return'), 'zh')).toBe('退回薛家镇 1-5-2');
    expect(entrySentence(entry('accept', 4, ['1-5-1', '1-5-2']), 'zh')).toBe(
      '审核通过薛家镇、奔牛镇、孟河镇等 4 个单位 1-5-1、1-5-2',
    );
    expect(entrySentence(entry('issueKey', 0, []), 'zh')).toBe('给区局人员发放密钥');
    expect(entrySentence(entry('publish', 0, []), 'zh')).toBe('发布 2024 年清单');
    expect(entrySentence(entry('roster', 0, []), 'en')).toBe('changed the roster');
  });
});

test('B17.1: what came as a whole is told part by part, and kinds and indicators by their names', () => {
  const units = names.slice(0, 1);
  const told = (place: string, after: string) =>
    whatWords({ changes: [{ place, before: null, after }], more: 0, counts: {}, units }, 'zh');
  expect(told('units/u1', '{"name":"薛家镇","kind":"town","aliases":[]}')).toBe(
    '单位 · 薛家镇：名称 薛家镇，类型 镇',
  );
  expect(told('groups/各镇', '{"aliases":["镇","街道"],"members":{"u1":{"to":"…"}}}')).toBe(
    '单位组 · 各镇：别名 镇、街道，成员 u1',
  );
  expect(told('units/u1/kind', 'park')).toBe('单位 · 薛家镇 · 类型：园区');
  expect(told('u1/1-5-2/i2', '{"cut…')).toBe('薛家镇 · 1-5-2 · 指标 2：{"cut…');
});

test('B12, B17: the filters stand in the address, and what it says wrongly is as if it said nothing', () => {
  const view = {
    ...{
      year: 2024,
      unit: 'xuejia',
      arrangement: '1-5-2',
      obligation: '2024.1-5-2.1.xuejia.2024',
      actor: '王 芳',
    },
    ...{ kind: 'return' as const, from: '2024-04-01', to: '2024-04-30' },
  };
  expect(auditViewOf(searchOfAudit(view))).toEqual(view);
  expect(filtersOf(view)).not.toHaveProperty('year');
  expect(searchOfAudit({})).toBe('');
  expect(auditViewOf('?unit=%3C&arrangement=1&kind=x&from=2024-13-01&to=x&year=1')).toEqual({});
});
