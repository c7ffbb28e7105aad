import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRow } from '../../../shared/rules/checkRow.ts';
import { type BureauFinding, checkKeys } from '../../../shared/rules/checkTable.ts';
import { checkAllocations, checkReported } from '../../../shared/rules/checkTable.ts';
import type { RawValues } from '../../../shared/row/row.ts';
import type { RowContext } from '../../../shared/rules/context.ts';
import { type Finding, finding } from '../../../shared/rules/finding.ts';
import { ruleIds } from '../../../shared/rules/ruleIds.ts';
import { bureauRuleIds, rules } from '../../../shared/rules/rules.ts';
import { fieldNames } from '../../../shared/row/fieldNames.ts';
import { sentenceFor } from '../../../shared/rules/sentences.ts';
import { baseContext, keyCases, rowCases } from '../../support/rules/cases.ts';

const rowFindings = rowCases.flatMap((one) => checkRow(one.raw, { ...baseContext, ...one.context }).findings);
const keyFindings = keyCases
  .flatMap((one) =>
    checkKeys(
      one.keys.map((key) => ({ key })),
      new Set(one.known),
    ),
  )
  .filter((one) => one !== null);
const findings: Finding[] = [...rowFindings, ...keyFindings];

describe('V9: every rule', () => {
  const caughtInRows = new Set(rowCases.flatMap((one) => one.finds.map((name) => name.split(' ')[1])));
  const letPassInRows = new Set(
    rowCases.flatMap((one) =>
      one.about.filter((rule) => !one.finds.some((name) => name.endsWith(` ${rule}`))),
    ),
  );
  test.each(ruleIds)('%s is found by one case and let pass by another', (rule) => {
    if (rule.startsWith('V-key-')) {
      expect(keyCases.some((one) => one.finds.includes(rule))).toBe(true);
      expect(keyCases.some((one) => !one.finds.includes(rule))).toBe(true);
    } else {
      expect(caughtInRows).toContain(rule);
      expect(letPassInRows).toContain(rule);
    }
  });

  test('that has a file is listed, and has a file of its own', () => {
    const folder = resolve(import.meta.dirname, '../../../shared/rules');
    const ids = globSync('*/*.ts', { cwd: folder }).flatMap((file) =>
      Array.from(readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}id: '(.*)',$/gmu), ([, id]) => [
        file,
        id,
      ]),
    );
    expect(new Set(ids.map(([, id]) => id))).toEqual(new Set([...ruleIds, ...bureauRuleIds]));
    expect(new Set(ids.map(([file]) => file)).size).toBe(ids.length);
  });

  test('an id is listed once', () => {
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
    expect(ruleIds.every((rule) => /^V(-[a-z]+)+$/.test(rule))).toBe(true);
  });
});

describe('V3: a finding is plain data', () => {
  test('of the shape that goes over the wire, with the severity of its rule', () => {
    for (const one of findings) {
      // A count of NaN cannot be sent and comes from no workbook; the rules still say so.
      if (typeof one.value === 'number' && !Number.isFinite(one.value)) continue;
      expect(finding.parse(one)).toEqual(one);
      expect(JSON.parse(JSON.stringify(one))).toEqual(one);
      expect(one.severity).toBe(rules.find(({ id }) => id === one.rule)?.severity);
    }
  });
});

describe('V3: a sentence names the cell, the value and the fix', () => {
  const longest = 40;
  const blankRules = /-required$|^V-key-missing$/;
  /** These name the part of the cell that is wrong. */
  const partOf = /^V-credit-code-|^V-contact-phone$|^V-document-number-/;

  test.each(['zh', 'en'] as const)('%s', (language) => {
    for (const one of findings) {
      const sentence = sentenceFor(one, language);
      expect(sentence).toContain(fieldNames[one.field][language]);
      expect(sentence).not.toMatch(/undefined|null|\[object/);
      expect(sentence).toMatch(language === 'zh' ? /。$/ : /[.?]$/);
      if (blankRules.test(one.rule)) expect(one.value).toBeNull();
      else if (!partOf.test(one.rule)) {
        const value = typeof one.value === 'boolean' ? 'TRUE' : String(one.value).trim();
        expect(sentence).toContain([...value].slice(0, longest).join(''));
      }
      if (one.severity === 'warning') expect(sentence).toContain(fieldNames.explanation[language]);
    }
  });

  test('every rule has been heard', () => {
    expect(new Set(findings.map((one) => one.rule))).toEqual(new Set(ruleIds));
  });

  const saidOf = (raw: RawValues, context: Partial<RowContext>): string[] =>
    checkRow(raw, { ...baseContext, ...context }).findings.map((one) => sentenceFor(one, 'zh'));
  const said = (raw: RawValues): string[] => saidOf(raw, {});

  test('as a clerk reads it', () => {
    expect(said({ status: '已完成', count: 85, completedOn: '2月30日' })).toEqual([
      '【数量】「85」比本单位分解 86 家少 1，还不能报「已完成」：请补足数量，或把状态改为「进行中」。',
      '【完成日期】「2月30日」不存在：2024 年 2 月只有 1 日至 29 日，请改正。',
      '【工作情况】没有填：状态为「已完成」时请写明做了哪些工作、取得何种成效。',
    ]);

    expect(saidOf({ status: '已完成' }, { scheduleKind: 'weekly' })).toEqual([
      '【状态】「已完成」不适用于这一行，本行可选：已开展、未开展、本地无此类，可改为「已开展」。',
    ]);
    expect(saidOf({ status: '进行中' }, { scheduleKind: 'weekly' })).toEqual([
      '【状态】「进行中」不适用于这一行，本行可选：已开展、未开展、本地无此类。',
    ]);
    // 45433 is 21 May to whoever looks at the cell.
    expect(said({ status: '未开始', completedOn: 45433 })).toEqual([
      '【完成日期】「2024-05-21」晚于今天（2024-05-20）：请填实际完成日期；尚未完成的，状态请选「进行中」，日期留空。',
      '【完成日期】「2024-05-21」与状态「未开始」矛盾：请清空日期，或改状态。',
    ]);
    expect(said({ status: '未开始', evidence: '91110000101623741A，常应急[2023]70号' })).toEqual([
      '【佐证材料】中的文号「[2023]70号」建议写成「〔2023〕70号」。如属实，请在【核实说明】中写明原因。',
      '【佐证材料】中的统一社会信用代码「91110000101623741A」校验不符：第 18 位应为「K」，现为「A」，请对照营业执照逐位核对。',
    ]);
  });
});

describe('V8: the bureau’s side', () => {
  const indicator = { label: '加油站', unitOfMeasure: '家', districtTarget: 86 };
  const found = [
    checkAllocations(indicator, [{ allocation: 40 }, { allocation: 40 }, { allocation: null }]),
    checkAllocations(indicator, [{ allocation: 40 }, { allocation: 50 }]),
    checkReported(indicator, [{ count: 80 }, { count: null }, { count: 7 }]),
  ];

  test('V-allocations-sum: allocations that do not sum to the district target, either way', () => {
    expect(found[0]).toEqual({
      rule: 'V-allocations-sum',
      severity: 'warning',
      params: { label: '加油站', unitOfMeasure: '家', target: 86, sum: 80, difference: 6 },
    });
    expect(found[1]).toMatchObject({ params: { sum: 90, difference: 4 } });
    expect(checkAllocations(indicator, [{ allocation: 40 }, { allocation: 46 }])).toBeNull();
    expect(checkAllocations(indicator, [{ allocation: null }])).toBeNull();
    expect(checkAllocations({ ...indicator, districtTarget: null }, [{ allocation: 1 }])).toBeNull();
  });

  test('V-reported-over-target: units report more than the district target', () => {
    expect(found[2]).toMatchObject({ rule: 'V-reported-over-target', params: { sum: 87, over: 1 } });
    expect(checkReported(indicator, [{ count: 80 }, { count: 6 }])).toBeNull();
    expect(checkReported({ ...indicator, districtTarget: null }, [{ count: 1000 }])).toBeNull();
  });

  test('each has its sentence', () => {
    expect(bureauRuleIds.every((rule) => found.some((one) => one?.rule === rule))).toBe(true);
    for (const one of found as BureauFinding[]) {
      for (const language of ['zh', 'en'] as const) {
        const sentence = sentenceFor(one, language);
        expect(sentence).toContain('加油站');
        expect(sentence).toContain(String(one.params.sum));
        expect(sentence).toContain('86');
      }
    }
  });
});
