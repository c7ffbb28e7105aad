import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  deadlineEntry,
  goalMarks,
  sentenceMarks,
  unitMarks,
} from '../../../../addin/pages/lists/model/marks.ts';
import { type Mark, segmentsOf } from '../../../../addin/pages/lists/model/segments.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import { prepareList } from '../../../../shared/taskList/prepareList.ts';
import type { Arrangement, TaskList } from '../../../../shared/taskList/taskList.ts';
import { bandsAndWords } from '../../../support/import/lists/bandsAndWords.ts';
import { deadlineColumn } from '../../../support/import/lists/deadlineColumn.ts';
import { publishedText, readSentence, seedRoster } from '../../../support/import/published.ts';

const kinds = ['deadline', 'timeWords', 'quantity', 'openQuantity', 'unit', 'unknownUnit'] as const;
const marksOf = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    start: fc.integer({ min: -3, max: 40 }),
    end: fc.integer({ min: -3, max: 40 }),
  }),
  { maxLength: 8 },
) satisfies fc.Arbitrary<Mark[]>;

const listOf = (text: string): TaskList => {
  const { taskList, diagnostics } = parseTaskList(readGrid(text), { roster: seedRoster });
  if (!taskList) throw new Error(JSON.stringify(diagnostics));
  return taskList;
};
const lists = [publishedText, bandsAndWords.text, deadlineColumn.text].map(listOf);
const allTasks = lists.flatMap(({ tasks }) => tasks);
const allArrangements = allTasks.flatMap(({ arrangements }) => arrangements);

describe('I13: segments of a sentence', () => {
  test('joined they are exactly the text, none is empty, and neighbours differ, whatever the marks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), marksOf, (text, marks) => {
        const segments = segmentsOf(text, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.every((segment) => segment.text !== '')).toBe(true);
        for (const [index, { kinds: own }] of segments.entries())
          expect(own.join()).not.toBe(segments[index + 1]?.kinds.join());
      }),
    );
  });

  test('every character is of the kinds of just those marks that cover it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), marksOf, (text, marks) => {
        let at = 0;
        for (const segment of segmentsOf(text, marks)) {
          for (const _ of segment.text.split('')) {
            const covering = marks
              .filter(({ start, end }) => start <= at && at < end)
              .map(({ kind }) => kind);
            expect(new Set(segment.kinds)).toEqual(new Set(covering));
            at += 1;
          }
        }
      }),
    );
  });

  test('a quantity within a deadline’s words is both', () => {
    expect(
      segmentsOf('每周检查5家', [
        { kind: 'deadline', start: 0, end: 5 },
        { kind: 'quantity', start: 4, end: 6 },
      ]),
    ).toEqual([
      { text: '每周检查', kinds: ['deadline'] },
      { text: '5', kinds: ['deadline', 'quantity'] },
      { text: '家', kinds: ['quantity'] },
    ]);
  });
});

describe('I13: marks of whole lists', () => {
  it('every deadline and quantity that was read is marked where it stands, in its sentence or in the deadline column', () => {
    expect(allArrangements.length).toBeGreaterThan(90);
    for (const arrangement of allArrangements) {
      const sentence = segmentsOf(arrangement.textAsPrinted, sentenceMarks(arrangement));
      const entry = deadlineEntry(arrangement);
      const column = entry ? segmentsOf(entry.text, entry.marks) : [];
      const marked = (segments: typeof sentence, ...of: string[]) =>
        segments.map(({ text, kinds: own }) => (own.some((kind) => of.includes(kind)) ? text : '|')).join('');
      for (const { source } of arrangement.schedules)
        if (source)
          expect(
            marked(source.entry === undefined ? sentence : column, 'deadline', 'timeWords'),
            arrangement.code,
          ).toContain(source.text);
      const dated = sentenceMarks(arrangement).filter(({ kind }) => kind === 'deadline');
      expect(
        dated.map(({ start, end }) => arrangement.textAsPrinted.slice(start, end)),
        arrangement.code,
      ).toEqual(
        arrangement.schedules.flatMap(({ kind, source }) =>
          kind !== 'undated' && source && source.entry === undefined ? [source.text] : [],
        ),
      );
      for (const { source } of arrangement.indicators)
        if (source) expect(marked(sentence, 'quantity'), arrangement.code).toContain(source.text);
    }
  });

  it('every goal’s quantities are marked in the goal', () => {
    for (const task of allTasks) {
      const words = goalMarks(task).map(({ start, end }) => task.goal.slice(start, end));
      expect(words).toEqual(task.goalQuantities.map(({ source }) => source.text));
    }
  });

  it('units are marked as printed, in Traditional characters too, and no separator with them', () => {
    for (const task of allTasks) {
      const words = unitMarks(task, new Set()).map(({ start, end }) => task.unitsAsPrinted.slice(start, end));
      expect(words.length, task.code).toBeGreaterThanOrEqual(task.units.length);
      for (const word of words) expect(word).not.toMatch(/^[，；、\s]|[，；、\s]$/u);
    }
    const [first] = lists[0]!.tasks;
    expect(first?.unitsAsPrinted).toContain('區應急管理局');
    const marks = unitMarks(first!, new Set(['区应急管理局']));
    expect(marks.map(({ kind }) => kind)).toEqual(['unknownUnit', 'unit']);
  });

  it('one name of several parts stays one', () => {
    const units = ['区应急管理局', '各园区、镇、街道'];
    const task = { ...allTasks[0]!, unitsAsPrinted: '区应急管理局， 各园区、镇、街道', units };
    const marks = unitMarks(task, new Set(['各园区、镇、街道']));
    expect(marks.map(({ start, end }) => task.unitsAsPrinted.slice(start, end))).toEqual(units);
    expect(marks.map(({ kind }) => kind)).toEqual(['unit', 'unknownUnit']);
  });

  it('time words that were left to a person are marked as such, wherever they stand', () => {
    const arrangement = readSentence('适时开展检查，及时通报，适时回头看。');
    expect(arrangement.undatedWords).toContain('适时');
    const words = segmentsOf(arrangement.textAsPrinted, sentenceMarks(arrangement)).filter(({ kinds: own }) =>
      own.includes('timeWords'),
    );
    expect(words.filter(({ text }) => text === '适时').length).toBe(2);
  });

  it('what is left open or unread is marked apart, until it is decided', () => {
    const { taskList, diagnostics } = parseTaskList(
      readGrid(
        '2025年任务清单\n序号\t重点工作\t工作安排\t完成时限\t责任单位\n1\t检查\t3月底前，对约20家企业开展检查，疏浚河道40段。\t6月底前\t区局',
      ),
    );
    const [arrangement] = taskList!.tasks[0]!.arrangements;
    const marked = (own: Arrangement) =>
      sentenceMarks(own, diagnostics)
        .toSorted((a, b) => a.start - b.start)
        .map(({ kind, start, end }) => `${kind} ${own.textAsPrinted.slice(start, end)}`);
    expect(marked(arrangement!)).toEqual([
      'timeWords 3月底前',
      'openQuantity 约20家企业',
      'openQuantity 40段',
    ]);
    const decidedWith = (holds: 'sentence' | 'both') =>
      prepareList(taskList!, null, new Map(), {
        deadlines: { '1-1-1': holds },
        quantities: { '1-1-1': { 约20家企业: 18 } },
      }).taskList.tasks[0]!.arrangements[0]!;
    const decided = decidedWith('both');
    expect(deadlineEntry(decided)).toMatchObject({ text: '6月底前', marks: [{ kind: 'deadline' }] });
    const sentence = decidedWith('sentence');
    expect(deadlineEntry(sentence)).toMatchObject({ text: '6月底前', marks: [{ kind: 'timeWords' }] });
    expect(marked(decided)).toEqual(['deadline 3月底前', 'quantity 约20家企业', 'openQuantity 40段']);
  });

  it('what of an entry was not read is marked in the entry', () => {
    const { taskList, diagnostics } = parseTaskList(
      readGrid(
        '2025年任务清单\n序号\t重点工作\t工作安排\t完成时限\t责任单位\n1\t检查\t开展检查。\t6月底前，特殊情况另行通知\t区局',
      ),
    );
    const { text, marks } = deadlineEntry(taskList!.tasks[0]!.arrangements[0]!, diagnostics)!;
    expect(marks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'deadline 6月底前',
      'timeWords 特殊情况另行通知',
    ]);
  });
});
