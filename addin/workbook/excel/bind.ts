import type { CellValue } from '../../../shared/row/row.ts';
import { LedgerBusy, type Binding, type BlockColumn, type LedgerChange } from '../port.ts';
import { letters } from './area.ts';
import { mute } from './events.ts';
import { queueBounds } from './ledgerBounds.ts';
import { type ExcelColumn, excelColumns, hersName, keyHeader, nameOf } from './names.ts';
import type { Abilities, Rounds } from './rounds.ts';

/** What is added to a sheet of the clerk's own, from left to right; the last holds the colours of cells that are marked. */
const addedColumns = ['result', 'key', 'base', 'choices'] as const;
type Added = (typeof addedColumns)[number];

const headers: Record<Exclude<Added, 'key'>, string> = { result: '校验结果', base: '基准', choices: '原色' };

const resultWidth = 126;

/**
 * Names a sheet's columns as the ledger's, and adds its own beside them: hidden, but for 校验结果. Where the sheet is the
 * ledger already, its columns are those that were added then. Rows get their keys afterwards, as with any write.
 */
export async function bindColumns(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  binding: Binding,
): Promise<void> {
  const { sheet, used, before } = await rounds.round(context, () => {
    const there = context.workbook.worksheets.getItemOrNullObject(binding.sheet);
    there.load('id');
    const area = there.getUsedRangeOrNullObject(true);
    area.load('columnIndex,columnCount');
    return { sheet: there, used: area, before: queueBounds(context, rounds) };
  });
  if (sheet.isNullObject)
    throw new LedgerBusy(
      '表格已被删除或改名，请重新选择。The sheet is gone or has another name; choose it again.',
      'moving',
    );
  const was = before();
  const blocks = binding.columns.map(({ id }) => id).filter((id): id is BlockColumn => id.includes('@'));
  const isAgain = was?.isHers === true && was.sheet === sheet.id;
  const there = isAgain ? was.columns : new Map<ExcelColumn, number>();
  const places = placesOf(binding, there, used.columnIndex + used.columnCount);
  const result = binding.hasResult ? undefined : there.get('result');
  await mute(context, rounds, abilities, () => {
    const own = context.workbook.worksheets.getItem(sheet.id);
    for (const name of [hersName, ...[...(was?.blocks ?? []), ...excelColumns].map(nameOf)])
      context.workbook.names.getItemOrNullObject(name).delete();
    // She does not want 校验结果 any more.
    if (result !== undefined) own.getRangeByIndexes(was!.header, result, was!.end - was!.header, 1).clear();
    for (const [id, at] of places) {
      const cell = own.getRangeByIndexes(binding.header, at, 1, 1);
      context.workbook.names.add(nameOf(id), cell).visible = false;
      if (id === 'key') context.workbook.names.add(hersName, cell).visible = false;
      if (!isAdded(id)) continue;
      cell.numberFormat = [['@']];
      cell.values = [[id === 'key' ? keyHeader(blocks) : headers[id]]];
      const whole = own.getRange(`${letters(at)}:${letters(at)}`);
      if (id === 'result') whole.format.columnWidth = resultWidth;
      else whole.columnHidden = true;
    }
    own.activate();
  });
  rounds.blocks = blocks;
}

/** Where each column is, or is to be. */
function placesOf(
  { columns, hasResult }: Binding,
  there: ReadonlyMap<ExcelColumn, number>,
  free: number,
): Map<ExcelColumn, number> {
  const places = new Map<ExcelColumn, number>(columns.map(({ id, at }): [ExcelColumn, number] => [id, at]));
  let next = free;
  for (const id of addedColumns) {
    if (id === 'result' && !hasResult) continue;
    const at = there.get(id) ?? next++;
    places.set(id, at);
  }
  return places;
}

const isAdded = (id: ExcelColumn): id is Added => (addedColumns as readonly ExcelColumn[]).includes(id);

/** The cells that are to hold keys, or none any more, where they hold another. */
export function keysOfBinding(
  { header, rows }: Binding,
  there: readonly CellValue[],
): NonNullable<LedgerChange['atPositions']> {
  const keys = new Map(rows.map(({ row, key }) => [row - header - 1, key]));
  return there.flatMap((key, position) => {
    const wanted = keys.get(position) ?? null;
    return wanted === key ? [] : [{ position, cells: { key: wanted, base: null } }];
  });
}
