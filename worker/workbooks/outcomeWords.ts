import { fieldNames } from '../../shared/row/fieldNames.ts';
import { sentenceFor, type Language } from '../../shared/rules/sentences.ts';
import type { Outcome, OutcomeKind } from '../../shared/wire/parts/outcome.ts';

/** What became of a report, in a word, as the sheet 校验结果 says it. */
export const outcomeNames: Record<OutcomeKind, string> = {
  applied: '已收',
  unchanged: '未变',
  merged: '已收',
  conflict: '冲突',
  invalid: '草稿',
  locked: '已锁定',
  retired: '不再要求',
  unknown: '未收',
};

/** Whether it counts as it was sent. */
export const isTaken = (outcome: OutcomeKind): boolean =>
  outcome === 'applied' || outcome === 'unchanged' || outcome === 'merged';

const joined = { zh: '、', en: ', ' } as const;

const said: Record<Language, Record<OutcomeKind, (outcome: Outcome) => string>> = {
  zh: {
    applied: () => '已收。',
    unchanged: () => '与已上报的相同，未作改动。',
    merged: () => '已收，并与他人的改动合并。',
    conflict: (outcome) => `与他人的改动冲突，未覆盖任何内容。${theirs(outcome, 'zh')}请核对后重新上传。`,
    invalid: (outcome) => `未通过校验，存为草稿，不计入：${sentences(outcome, 'zh')}`,
    locked: ({ lock }) =>
      `已于 ${lock?.on ?? ''} 锁定，未上报。需要更正请联系${lock?.contact || '区应急管理局'}。`,
    retired: () => '已不再要求填报，未上报。',
    unknown: () => '清单中没有本单位的这一项，未上报。',
  },
  en: {
    applied: () => 'Taken.',
    unchanged: () => 'As it was reported before; nothing was changed.',
    merged: () => 'Taken, and merged with what somebody else changed.',
    conflict: (outcome) =>
      `In conflict with what somebody else changed; nothing was overwritten. ${theirs(outcome, 'en')}Look at both, and upload again.`,
    invalid: (outcome) => `Breaks a rule; kept as a draft that does not count: ${sentences(outcome, 'en')}`,
    locked: ({ lock }) =>
      `Locked since ${lock?.on ?? ''}, not reported. To have it corrected, ask ${lock?.contact || 'the bureau'}.`,
    retired: () => 'No longer asked for, not reported.',
    unknown: () => 'The list has no such report of this unit; not reported.',
  },
};

const sentences = ({ findings = [] }: Outcome, language: Language): string =>
  findings.map((finding) => sentenceFor(finding, language)).join(language === 'zh' ? '' : ' ');

function theirs({ theirs: found }: Outcome, language: Language): string {
  if (found === undefined) return '';
  const fields = found.fields.flatMap((field) =>
    field in fieldNames
      ? [`${fieldNames[field as keyof typeof fieldNames][language]} ${found.values[field as 'note'] ?? '—'}`]
      : [],
  );
  return language === 'zh'
    ? `服务器上为：${fields.join(joined.zh)}。`
    : `Stored: ${fields.join(joined.en)}. `;
}

/** What became of a report, in a sentence with the fix. */
export const outcomeWords = (outcome: Outcome, language: Language): string =>
  said[language][outcome.outcome](outcome);
