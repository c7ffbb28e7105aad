import { useState } from 'preact/hooks';
import type { Roster } from '../../../shared/roster/roster.ts';
import { Option } from '../../controls/option.tsx';
import { useText } from '../../controls/useText.ts';
import type { AssignedDecision } from './model/decisions.ts';
import { Places } from './places.tsx';
import { listsText } from './text.ts';
import { type Pickable, UnitPicker } from './unitPicker.tsx';

interface AssignedChoiceProps {
  decision: AssignedDecision;
  roster: Roster | null;
  onChoose: (names: string[] | 'open') => void;
  onPlace: (place: string) => void;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Whose some arrangements are: all units of the task, those of their row, or any of the roster. */
export function AssignedChoice({ decision, roster, onChoose, onPlace }: AssignedChoiceProps) {
  const { text } = useText(listsText);
  const { places, task, row, decided } = decision;
  const [picks, setPicks] = useState(decided !== undefined && decided.length > 0 && !isSame(decided, row));
  const name = `assigned-${places[0] ?? ''}`;
  const option = (label: string, isChosen: boolean, act: () => void) => (
    <Option choice={name} checked={isChosen} onChange={act}>
      {label}
    </Option>
  );
  const set = (names: string[] | 'open', others = false) => {
    setPicks(others);
    onChoose(names);
  };
  const picker = (
    <UnitPicker
      label={text.decisions.pickUnits}
      all={pickable(roster)}
      chosen={decided ?? []}
      onChoose={(names) => onChoose(names.length === 0 ? 'open' : names)}
    />
  );
  return (
    <fieldset class="decision">
      <legend>
        <span class="code">{places.join('、')}</span> <span lang="zh-Hans">{task.name}</span>
      </legend>
      {row.length === 0 ? (
        <>
          <p class="quiet">{text.decisions.noUnits}</p>
          {picker}
        </>
      ) : (
        <>
          <p class="quiet">{text.decisions.rowUnits(row.join('、'))}</p>
          {option(text.decisions.ofTask(task.units.join('、')), !picks && decided?.length === 0, () =>
            set([]),
          )}
          {option(
            text.decisions.ofRow(row.join('、')),
            !picks && decided !== undefined && isSame(decided, row),
            () => set(row),
          )}
          {option(text.decisions.ofOthers, picks, () => set('open', true))}
          {picks && picker}
          {option(text.decisions.openUnits, !picks && decided === undefined, () => set('open'))}
        </>
      )}
      <Places places={places} onPlace={onPlace} />
    </fieldset>
  );
}

/** Groups first, then units, by the names that the roster gives them. */
function pickable(roster: Roster | null): Pickable[] {
  return [
    ...(roster?.groups ?? []).map(({ name, members }) => ({ value: name, name, members: members.length })),
    ...(roster?.units ?? []).map(({ name }) => ({ value: name, name })),
  ];
}
