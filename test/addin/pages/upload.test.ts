import { describe, expect, test } from 'vitest';
import { answeredWith, confirmed, itemsOf, saidOf, saidOfSheet } from '../../../addin/pages/upload/items.ts';
import { workbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import {
  workbookProposalExample,
  type WorkbookProposal,
  type WorkbookReport,
} from '../../../shared/wire/workbookProposal.ts';

const [sheet] = workbookProposalExample.sheets;
const [ready] = workbookProposalExample.reports;
const asked = (more: Partial<WorkbookReport>): WorkbookReport => ({ ...ready!, state: 'asked', ...more });
const proposal = (reports: WorkbookReport[], more: Partial<WorkbookProposal> = {}): WorkbookProposal => ({
  ...workbookProposalExample,
  reports,
  ...more,
});
const value = { about: 'count' as const, why: 'count-part', proposal: 3 };
const period = { about: 'period' as const, why: 'several-periods', proposal: '2024-W15' };

describe('S14.3, S14.9: what she confirms on the page is what is sent', () => {
  test('all questions are answered as their controls show: as proposed, or as she changed them', () => {
    const file = proposal([
      asked({ id: 'a', questions: [value] }),
      asked({ id: 'b', periods: ['2024-W14', '2024-W15'], questions: [period] }),
      asked({ id: 'c', questions: [value] }),
    ]);
    const items = itemsOf(file);
    const drafted = new Map<string, string | boolean>([
      ['r/a/count', '4'],
      ['r/b/period', '2024-W14'],
      ['r/c/leftOut', true],
    ]);
    const answers = answeredWith({}, items, drafted);
    expect(answers.reports).toEqual([
      { id: 'a', isLeftOut: false, isConfirmed: true, values: { count: 4 } },
      { id: 'b', isLeftOut: false, isConfirmed: true, period: '2024-W14' },
      { id: 'c', isLeftOut: true },
    ]);
    expect(workbookAnswers.safeParse(answers).success).toBe(true);
    expect(answeredWith({}, items, new Map()).reports![0]!.values).toEqual({ count: 3 });
  });

  test('a column that is asked and a row that is asked; what she cleared is left as it is', () => {
    const open = {
      ...sheet!,
      columns: [{ ...sheet!.columns[0]!, confidence: 'ask' as const }],
      matches: [{ ...sheet!.matches[0]!, confidence: 'ask' as const }],
    };
    const file = proposal([asked({ id: 'a', questions: [value] })], { sheets: [open] });
    const answers = answeredWith(
      {},
      itemsOf(file),
      new Map([
        ['m/台账/2/0/code', ''],
        ['r/a/count', ' '],
      ]),
    );
    expect(answers.sheets).toEqual([
      {
        sheet: '台账',
        columns: [{ column: 2, role: 'arrangements' }],
        matches: [{ row: 2, item: 0, code: null }],
      },
    ]);
    expect(answers.reports![0]!.values).toEqual({ count: null });
  });

  test('of two rows for one report the last is proposed; nothing that is asked is sent', () => {
    const twice = [{ about: 'twice' as const, why: 'match-twice', proposal: null }];
    const file = proposal([
      asked({ id: 'a', questions: twice }),
      asked({ id: 'b', questions: twice }),
      { ...ready!, id: 'd' },
    ]);
    const answers = answeredWith({}, itemsOf(file), new Map());
    expect(answers.reports!.map(({ isLeftOut }) => isLeftOut)).toEqual([true, false]);
    const { rows } = confirmed(file, answers, 'upload-0001').confirmed!;
    expect(rows).toEqual([{ key: ready!.key, base: null, values: ready!.values }]);
  });

  test('what she says of a report or a sheet later stands, and what she said before stays', () => {
    const before = {
      reports: [{ id: 'a', values: { count: 3 } }],
      sheets: [{ sheet: '台账', isLeftOut: false }],
    };
    expect(saidOf(before, { id: 'a', isLeftOut: true }).reports).toEqual([
      { id: 'a', values: { count: 3 }, isLeftOut: true },
    ]);
    expect(saidOfSheet(before, { sheet: '台账', columns: [{ column: 1, role: 'note' }] }).sheets).toEqual([
      { sheet: '台账', isLeftOut: false, columns: [{ column: 1, role: 'note' }] },
    ]);
  });
});
