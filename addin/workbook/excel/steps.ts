import type { CellValue } from '../../../shared/row/row.ts';
import { type Area, addressOf, references } from './area.ts';
import { type PutBack, splitLines, type Step } from './batch.ts';
import { asBefore, isWhatWasWritten } from './cell.ts';
import { tableName } from './names.ts';
import { extentOf } from './place.ts';
import { blankAsNull } from './read.ts';
import type { Block, Note, WritePlan } from './planWrite.ts';
import { type Abilities, bytesOf } from './rounds.ts';

/** Room for what stands around a thing in a request. */
const around = 1000;

/** All that a plan writes into cells, as steps. */
export function stepsOf(plan: WritePlan, lists: Map<string, Area[]>, abilities: Abilities): Step[] {
  return [
    ...plan.blocks.flatMap((block) => blockSteps(block, abilities.payload / 2)),
    ...[...plan.fills].flatMap(([colour, areas]) => fillSteps(colour, areas)),
    ...(abilities.notes ? plan.notes.map(noteStep) : []),
    ...[...lists].flatMap(([choices, areas]) => listSteps(choices, areas)),
    ...(abilities.resize && plan.appended > 0 ? [growStep(plan)] : []),
  ];
}

/** Takes appended rows into the table, where Excel has not done so by itself. */
function growStep({ after: { place }, appended }: WritePlan): Step {
  const { left, width } = extentOf(place.columns.values());
  return {
    bytes: around,
    queue(sheet) {
      const table = sheet.tables.getItemOrNullObject(tableName);
      const rows = sheet.getRangeByIndexes(place.end - appended, left, appended, width);
      table.resize(table.getRange().getBoundingRect(rows));
      return { putBack() {} };
    },
  };
}

export function blockSteps({ area, values, formats, seen }: Block, most: number): Step[] {
  return splitLines(values, most).map(({ from, lines }) => {
    const rows = lines.length;
    const format = formats.slice(from, from + rows);
    const expected = seen.slice(from, from + rows);
    return {
      // The answer brings what stood there, as values and as formulas.
      bytes: 2 * Math.max(bytesOf([lines, format]), bytesOf(expected)) + around,
      queue(sheet) {
        const at = (on: Excel.Worksheet) =>
          on.getRangeByIndexes(area.row + from, area.column, rows, area.columns);
        const range = at(sheet);
        range.load('values,formulas,numberFormat');
        const change = at(sheet);
        if (format.some((line) => line.some((cell) => cell !== null))) change.numberFormat = format;
        change.values = lines;
        return {
          held: () => isAsSeen(range.values, expected),
          putBack: (again) =>
            writeBack(at, restored(range.values, range.formulas, lines), range.numberFormat, lines)(again),
        };
      },
    };
  });
}

/**
 * Writes what stood in cells. While a cell is being edited this has to wait, and somebody may type where it will write:
 * what stands there then and is not `ours` is given back after it, in the same way.
 */
function writeBack(
  at: (on: Excel.Worksheet) => Excel.Range,
  lines: Block['values'],
  formats: Block['formats'],
  ours: Block['values'],
): PutBack {
  return (sheet) => {
    const stood = at(sheet);
    stood.load('values,formulas,numberFormat');
    const back = at(sheet);
    back.numberFormat = formats;
    back.values = lines;
    return () => {
      const isTyped = (down: number, right: number) =>
        lines[down]![right] !== null && !isWhatWasWritten(stood.values[down]![right], ours[down]![right]!);
      const typed = lines.map((line, down) =>
        line.map((_, right) =>
          isTyped(down, right) ? asBefore(stood.values[down]![right], stood.formulas[down]![right]) : null,
        ),
      );
      if (typed.every((line) => line.every((cell) => cell === null))) return null;
      const looks = typed.map((line, down) =>
        line.map((cell, right) => (cell === null ? null : String(stood.numberFormat[down]![right]))),
      );
      return writeBack(at, typed, looks, lines);
    };
  };
}

function isAsSeen(values: CellValue[][], seen: Block['seen']): boolean {
  return seen.every((line, down) =>
    line.every((value, right) => value === undefined || value === blankAsNull(values[down]?.[right])),
  );
}

/** The cells that were written, as they were before; the others are left as they are. */
function restored(values: CellValue[][], formulas: CellValue[][], lines: Block['values']): Block['values'] {
  return values.map((line, down) =>
    line.map((value, right) =>
      lines[down]![right] === null ? null : asBefore(value, formulas[down]![right]!),
    ),
  );
}

export function fillSteps(colour: string | null, areas: Area[]): Step[] {
  return references(areas).map(({ addresses, areas: own }) => ({
    bytes: addresses.length * 3 + around,
    queue(sheet) {
      const before = own.map((area) => ({
        area,
        cells: sheet.getRange(addressOf(area)).getCellProperties({ format: { fill: { color: true } } }),
      }));
      paint(sheet.getRanges(addresses), colour);
      return {
        putBack(again) {
          for (const { area, cells } of before)
            cells.value.forEach((line, down) => {
              const cell = addressOf({ ...area, row: area.row + down, rows: 1 });
              paint(again.getRanges(cell), line[0]?.format?.fill?.color ?? null);
            });
        },
      };
    },
  }));
}

/** Excel tells of a cell without a background that it is white. */
function paint(ranges: Excel.RangeAreas, colour: string | null): void {
  if (colour === null || colour === '' || colour.toUpperCase() === '#FFFFFF') ranges.format.fill.clear();
  else ranges.format.fill.color = colour;
}

function noteStep({ row, column, message }: Note): Step {
  const address = addressOf({ row, column, rows: 1, columns: 1 });
  return {
    bytes: bytesOf(message) + around,
    queue(sheet) {
      const before = sheet.notes.getItemOrNullObject(address);
      before.load('content');
      sheet.notes.getItemOrNullObject(address).delete();
      if (message !== null) sheet.notes.add(address, message);
      return {
        putBack(again) {
          again.notes.getItemOrNullObject(address).delete();
          if (!before.isNullObject) again.notes.add(address, before.content);
        },
      };
    },
  };
}

/** A choice is offered, never forced: 办结 and other aliases are for the rules to read. */
export function listSteps(choices: string, areas: Area[]): Step[] {
  return references(areas).map(({ addresses }) => ({
    bytes: addresses.length + around,
    queue(sheet) {
      const { dataValidation } = sheet.getRanges(addresses);
      dataValidation.rule = { list: { inCellDropDown: true, source: choices } };
      dataValidation.errorAlert = { showAlert: false, message: '', style: 'Information', title: '' };
      // Dropdowns are put right with the next scan.
      return { putBack() {} };
    },
  }));
}
