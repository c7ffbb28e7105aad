import type { Roster } from '../../../shared/roster/roster.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import type { ShareRow } from './model/shareRows.ts';
import { cellName, clashes, decide, type ShareSheet, textIn } from './model/shareSheet.ts';
import { sharesText } from './text.ts';

interface ClashesProps {
  sheet: ShareSheet;
  rows: readonly ShareRow[];
  roster: Roster;
  onChange: (how: (sheet: ShareSheet) => ShareSheet) => void;
}

/** Cells that somebody else has saved while something else was typed here: each is decided. */
export function Clashes({ sheet, rows, roster, onChange }: ClashesProps) {
  const { text } = useText(sharesText);
  const open = new Set(clashes(sheet));
  if (open.size === 0) return null;
  const cells = rows.flatMap((row) =>
    roster.units.flatMap((unit) => {
      const cell = cellName(row, unit.id);
      return open.has(cell) ? [{ cell, row, unit }] : [];
    }),
  );
  return (
    <section class="card clashes" role="alert" aria-label={text.clashes(cells.length)}>
      <h2>{text.clashes(cells.length)}</h2>
      <p class="quiet">{text.clashesHint}</p>
      <TableFrame label={text.clashes(cells.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.clash.where}</th>
              <th scope="col">{text.clash.stored}</th>
              <th scope="col">{text.clash.mine}</th>
              <th scope="col" class="no-print">
                {text.clash.decide}
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ cell, row, unit }) => (
              <tr key={cell}>
                <th scope="row">{text.cell(unit.name, row.arrangement, row.of.label)}</th>
                <td>{sheet.stored.get(cell) ?? text.blank}</td>
                <td>{textIn(sheet, cell) || text.blank}</td>
                <td class="no-print">
                  <Actions>
                    <Button small onClick={() => onChange((now) => decide(now, cell, 'theirs'))}>
                      {text.takeTheirs}
                    </Button>
                    <Button small onClick={() => onChange((now) => decide(now, cell, 'mine'))}>
                      {text.takeMine}
                    </Button>
                  </Actions>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
