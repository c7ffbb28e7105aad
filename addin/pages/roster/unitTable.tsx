import { type Unit, unitKind } from '../../../shared/roster/roster.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { aliasesIn, changeUnit, moveUnit, removeUnit, type RosterDraft } from './model/rosterDraft.ts';
import type { FileApi } from '../shared/tables/fileApi.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { rosterText } from './text.ts';

export interface EditProps {
  draft: RosterDraft;
  admin: boolean;
  onChange: (how: (draft: RosterDraft) => RosterDraft) => void;
}

/** Units in their order: names, kinds, other names, and the groups that they are in. */
export function UnitTable({ files, draft, admin, onChange }: EditProps & { files: FileApi }) {
  const { text } = useText(rosterText);
  const { units, groups } = draft.roster;
  const { order, name, kind, aliases, groups: inGroups, id, acts } = text.unitColumns;
  return (
    <TableFrame reached label={text.tabs.units} files={files} path="/roster">
      <table class="roster-table">
        <thead>
          <tr>
            {[order, name, kind, aliases, inGroups, id, ...(admin ? [acts] : [])].map((head) => (
              <th key={head} scope="col" class={head === acts ? 'no-print' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit, at) => (
            <tr key={unit.id}>
              <td class="number">{at + 1}</td>
              <UnitCells unit={unit} admin={admin} onChange={onChange} />
              <td>
                {groups
                  .filter(({ members }) => members.some((member) => member.unit === unit.id))
                  .map((group) => group.name)
                  .join('、')}
              </td>
              <td class="quiet">{unit.id}</td>
              {admin && (
                <td class="row-acts no-print">
                  <Button
                    small
                    look="subtle"
                    disabled={at === 0}
                    label={text.of(text.up, unit.name)}
                    onClick={() => onChange((now) => moveUnit(now, unit.id, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    small
                    look="subtle"
                    disabled={at === units.length - 1}
                    label={text.of(text.down, unit.name)}
                    onClick={() => onChange((now) => moveUnit(now, unit.id, 1))}
                  >
                    ↓
                  </Button>
                  <Button
                    small
                    look="subtle"
                    label={text.of(text.remove, unit.name)}
                    onClick={() => onChange((now) => removeUnit(now, unit.id))}
                  >
                    {text.remove}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function UnitCells({ unit, admin, onChange }: { unit: Unit } & Omit<EditProps, 'draft'>) {
  const { text } = useText(rosterText);
  const columns = text.unitColumns;
  const set = (change: Partial<Unit>) => onChange((now) => changeUnit(now, unit.id, change));
  if (!admin)
    return (
      <>
        <th scope="row">{unit.name}</th>
        <td>{text.kinds[unit.kind]}</td>
        <td>{unit.aliases.join('、')}</td>
      </>
    );
  return (
    <>
      <th scope="row">
        <input
          value={unit.name}
          maxLength={40}
          aria-label={text.of(columns.name, unit.name)}
          onChange={(event) => set({ name: event.currentTarget.value.trim() })}
        />
      </th>
      <td>
        <select
          value={unit.kind}
          aria-label={text.of(columns.kind, unit.name)}
          onChange={(event) => set({ kind: unitKind.parse(event.currentTarget.value) })}
        >
          {unitKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          class="aliases"
          value={unit.aliases.join('、')}
          aria-label={text.of(columns.aliases, unit.name)}
          onChange={(event) => set({ aliases: aliasesIn(event.currentTarget.value) })}
        />
      </td>
    </>
  );
}
