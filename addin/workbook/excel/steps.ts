import type { CellValue } from '../../../shared/row/row.ts';
import type { Area } from './area.ts';
import { splitLines, type Step } from './batch.ts';
import { asBefore } from './cell.ts';
import type { Was } from './owed.ts';
import type { Block } from './planWrite.ts';
import { blankAsNull } from './read.ts';
import { bytesOf } from './rounds.ts';

/** Room for what stands around a thing in a request. */
const around = 1000;

/** Blocks of cells to be written, as steps of at most `most` bytes. */
export function blockSteps({ area, values, formats, seen }: Block, most: number): Step[] {
  return splitLines(values, most).map(({ from, lines }) => {
    const rows = lines.length;
    const format = formats.slice(from, from + rows);
    const expected = seen.slice(from, from + rows);
    const own = { ...area, row: area.row + from, rows };
    return {
      // The answer brings what stood there, as values and as formulas.
      bytes: 2 * Math.max(bytesOf([lines, format]), bytesOf(expected)) + around,
      queue(sheet) {
        const range = rangeOf(sheet, own);
        range.load('values,formulas,numberFormat');
        if (format.some((line) => line.some((each) => each !== null))) range.numberFormat = format;
        range.values = lines;
        return { held: () => isAsSeen(range.values, expected), was: () => cellsOf(own, range, lines) };
      },
    };
  });
}

/** The cells of an area as they were, with what was sent to each; `null` was sent to what is left as it is. */
function cellsOf({ row, column }: Area, range: Excel.Range, lines: Block['values']): Was[] {
  return lines.flatMap((line, down) =>
    line.map((sent, right) => ({
      row: row + down,
      column: column + right,
      value: asBefore(range.values[down]![right], range.formulas[down]![right]),
      format: String(range.numberFormat[down]![right]),
      sent,
    })),
  );
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

function isAsSeen(values: CellValue[][], seen: Block['seen']): boolean {
  return seen.every((line, down) =>
    line.every((value, right) => value === undefined || value === blankAsNull(values[down]?.[right])),
  );
}
