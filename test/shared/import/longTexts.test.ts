import { describe, expect, test } from 'vitest';
import { entriesFor } from '../../../shared/import/deadlines/columnEntries.ts';
import { entryRules } from '../../../shared/import/deadlines/entryRules.ts';
import { claimWords, readDeadlines, sentenceRules } from '../../../shared/import/deadlines/readDeadlines.ts';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { countRoleRules, elsewhereRules } from '../../../shared/import/quantities/countRole.ts';
import { findCounts } from '../../../shared/import/quantities/counts.ts';
import { inexactRules } from '../../../shared/import/quantities/inexactRules.ts';
import { readQuantities } from '../../../shared/import/quantities/readQuantities.ts';
import { unreadNumbers } from '../../../shared/import/quantities/unreadNumbers.ts';
import { collectCategories } from '../../../shared/import/table/categories.ts';
import { findHeader } from '../../../shared/import/table/header.ts';
import { splitItems, unnumbered } from '../../../shared/import/table/items.ts';
import { readGrid } from '../../../shared/import/table/readGrid.ts';
import { splitParts } from '../../../shared/import/table/rowItems.ts';
import { readSequence } from '../../../shared/import/table/sequences.ts';
import { readTitle } from '../../../shared/import/table/title.ts';
import { splitUnits } from '../../../shared/import/table/units.ts';
import { tidyBlanks } from '../../../shared/import/text/characters.ts';
import { stripHtml } from '../../../shared/import/text/html.ts';
import { maskCitations } from '../../../shared/import/text/mask.ts';
import { prepareText } from '../../../shared/import/text/preparedText.ts';
import { simplifyWithOffsets } from '../../../shared/import/text/simplified.ts';
import type { LongText } from '../../support/import/longTexts.ts';
import { halves, mixes, pieces, repeated, stretchesOf, timeOf } from '../../support/import/longTexts.ts';
import { gridWith } from '../../support/import/published.ts';
import { thorough } from '../../support/thorough.ts';

/** Milliseconds of CPU that one rule may take for 20,000 characters, and a grammar of all of its rules. */
const budgetOfRule = 300;
const budgetOfGrammar = 900;

const year = 2025;
const nothing = () => {};
const oneItem = { ...unnumbered('检查', 0, 2), part: 0 };
const ownOf = (...examples: string[]): LongText[] =>
  [...new Set(examples.flatMap(stretchesOf))].map((piece) => repeated(piece));
const ofPieces = pieces.map((piece, at) => (at % 4 < 2 ? repeated(piece) : repeated(piece, '1.每月', '，')));
const someOf = (texts: readonly LongText[], share: number) => texts.filter((_, at) => at % share === 0);

/** The texts that take longer than they may. */
function slowOf(read: (text: string) => void, texts: readonly LongText[], budget: number): string[] {
  return texts.flatMap((text) => {
    const time = timeOf(read, text, budget);
    return time > budget ? [`${text.name}: ${Math.round(time)} ms`] : [];
  });
}

describe('I2.6: a rule reads 20,000 characters in 0.3 s, whatever they are', () => {
  const deadlineRules = [...sentenceRules, ...entryRules].map((rule) => ({ rule, text: rule.example.text }));
  test.for(deadlineRules)('of deadlines: $text', ({ rule, text }) => {
    const read = (long: string) => claimWords(long, year, entryRules.includes(rule), [rule]);
    const texts = [...ownOf(text, rule.counterExample), ...someOf(ofPieces, thorough ? 6 : 18)];
    expect(slowOf(read, texts, budgetOfRule)).toEqual([]);
  });

  const ofCounts = [...countRoleRules, ...elsewhereRules].map(({ example }) =>
    example.replace(/[〔〕]/gu, ''),
  );
  test.for([...ofCounts, ...inexactRules.map(({ example }) => example.text)])('of quantities: %s', (text) => {
    const texts = [repeated(text), repeated(text.slice(0, -1)), repeated(text.slice(1))];
    expect(slowOf((long) => findCounts(long, year), texts, budgetOfRule)).toEqual([]);
  });

  const readers: Record<string, (text: string) => void> = {
    'the text of a file': readGrid,
    'stray HTML': stripHtml,
    blanks: tidyBlanks,
    characters: simplifyWithOffsets,
    'a prepared text': (text) => prepareText(text),
    citations: maskCitations,
    titles: (text) => readTitle([[text], [text]], undefined, nothing),
    headers: (text) =>
      findHeader([
        ['序号', '任务', text],
        ['牵头', '配合', text],
        [text, '1', text],
      ]),
    categories: (text) => collectCategories(nothing).read(text, { row: 0, column: 0 }),
    'numbers of tasks': readSequence,
    items: splitItems,
    'items of rows': (text) =>
      splitParts([{ row: 0, arrangements: text, deadline: '', quantities: [], units: [] }]),
    units: (text) => splitUnits(text, new Set(['某局', '某局、5', '园区、镇'])),
    counts: (text) => findCounts(text, year),
    'numbers that nothing reads': (text) => unreadNumbers(text, []),
  };
  // Brackets that stay open before numbers, and numbers that count on but begin no item.
  const countingOn = [halves('（', '2）某', '1）某'), repeated('2.5兆', '1.某'), repeated('①', '1.某')];
  test.for(Object.entries(readers))('of %s', ([, read]) => {
    expect(
      slowOf(read, [...someOf(ofPieces, thorough ? 1 : 3), ...countingOn, ...mixes(499)], budgetOfRule),
    ).toEqual([]);
  });
});

describe('I2.6: a grammar reads 20,000 characters in the time of its rules', () => {
  const grammars: Record<string, (text: string) => void> = {
    'deadlines of a sentence': (text) => readDeadlines(maskCitations(text), year),
    'deadlines of an entry': (text) => readDeadlines(maskCitations(text), year, true),
    quantities: (text) => {
      const prepared = prepareText(text);
      readQuantities(prepared, readDeadlines(maskCitations(prepared.compact), year), year, {
        isAsked: false,
      });
    },
    'quantities beside times that nothing reads': (text) => {
      const prepared = prepareText(text);
      readQuantities(prepared, { timings: [], words: [], rest: prepared.compact }, year, { isAsked: false });
    },
    'a column of deadlines': (text) =>
      entriesFor({ row: 0, arrangements: '', deadline: text, quantities: [], units: [] }, [oneItem], year),
  };
  test.for(Object.entries(grammars))('%s', ([, read]) => {
    expect(slowOf(read, [...someOf(ofPieces, thorough ? 2 : 6), ...mixes(499)], budgetOfGrammar)).toEqual([]);
  });

  test('a list with a long cell in each column', () => {
    const read = (text: string) =>
      parseTaskList(
        gridWith({
          arrangements: `1.${text.slice(0, 3990)}\n2.${text.slice(3990, 7980)}\n3.${text.slice(7980, 11_970)}`,
          goal: text.slice(0, 4000),
          units: text.slice(0, 400),
          title: `2024年${text.slice(0, 10_000)}清单`,
        }),
      );
    expect(slowOf(read, someOf(ofPieces, 4), budgetOfGrammar)).toEqual([]);
  });
});

describe('I2.6: lengths are measured before a word is read', () => {
  const told = (cells: Parameters<typeof gridWith>[0]) => {
    const { taskList, diagnostics } = parseTaskList(gridWith(cells));
    return { taskList, said: diagnostics.map(({ code, at, cell }) => [code, at, cell]) };
  };

  test('a cell over 20,000 characters', () => {
    expect(told({ arrangements: '巡'.repeat(20_001) })).toEqual({
      taskList: null,
      said: [['cell-too-long', null, { row: 3, column: 5 }]],
    });
  });

  test('an item or a goal over 4,000, units over 400', () => {
    const long = `${'百'.repeat(4001)}`;
    expect(told({ arrangements: `1.检查。2.${long}`, goal: long, units: '局'.repeat(401) })).toEqual({
      taskList: null,
      said: [
        ['text-too-long', '1-1', { row: 3, column: 4 }],
        ['text-too-long', '1-1', { row: 3, column: 6 }],
        ['text-too-long', '1-1-2', { row: 3, column: 5 }],
      ],
    });
  });

  test('a task of more than 99 items', () => {
    const items = Array.from({ length: 100 }, (_, at) => `${(at % 99) + 1}.检查。`).join('\n');
    expect(told({ arrangements: items })).toEqual({
      taskList: null,
      said: [['too-many-items', '1-1', { row: 3, column: 5 }]],
    });
  });

  test('what is too long is told with its first words and its length', () => {
    const { diagnostics } = parseTaskList(gridWith({ arrangements: `1.每月检查${'百'.repeat(4000)}` }));
    expect(diagnostics).toMatchObject([
      {
        text: `每月检查${'百'.repeat(16)}…`,
        zh: expect.stringContaining('4004 > 4000 个字符'),
        en: expect.stringContaining('4004 > 4000 characters'),
      },
    ]);
  });
});
