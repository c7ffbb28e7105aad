import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Unit } from '../../../shared/roster/roster.ts';
import { useText } from '../../controls/useText.ts';
import type { ShareRow } from './model/shareRows.ts';
import { cellName, isChanged, shareIn, type ShareSheet, textIn } from './model/shareSheet.ts';
import { sharesText } from './text.ts';

interface CellProps {
  row: ShareRow;
  unit: Unit;
  sheet: ShareSheet;
  editable: boolean;
  active: boolean;
  /** Whether the Tab key comes here from outside the grid. */
  reachable: boolean;
  onEnter: () => void;
  onLeave: () => void;
  onType: (text: string) => void;
  onPaste: (text: string) => void;
}

/** A unit's share of an indicator: a number, and while it is the active cell, what is typed into. */
export function ShareCell(props: CellProps) {
  const { row, unit, sheet, editable, active, reachable, onEnter, onLeave, onType, onPaste } = props;
  const { text } = useText(sharesText);
  const field = useRef<HTMLInputElement>(null);
  const cell = cellName(row, unit.id);
  const share = shareIn(sheet, cell);
  const faulty = share === undefined;
  // What was typed is shown as it was read, once it is.
  const shown = faulty || sheet.entering === cell ? textIn(sheet, cell) : String(share ?? '');
  const name = text.cell(unit.name, row.arrangement, row.of.label);
  const hint = faulty
    ? text.unreadable(shown)
    : row.asked.has(unit.id)
      ? undefined
      : text.notAsked(unit.name);
  useLayoutEffect(() => {
    if (!active) return;
    field.current?.focus();
    field.current?.select();
  }, [active]);
  const classes = [
    ...['number', 'share'],
    ...(row.asked.has(unit.id) ? [] : ['not-asked']),
    ...(faulty ? ['faulty'] : isChanged(sheet, cell) ? ['changed'] : []),
    ...(sheet.arrived.has(cell) ? ['arrived'] : []),
    ...(sheet.clashing.has(cell) ? ['clashing'] : []),
  ];
  if (!editable)
    return (
      <td class={classes.join(' ')} title={hint}>
        {shown}
      </td>
    );
  return (
    <td
      class={classes.join(' ')}
      title={hint}
      data-text={shown}
      tabIndex={active ? undefined : reachable ? 0 : -1}
      aria-label={active ? undefined : `${name} ${shown}`}
      onMouseDown={(event) => {
        if (active) return;
        event.preventDefault();
        onEnter();
      }}
      onKeyDown={(event) => {
        if (active || !/^(?:Enter|F2|Arrow\w+|.)$/u.test(event.key) || event.ctrlKey || event.altKey) return;
        onEnter();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {active ? (
        <input
          ref={field}
          value={shown}
          inputMode="numeric"
          autocomplete="off"
          aria-label={name}
          aria-invalid={faulty}
          onInput={(event) => onType(event.currentTarget.value)}
          onBlur={onLeave}
          onPaste={(event) => {
            event.preventDefault();
            onPaste(event.clipboardData?.getData('text/plain') ?? '');
          }}
        />
      ) : (
        shown
      )}
    </td>
  );
}
