import type { CellValue } from '../../../shared/row/row.ts';
import { asBefore } from './cell.ts';
import { archiveName, sheetNames } from './names.ts';
import { type Known } from './planWrite.ts';
import { extentOf } from './place.ts';
import type { Abilities, Rounds } from './rounds.ts';
import { proved } from './write.ts';
import { type Area, runs } from './area.ts';

/**
 * Moves rows to the end of the archive sheet (存档), values and looks, below the headers of their day. What the clerk
 * has written beside the ledger goes with its row. `false`: rows had moved, and nothing has been done.
 */
export async function archiveRows(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  positions: number[],
): Promise<boolean> {
  const { place } = known;
  const there = await rounds.round(context, () => {
    const first = context.workbook.names.getItemOrNullObject(archiveName).getRangeOrNullObject();
    const used = first.worksheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,rowCount');
    first.worksheet.load('id');
    const other = context.workbook.worksheets.getItemOrNullObject(sheetNames.archive);
    const own = context.workbook.worksheets.getItem(place.sheet).getUsedRangeOrNullObject(true);
    own.load('columnIndex,columnCount');
    return { first, used, other, own };
  });
  const beside = there.own.isNullObject
    ? []
    : [there.own.columnIndex, there.own.columnIndex + there.own.columnCount - 1];
  const { left, width } = extentOf([...place.columns.values(), ...beside]);
  const made = there.first.isNullObject;
  const end = made || there.used.isNullObject ? 0 : there.used.rowIndex + there.used.rowCount;
  const areas = runs(
    left,
    positions.map((position) => position + place.header + 1),
  );
  const remaining = without(known, positions);
  return proved(context, rounds, abilities, known, remaining, false, (ledger) => {
    const archive = archiveSheet(context, made, !there.other.isNullObject);
    const from = queueCopies(ledger, archive, { header: place.header, left, width, end, areas });
    if (made) {
      context.workbook.names.add(archiveName, archive.getRangeByIndexes(0, 0, 1, 1)).visible = false;
      ledger.activate();
    }
    const before = areas.map((area) => {
      const row = ledger.getRangeByIndexes(area.row, left, area.rows, width);
      row.load('values,formulas,numberFormat');
      return { area, row };
    });
    for (const { area } of before.toReversed())
      ledger.getRange(`${area.row + 1}:${area.row + area.rows}`).delete('Up');
    return {
      putBack(again) {
        for (const { area, row } of before) putBack(again, area, left, row);
        archiveSheet(context, false, true)
          .getRange(`${end + 1}:${from}`)
          .clear();
      },
    };
  });
}

/** The ledger once rows have gone from it. */
export function without({ place, keys, choices }: Known, positions: number[]): Known {
  const gone = new Set(positions);
  const stay = (values: CellValue[]) => values.filter((_, position) => !gone.has(position));
  return {
    place: { ...place, end: place.end - positions.length },
    keys: stay(keys),
    choices: stay(choices),
  };
}

function archiveSheet(context: Excel.RequestContext, make: boolean, taken: boolean): Excel.Worksheet {
  const { worksheets, names } = context.workbook;
  if (make) return worksheets.add(taken ? undefined : sheetNames.archive);
  return names.getItemOrNullObject(archiveName).getRangeOrNullObject().worksheet;
}

/** Copies header and rows; returns the number of the row below the last one. */
function queueCopies(
  ledger: Excel.Worksheet,
  archive: Excel.Worksheet,
  {
    header,
    left,
    width,
    end,
    areas,
  }: { header: number; left: number; width: number; end: number; areas: Area[] },
): number {
  let at = end;
  for (const area of [{ row: header, rows: 1 }, ...areas]) {
    const source = ledger.getRangeByIndexes(area.row, left, area.rows, width);
    const target = archive.getRangeByIndexes(at, 0, area.rows, width);
    target.copyFrom(source, 'Formats');
    target.copyFrom(source, 'Values');
    at += area.rows;
  }
  if (end === 0) archive.freezePanes.freezeRows(1);
  return at;
}

function putBack(ledger: Excel.Worksheet, area: Area, left: number, was: Excel.Range): void {
  const rows = `${area.row + 1}:${area.row + area.rows}`;
  ledger.getRange(rows).insert('Down');
  const values = was.values as CellValue[][];
  const back = ledger.getRangeByIndexes(area.row, left, area.rows, values[0]!.length);
  back.numberFormat = was.numberFormat;
  back.values = values.map((line, down) =>
    line.map((value, right) => asBefore(value, was.formulas[down]![right] as CellValue)),
  );
}
