import type { Roster } from '../../shared/roster/roster.ts';
import type { MeantByName } from '../../shared/taskList/listSettings.ts';
import type { UnitDecision } from './model/decisions.ts';
import { useText } from './text/text.ts';

interface UnitChoiceProps {
  decision: UnitDecision;
  roster: Roster | null;
  onChoose: (meant: MeantByName | undefined) => void;
}

/** Which unit or group of the roster a printed name means. */
export function UnitChoice({ decision, roster, onChoose }: UnitChoiceProps) {
  const { text } = useText();
  const { name, tasks, chosen } = decision;
  return (
    <div class="decision">
      <label class="unit-choice">
        <span>
          {text.decisions.unitOf(name)} <small>{text.decisions.inTasks(tasks.slice(0, 12).join('、'))}</small>
        </span>
        <select
          value={chosen === undefined ? '' : valueOf(chosen)}
          disabled={roster === null}
          onChange={(event) => onChoose(meantBy(event.currentTarget.value))}
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
        </select>
      </label>
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
