import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Unit } from '../../../shared/roster/roster.ts';
import { sentenceFor } from '../../../shared/rules/sentences.ts';
import { useText } from '../../controls/useText.ts';
import { copySelected, copyTables } from '../shared/tables/copyTable.ts';
import { Take, type TakenFiles } from '../shared/tables/take.tsx';
import { ShareCell } from './cell.tsx';
import { type At, moveBy } from './model/moves.ts';
import { pastedCells } from './model/pasted.ts';
import { type ShareRow, sumOf } from './model/shareRows.ts';
import { cellName, endEntry, readTyped, redo, type ShareSheet, typeInto, undo } from './model/shareSheet.ts';
import { sharesText } from './text.ts';

interface GridProps {
  /** Where the shares that are saved come from as a file. */
  from: TakenFiles;
  rows: readonly ShareRow[];
  units: readonly Unit[];
  /** All units: what is not shown counts in the sums too. */
  everybody: readonly Unit[];
  sheet: ShareSheet;
  editable: boolean;
  onChange: (how: (sheet: ShareSheet) => ShareSheet) => void;
}

/** Indicators by units, as a sheet: typed into, pasted into, moved in by keys. */
export function Grid({ from: taken, rows, units, everybody, sheet, editable, onChange }: GridProps) {
  const { text } = useText(sharesText);
  const [at, setAt] = useState<At | null>(null);
  const [said, setSaid] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const size = { rows: rows.length, columns: units.length };
  const goTo = (to: At | null) => {
    onChange(endEntry);
    setAt(to);
  };
  const type = (row: ShareRow, unit: Unit, typed: string) =>
    onChange((now) => typeInto(now, [[cellName(row, unit.id), readTyped(typed, row.of)]]));
  const paste = (from: At, pasted: string) => {
    let outside = 0;
    const entries = pastedCells(pasted).flatMap((line, down) =>
      line.flatMap((words, across): Parameters<typeof typeInto>[1] => {
        const [row, unit] = [rows[from.row + down], units[from.column + across]];
        if (row && unit) return [[cellName(row, unit.id), readTyped(words, row.of)]];
        outside += 1;
        return [];
      }),
    );
    onChange((now) => endEntry(typeInto(endEntry(now), entries)));
    setSaid(outside > 0 ? text.outside(outside) : '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || at === null) return;
    const letter = event.key.toLowerCase();
    if (event.ctrlKey && (letter === 'z' || letter === 'y')) {
      onChange(letter === 'y' || event.shiftKey ? redo : undo);
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      if (sheet.entering === null) table.current?.focus();
      onChange((now) => (now.entering === null ? now : undo(now)));
      return;
    }
    const to = moveBy(event, at, size);
    if (!to && event.key === 'Tab') return;
    if (!to && !/^(?:Arrow(?:Up|Down)|Enter)$/u.test(event.key)) return;
    event.preventDefault();
    if (to) goTo(to);
  };
  const head = (name: string) => (
    <th key={name} scope="col" class="number">
      {name}
    </th>
  );
  return (
    <div onCopy={copySelected}>
      <div class="taken-top">
        <span role="status" class="quiet">
          {said}
        </span>
        <Take label={text.grid} onCopy={() => copyTables([table.current!])} from={[taken]} />
      </div>
      <div class="sheet-scroll">
        <table
          ref={table}
          class="shares"
          role="grid"
          aria-label={text.grid}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{text.columns.what}</th>
              {[text.columns.target, text.columns.sum, text.columns.over].map(head)}
              {units.map(({ id, name }) => (
                <th key={id} scope="col" class="unit">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <Fragment key={`${row.arrangement} ${row.indicator}`}>
                {row.task !== rows[down - 1]?.task && (
                  <tr class="over">
                    <th scope="rowgroup" colSpan={4}>
                      <span class="of-task">
                        {row.task} {row.taskName}
                      </span>
                    </th>
                    <td colSpan={units.length} />
                  </tr>
                )}
                <tr>
                  <RowHead row={row} everybody={everybody} sheet={sheet} />
                  {units.map((unit, across) => (
                    <ShareCell
                      key={unit.id}
                      row={row}
                      unit={unit}
                      sheet={sheet}
                      editable={editable}
                      active={at?.row === down && at.column === across}
                      reachable={at === null && down === 0 && across === 0}
                      onEnter={() => goTo({ row: down, column: across })}
                      onLeave={() =>
                        setAt((now) => (now?.row === down && now.column === across ? null : now))
                      }
                      onType={(typed) => type(row, unit, typed)}
                      onPaste={(pasted) => paste({ row: down, column: across }, pasted)}
                    />
                  ))}
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What a row counts, and what its shares add up to. */
function RowHead({
  row,
  everybody,
  sheet,
}: {
  row: ShareRow;
  everybody: readonly Unit[];
  sheet: ShareSheet;
}) {
  const { text, language } = useText(sharesText);
  const { sum, made, over, finding } = sumOf(row, everybody, sheet);
  const { label, unitOfMeasure, target, baseline } = row.of;
  const words =
    made === 0
      ? text.notMade
      : over === null
        ? ''
        : over === 0
          ? text.fits
          : over > 0
            ? text.more(over)
            : text.less(-over);
  return (
    <>
      <th scope="row" data-text={`${row.arrangement} ${label}（${unitOfMeasure}）`}>
        <span class="of-indicator">
          <span class="code">{row.arrangement}</span>
          {label}（{unitOfMeasure}）
          {baseline !== undefined && <small class="quiet">{text.baseline(baseline)}</small>}
        </span>
        <span class="sentence quiet" title={row.text}>
          {row.text}
        </span>
      </th>
      <td class="number">{target ?? '—'}</td>
      <td class="number">{made === 0 ? '' : sum}</td>
      <td
        class={`number sum ${made === 0 ? 'quiet' : over === 0 ? 'good' : over === null ? '' : 'late'}`}
        {...(finding ? { title: sentenceFor(finding, language) } : {})}
      >
        {words}
      </td>
    </>
  );
}
