import type { CellValue } from '../../../shared/row/row.ts';
import type { Area } from './area.ts';
import { type PutBack, splitLines, type Step } from './batch.ts';
import { asBefore, isWhatWasWritten } from './cell.ts';
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
        set(sheet, own, lines, format, false);
        return {
          held: () => isAsSeen(range.values, expected),
          putBack: (again, { careful, whole }) =>
            writeBack(
              own,
              restored(range.values, range.formulas, lines, whole),
              range.numberFormat,
              lines,
            )(again, { careful, whole }),
        };
      },
    };
  });
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

/** Sets formats, then values; `null` leaves a cell as it is. `careful`: cell by cell, since rows may be hidden. */
function set(
  sheet: Excel.Worksheet,
  area: Area,
  values: Block['values'],
  formats: Block['formats'],
  careful: boolean,
): void {
  if (!careful || values.length === 1) {
    const range = rangeOf(sheet, area);
    if (formats.some((line) => line.some((format) => format !== null))) range.numberFormat = formats;
    range.values = values;
    return;
  }
  values.forEach((line, down) => {
    if (line.every((value) => value === null)) return;
    set(sheet, { ...area, row: area.row + down, rows: 1 }, [line], [formats[down]!], false);
  });
}

/**
 * Writes what stood in cells. While a cell is being edited this has to wait, and somebody may type where it will write:
 * what stands there then and is not `ours` is given back after it, in the same way.
 */
function writeBack(
  area: Area,
  lines: Block['values'],
  formats: Block['formats'],
  ours: Block['values'],
): PutBack {
  return (sheet, { careful, whole }) => {
    const stood = rangeOf(sheet, area);
    stood.load('values,formulas,numberFormat');
    set(sheet, area, lines, formats, careful);
    return () => {
      const isTyped = (down: number, right: number) =>
        // Values that came to stand in other rows than they were sent to cannot be told from typed ones.
        !whole &&
        lines[down]![right] !== null &&
        !isWhatWasWritten(stood.values[down]![right], ours[down]![right]!);
      const typed = lines.map((line, down) =>
        line.map((_, right) =>
          isTyped(down, right) ? asBefore(stood.values[down]![right], stood.formulas[down]![right]) : null,
        ),
      );
      if (typed.every((line) => line.every((cell) => cell === null))) return null;
      const looks = typed.map((line, down) =>
        line.map((cell, right) => (cell === null ? null : String(stood.numberFormat[down]![right]))),
      );
      return writeBack(area, typed, looks, lines);
    };
  };
}

function isAsSeen(values: CellValue[][], seen: Block['seen']): boolean {
  return seen.every((line, down) =>
    line.every((value, right) => value === undefined || value === blankAsNull(values[down]?.[right])),
  );
}

/** The cells that were written, as they were before; the others are left as they are, unless `whole`. */
function restored(
  values: CellValue[][],
  formulas: CellValue[][],
  lines: Block['values'],
  whole: boolean,
): Block['values'] {
  return values.map((line, down) =>
    line.map((value, right) =>
      lines[down]![right] === null && !whole ? null : asBefore(value, formulas[down]![right]!),
    ),
  );
}
