import { periodWords } from '../../shared/calendar/periodWords.ts';
import type { CellValue } from '../../shared/row/row.ts';
import { counts } from '../../shared/rules/context.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { headerOf } from '../flows/columns.ts';
import type { Ledger } from '../flows/ledger.ts';
import type { Language } from '../text/language.ts';
import type { BlockColumn, ColumnId } from '../workbook/port.ts';
import { useText } from '../controls/useText.ts';
import { paneText, type PaneText } from './text.ts';

const separator = ' · ';

/** What a row is called in the pane: code, task, what is counted, period. */
export function rowName(row: SheetRow, language: Language): string {
  const counted = counts(row.context) ? [row.indicatorLabel] : [];
  const period = periodWords(row.period, language);
  return [`${row.arrangement} ${row.taskName}`, ...counted, period].join(separator);
}

/** The same on the screen: a period stays in one piece. */
export function RowName({ row }: { row: SheetRow }) {
  const { language } = useText(paneText);
  const name = rowName(row, language);
  const period = periodWords(row.period, language);
  return (
    <>
      {name.slice(0, -period.length - separator.length)}
      <span class="tz-whole">
        {separator}
        {period}
      </span>
    </>
  );
}

/** What a column is called, in the language of the pane. */
export function fieldName(id: Exclude<ColumnId, BlockColumn>, ledger: Ledger, language: Language): string {
  const column = ledger.columns.find(({ field }) => field === id);
  return column ? column[language] : headerOf(id, ledger.columns);
}

export function valueText(value: CellValue | undefined, text: PaneText): string {
  return value === null || value === undefined || value === '' ? text.conflicts.blank : String(value);
}

/** A row as a person names it, its sentence in two lines at most. */
export function RowTitle({ row }: { row: SheetRow }) {
  return (
    <div class="tz-row-title">
      <strong>
        <RowName row={row} />
      </strong>
      <span class="tz-clip" title={row.arrangementText}>
        {row.arrangementText}
      </span>
    </div>
  );
}
