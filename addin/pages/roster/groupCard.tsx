import type { UnitGroup } from '../../../shared/roster/roster.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import {
  addMember,
  aliasesIn,
  changeGroup,
  changeMember,
  removeGroup,
  removeMember,
} from './model/rosterDraft.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import { rosterText } from './text.ts';
import type { EditProps } from './unitTable.tsx';

/** A group of units, with the days from and to which each is a member. */
export function GroupCard({
  draft,
  group,
  at,
  admin,
  onChange,
}: EditProps & { group: UnitGroup; at: number }) {
  const { text } = useText(rosterText);
  const { units } = draft.roster;
  const columns = text.memberColumns;
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  const others = units.filter(({ id }) => !group.members.some(({ unit }) => unit === id));
  return (
    <details class="group-card" open={draft.roster.groups.length < 4 || group.members.length === 0}>
      <summary>
        <b>{group.name || '—'}</b> <span class="quiet">{text.members(group.members.length)}</span>
      </summary>
      {admin && (
        <div class="group-names">
          <label>
            <span>{text.groupName}</span>
            <input
              value={group.name}
              maxLength={80}
              onChange={(event) => {
                const name = event.currentTarget.value.trim();
                onChange((now) => changeGroup(now, at, { name }));
              }}
            />
          </label>
          <label>
            <span>{text.unitColumns.aliases}</span>
            <input
              value={group.aliases.join('、')}
              onChange={(event) => {
                const aliases = aliasesIn(event.currentTarget.value);
                onChange((now) => changeGroup(now, at, { aliases }));
              }}
            />
          </label>
        </div>
      )}
      {!admin && group.aliases.length > 0 && <p class="quiet">{group.aliases.join('、')}</p>}
      <TableFrame reached label={group.name}>
        <table class="roster-table">
          <thead>
            <tr>
              {[columns.unit, columns.from, columns.to, ...(admin ? [columns.acts] : [])].map((head) => (
                <th key={head} scope="col" class={head === columns.acts ? 'no-print' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.members.map((member, place) => (
              <tr key={`${member.unit} ${place}`}>
                <th scope="row">{nameOf(member.unit)}</th>
                {(['from', 'to'] as const).map((end) => (
                  <td key={end}>
                    {admin ? (
                      <input
                        type="date"
                        value={member[end] ?? ''}
                        aria-label={text.of(columns[end], nameOf(member.unit))}
                        onChange={(event) => {
                          const day = event.currentTarget.value || null;
                          onChange((now) => changeMember(now, at, place, { [end]: day }));
                        }}
                      />
                    ) : (
                      (member[end] ?? '')
                    )}
                  </td>
                ))}
                {admin && (
                  <td class="row-acts no-print">
                    <Button
                      small
                      look="subtle"
                      label={text.of(text.remove, nameOf(member.unit))}
                      onClick={() => onChange((now) => removeMember(now, at, place))}
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
      {admin && (
        <Actions>
          <select
            aria-label={`${group.name} ${text.addMember}`}
            value=""
            onChange={(event) => {
              const unit = event.currentTarget.value;
              if (unit !== '') onChange((now) => addMember(now, at, unit));
              event.currentTarget.value = '';
            }}
          >
            <option value="">{text.addMember}</option>
            {[...others, ...units.filter((unit) => !others.includes(unit))].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button
            small
            look="subtle"
            label={text.of(text.removeGroup, group.name)}
            onClick={() => onChange((now) => removeGroup(now, at))}
          >
            {text.removeGroup}
          </Button>
        </Actions>
      )}
    </details>
  );
}
