import type { Head } from './findHead.ts';
import { labelledLines, matchLines, readLines } from './labelledLines.ts';
import type { SheetView } from './ledgerFile.ts';
import type { RowMatcher } from './matchRows.ts';
import type { RowProposal } from './proposal.ts';
import type { Said } from './proposeReports.ts';
import type { ReadLayout } from './rowLayout.ts';
import { RowScope } from './rowScope.ts';
import type { SheetContext } from './sheetContext.ts';

const nothing: Said = {
  ...{ status: null, count: null, completedOn: null },
  ...{ note: '', problems: '', contact: '', evidence: '' },
};
const likely = 0.5;
const section = /^[（(]?[一二三四五六七八九十]{1,3}[)）、.．]/u;
/** A text has few cells, and begins near the top. */
const searchedRows = 30;

/** The head of a sheet that holds a text instead of a table: it has none, and its first line begins below it. `null`: it is no text. */
export function headOfText(view: SheetView, matcher: RowMatcher): Head | null {
  for (let row = 0; row < Math.min(searchedRows, view.height); row += 1) {
    const lines = view.texts(row).flatMap((text) => labelledLines(text));
    if (!lines.some(({ label }) => matcher.likeness(label) >= likely)) continue;
    // A section above (一、某镇) says whose its lines are.
    let first = row;
    while (first > 1 && section.test(view.texts(first - 1)[0] ?? '')) first -= 1;
    return { firstRow: first, lastRow: first - 1, columns: [], headings: [] };
  }
  return null;
}

/** Reads a text, in one cell or in rows, whose lines begin with what they are of (一、机制建立：推进中，已建立7家。). */
export function readText(context: SheetContext): ReadLayout {
  const { view, head } = context;
  const scope = new RowScope(context);
  const rows: RowProposal[] = [];
  for (let row = head.firstRow; row < view.height; row += 1) {
    const lines = view.texts(row).flatMap((text) => labelledLines(text));
    const { not, period, isShared } = scope.next(row);
    if (not !== null || lines.length === 0) {
      if (not !== null) rows.push({ row, is: not, matches: [], reports: [] });
      continue;
    }
    const matches = matchLines(lines, { row, task: '', isAlone: true }, context);
    if (matches === null) continue;
    const within = { ...context, period: period ?? context.period };
    rows.push({ row, is: 'task', matches, reports: readLines(lines, matches, nothing, within, isShared) });
  }
  return { layout: 'form', rows, gathered: [] };
}
