import { headWords } from '../columns/headWords.ts';
import { withoutBlanks } from '../import/text/characters.ts';
import { readStatus } from '../rules/read/readStatus.ts';
import type { Head } from './findHead.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';

const tick = /^(?:[√✓✔☑✅●★1]|是|Y)$/iu;

/** Columns with a tick in one of them: 已完成, 推进中, 未开始. Empty where there are no two. */
function choicesOf(view: SheetView, { headings, lastRow, columns }: Head): number[] {
  const found = headings.flatMap((each, column) => {
    const words = headWords(each.at(-1) ?? '');
    const isStatus = [true, false].some((isCadence) => readStatus(words, isCadence).value !== null);
    if (!isStatus || columns[column]!.from.includes('person')) return [];
    let ticks = 0;
    for (let row = lastRow + 1; row < view.height; row += 1) {
      const text = withoutBlanks(view.text(row, column));
      if (tick.test(text)) ticks += 1;
      else if (text !== '' && !/^[-—/／×✗]+$/u.test(text)) return [];
    }
    return [{ column, ticks }];
  });
  return found.length > 1 && found.some(({ ticks }) => ticks > 0) ? found.map(({ column }) => column) : [];
}

/** A head whose columns of ticks are columns of one status. */
export function withChoices(view: SheetView, head: Head): Head {
  const choices = new Set(choicesOf(view, head));
  if (choices.size === 0) return head;
  const columns = head.columns.map((column) =>
    choices.has(column.column)
      ? { ...column, role: 'status' as const, confidence: 'certain' as const, from: ['name' as const] }
      : column,
  );
  return { ...head, columns };
}

/** The columns of a status that is chosen among several; empty: it stands in one, or in none. */
export function choiceColumns({ columns }: Pick<Head, 'columns'>): number[] {
  const all = columns.filter(({ role }) => role === 'status').map(({ column }) => column);
  return all.length > 1 ? all : [];
}

/** What is chosen in a row: the heading of its one tick; two ticks are no status. `null`: nothing is ticked. */
export function chosenIn(
  view: SheetView,
  { headings }: Head,
  row: number,
  choices: readonly number[],
): LedgerCell | null {
  const ticked = choices.filter((column) => {
    const cell = view.own(row, column);
    return cell !== null && cell.isStruck !== true && tick.test(withoutBlanks(cell.text));
  });
  if (ticked.length === 0) return null;
  const text = ticked.map((column) => headings[column]!.at(-1)!).join('、');
  return { text, value: text };
}
