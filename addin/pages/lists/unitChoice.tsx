import { useState } from 'preact/hooks';
import type { Roster } from '../../../shared/roster/roster.ts';
import type { MeantByName } from '../../../shared/taskList/listSettings.ts';
import { useText } from '../../controls/useText.ts';
import type { UnitDecision } from './model/decisions.ts';
import { listsText } from './text.ts';
import { UnitPicker } from './unitPicker.tsx';

interface UnitChoiceProps {
  decision: UnitDecision;
  roster: Roster | null;
  onChoose: (meant: MeantByName | undefined) => void;
}

const several = 'several';

/** Which unit or group of the roster a printed name means, or which several units. */
export function UnitChoice({ decision, roster, onChoose }: UnitChoiceProps) {
  const { text } = useText(listsText);
  const { name, tasks, chosen } = decision;
  const units = chosen !== undefined && 'units' in chosen ? chosen.units : [];
  const [picks, setPicks] = useState(units.length > 1);
  return (
    <div class="decision">
      <label class="unit-choice">
        <span>
          {text.decisions.unitOf(name)} <small>{text.decisions.inTasks(tasks.slice(0, 12).join('、'))}</small>
        </span>
        <select
          value={picks ? several : chosen === undefined ? '' : valueOf(chosen)}
          disabled={roster === null}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setPicks(value === several);
            // Whoever picks several begins with the one that was chosen.
            if (value !== several) onChoose(meantBy(value));
            else if (units.length === 0) onChoose(undefined);
          }}
        >
          <option value="">{text.decisions.choose}</option>
          <optgroup label={text.decisions.unitKinds}>
            {roster?.units.map((unit) => (
              <option key={unit.id} value={`unit:${unit.id}`}>
                {unit.name}
              </option>
            ))}
          </optgroup>
          <optgroup label={text.decisions.groupKinds}>
            {roster?.groups.map((group) => (
              <option key={group.name} value={`group:${group.name}`}>
                {group.name}
              </option>
            ))}
          </optgroup>
          <option value={several}>{text.decisions.several}</option>
        </select>
      </label>
      {picks && (
        <UnitPicker
          label={text.decisions.unitsOf(name)}
          all={(roster?.units ?? []).map((unit) => ({ value: unit.id, name: unit.name }))}
          chosen={units}
          onChoose={(next) => onChoose(next.length === 0 ? undefined : { units: next })}
        />
      )}
    </div>
  );
}

const valueOf = (meant: MeantByName): string =>
  'group' in meant ? `group:${meant.group}` : `unit:${meant.units[0] ?? ''}`;

function meantBy(value: string): MeantByName | undefined {
  const [kind = '', ...rest] = value.split(':');
  const id = rest.join(':');
  if (kind === 'unit') return { units: [id] };
  return kind === 'group' ? { group: id } : undefined;
}
