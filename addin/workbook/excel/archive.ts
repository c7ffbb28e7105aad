import type { CellValue } from '../../../shared/row/row.ts';
import { LedgerRefused, type Notice } from '../port.ts';
import { batches } from './batch.ts';
import { asBefore } from './cell.ts';
import { mute } from './events.ts';
import { messageOf } from './noteText.ts';
import { archiveName, sheetNames } from './names.ts';
import { type Known } from './planWrite.ts';
import { extentOf } from './ledgerBounds.ts';
import type { Abilities, Rounds } from './rounds.ts';
import { liftFilters, putFiltersBack, queueFilters } from './filter.ts';
import { keysOf, proved } from './write.ts';
import { addressOf, type Area, runs } from './area.ts';

/** Rows at the archive's end that are looked through for what an archiving that broke off has copied already. */
const fewestLooked = 200;

/** Room for one note in a request or answer. */
const noteBytes = 1000;

/**
 * Moves rows to the end of the archive sheet (存档), values and looks, below the headers of their day. What the clerk
 * has written beside the ledger goes with its row. A filter is lifted for it and put back, since a filtered table lets
 * no row go. `false`: rows had moved, and nothing has been done.
 * @throws LedgerRefused where the rows stay in the ledger; those that are copied already are not copied again
 */
export async function archiveRows(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  positions: number[],
  notice: (notice: Notice) => void,
): Promise<boolean> {
  const { bounds } = known;
  const there = await rounds.round(context, () => {
    const first = context.workbook.names.getItemOrNullObject(archiveName).getRangeOrNullObject();
    const used = first.worksheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,rowCount');
    first.worksheet.load('id');
    const other = context.workbook.worksheets.getItemOrNullObject(sheetNames.archive);
    const own = context.workbook.worksheets.getItem(bounds.sheet).getUsedRangeOrNullObject(true);
    own.load('columnIndex,columnCount');
    return { first, used, other, own, filters: queueFilters(context) };
  });
  const beside = there.own.isNullObject
    ? []
    : [there.own.columnIndex, there.own.columnIndex + there.own.columnCount - 1];
  const made = there.first.isNullObject;
  const target: Target = {
    ...extentOf([...bounds.columns.values(), ...beside]),
    made,
    taken: !there.other.isNullObject,
    end: made || there.used.isNullObject ? 0 : there.used.rowIndex + there.used.rowCount,
  };
  const rows = positions.map((position) => position + bounds.header + 1);
  const copied = target.end > 0 ? await copiedAlready(context, rounds, known, target, rows) : new Set();
  const filters = there.filters();
  try {
    if (filters.length > 0) await liftFilters(context, rounds, abilities);
    const fresh = rows.filter((row) => !copied.has(row));
    const done = await move(context, rounds, abilities, known, target, positions, fresh);
    const added = { row: target.end + 1, rows: fresh.length, columns: target.width };
    if (done && abilities.notes) await takeOwnNotesOff(context, rounds, abilities, added);
    return done;
  } finally {
    if (!(await putFiltersBack(context, rounds, abilities, filters))) notice('filter-lost');
  }
}

/** What is archived is not to be mended: only the clerk's own notes stay. */
async function takeOwnNotesOff(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  { row, rows, columns: width }: Omit<Area, 'column'>,
): Promise<void> {
  const cells = Array.from({ length: rows * width }, (_, at) => {
    const area = { row: row + Math.floor(at / width), column: at % width, rows: 1, columns: 1 };
    return { bytes: noteBytes, address: addressOf(area) };
  });
  try {
    for (const batch of batches(cells, abilities.payload)) {
      const notes = await rounds.round(context, () => {
        const sheet = archiveSheet(context, false, true);
        return batch.map(({ address }) => {
          const note = sheet.notes.getItemOrNullObject(address);
          note.load('content');
          return note;
        });
      });
      const ours = notes.filter((note) => !note.isNullObject && messageOf(note.content) !== null);
      if (ours.length > 0)
        await mute(context, rounds, abilities, () => {
          for (const note of ours) note.delete();
        });
    }
  } catch {
    // Some Excels refuse notes altogether: then one stays that says more than it needs to.
  }
}

/** Where the archive's next row goes, and which columns of the ledger's sheet go there. */
interface Target {
  left: number;
  width: number;
  end: number;
  /** Whether the archive sheet is to be made, and its name is taken. */
  made: boolean;
  taken: boolean;
}

/** Rows that stand at the archive's end as they stand here, but for the result column, which the add-in rewrites. */
async function copiedAlready(
  context: Excel.RequestContext,
  rounds: Rounds,
  { bounds }: Known,
  { left, width, end }: Target,
  rows: number[],
): Promise<Set<number>> {
  const looked = Math.min(end, Math.max(fewestLooked, 2 * rows.length));
  const { tail, here } = await rounds.round(context, () => {
    const last = archiveSheet(context, false, true).getRangeByIndexes(end - looked, 0, looked, width);
    last.load('values');
    const sheet = context.workbook.worksheets.getItem(bounds.sheet);
    const own = runs(left, rows).map((area) => {
      const range = sheet.getRangeByIndexes(area.row, left, area.rows, width);
      range.load('values');
      return { area, range };
    });
    return { tail: last, here: own };
  });
  const result = (bounds.columns.get('result') ?? left - 1) - left;
  const spelt = (line: CellValue[]) =>
    JSON.stringify(line.map((value, at) => (at === result ? null : value)));
  const archived = new Set((tail.values as CellValue[][]).map(spelt));
  return new Set(
    here.flatMap(({ area, range }) =>
      (range.values as CellValue[][]).flatMap((line, down) =>
        archived.has(spelt(line)) ? [area.row + down] : [],
      ),
    ),
  );
}

/** Copies `fresh`, and takes all rows at `positions` out of the ledger, in one batch. */
async function move(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  { left, width, end, made, taken }: Target,
  positions: number[],
  fresh: number[],
): Promise<boolean> {
  const { bounds } = known;
  const remaining = without(known, positions);
  const areas = runs(
    left,
    positions.map((position) => position + bounds.header + 1),
  );
  let rest: Excel.Range | null = null;
  const done = await proved(context, rounds, abilities, known, remaining, {}, (ledger) => {
    const archive = archiveSheet(context, made, taken);
    const copies = fresh.length > 0 ? [{ row: bounds.header, rows: 1 }, ...runs(left, fresh)] : [];
    const from = queueCopies(ledger, archive, { left, width, end, copies });
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
    rest = keysOf(ledger, bounds);
    rest?.load('values');
    return {
      putBack(again) {
        const copied = archiveSheet(again.context as Excel.RequestContext, false, true);
        for (const { area, row } of before) {
          insertRows(again, area);
          for (let at = area.row; at < area.row + area.rows; at += 1)
            // With its notes, which are in the copy.
            if (fresh.includes(at))
              again
                .getRangeByIndexes(at, left, 1, width)
                .copyFrom(copied.getRangeByIndexes(end + 1 + fresh.indexOf(at), 0, 1, width), 'All');
          putBack(again, area, left, row);
        }
        if (from > end) copied.getRange(`${end + 1}:${from}`).clear();
      },
    };
  });
  const keys = (rest as Excel.Range | null)?.values.map(([key]) => (key === '' ? null : (key as CellValue)));
  if (done && keys && remaining.keys.some((key, at) => (key ?? null) !== (keys[at] ?? null)))
    throw new LedgerRefused(
      'filtered',
      '',
      'The rows were copied to the archive, and are still in the ledger.',
    );
  return done;
}

/** The ledger once rows have gone from it. */
export function without({ bounds, keys, choices, statuses, hides }: Known, positions: number[]): Known {
  const gone = new Set(positions);
  const stay = (values: CellValue[]) => values.filter((_, position) => !gone.has(position));
  return {
    bounds: { ...bounds, end: bounds.end - positions.length },
    keys: stay(keys),
    choices: stay(choices),
    statuses: stay(statuses),
    hides,
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
    left,
    width,
    end,
    copies,
  }: { left: number; width: number; end: number; copies: Pick<Area, 'row' | 'rows'>[] },
): number {
  let at = end;
  for (const area of copies) {
    const source = ledger.getRangeByIndexes(area.row, left, area.rows, width);
    const target = archive.getRangeByIndexes(at, 0, area.rows, width);
    // All of it, for the clerk's own notes; then values, so that no formula looks from there at the ledger.
    target.copyFrom(source, 'All');
    target.copyFrom(source, 'Values');
    at += area.rows;
  }
  if (end === 0) archive.freezePanes.freezeRows(1);
  return at;
}

function insertRows(ledger: Excel.Worksheet, { row, rows }: Area): void {
  ledger.getRange(`${row + 1}:${row + rows}`).insert('Down');
}

function putBack(ledger: Excel.Worksheet, area: Area, left: number, was: Excel.Range): void {
  const values = was.values as CellValue[][];
  const back = ledger.getRangeByIndexes(area.row, left, area.rows, values[0]!.length);
  back.numberFormat = was.numberFormat;
  back.values = values.map((line, down) =>
    line.map((value, right) => asBefore(value, was.formulas[down]![right] as CellValue)),
  );
}
