import { describe, expect, test } from 'vitest';
import { readGrid } from '../../../../shared/import/table/readGrid.ts';
import { parsed, publishedGrid, publishedText } from '../../../support/import/published.ts';

describe('I1.1: text as published, as a grid', () => {
  test.for<[string, string, string[][]]>([
    [
      'cells and lines',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['blank lines keep their row', 'a\n\n\nb', [['a'], [''], [''], ['b']]],
    ['all line ends', 'a\r\nb\rc\n', [['a'], ['b'], ['c']]],
    ['a byte order mark', '\uFEFFa\tb', [['a', 'b']]],
    ['trailing empty columns', 'a\tb\t\t\n', [['a', 'b', '', '']]],
    ['quoted cells', '"a\nb\t""c"""\td', [['a\nb\t"c"', 'd']]],
    ['quotes that are text', '"a" b\tc"d"\n"e', [['"a" b', 'c"d"'], ['"e']]],
    ['nothing', '', [['']]],
  ])('%s', ([, text, grid]) => expect(readGrid(text)).toEqual(grid));

  test('row numbers are line numbers', () => {
    expect(publishedGrid).toHaveLength(publishedText.split('\n').length);
    expect(publishedGrid[6]?.[0]).toBe('類別');
  });

  test('other line ends, a mark, blanks around cells and empty columns change nothing', () => {
    const dressed = `\uFEFF${publishedText.replaceAll('\n', '\t\t\r\n').replaceAll('\t', ' \t\u3000')}`;
    expect(parsed(readGrid(dressed))).toEqual(parsed(publishedGrid));
  });

  test('cells with line breaks, as a spreadsheet copies them, give the same arrangements', () => {
    const copied = publishedGrid.map((row) =>
      row.map((cell) => `"${cell.replaceAll('。 ', '。\n').replaceAll('"', '""')}"`).join('\t'),
    );
    expect(parsed(readGrid(copied.join('\r\n')))).toEqual(parsed(publishedGrid));
  });
});
