import { useState } from 'preact/hooks';
import { useText } from '../../controls/useText.ts';
import { listsText } from './text.ts';

/** A unit or a group that can be chosen. */
export interface Pickable {
  value: string;
  name: string;
  /** How many members, of a group. */
  members?: number;
}

interface UnitPickerProps {
  label: string;
  all: readonly Pickable[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** Of more than these a person looks one up by its name. */
const many = 24;

/** Several units and groups at once: a box to tick for each, and what is ticked said above. */
export function UnitPicker({ label, all, chosen, onChoose }: UnitPickerProps) {
  const { text } = useText(listsText);
  const [words, setWords] = useState('');
  const names = new Map(all.map(({ value, name }) => [value, name]));
  const shown = all.filter(({ name }) => name.includes(words.trim()));
  const choose = (value: string, isChosen: boolean): void =>
    onChoose([...new Set([...chosen, value])].filter((each) => isChosen || each !== value));
  return (
    <div class="picker" role="group" aria-label={label}>
      <p class="picked" role="status">
        {chosen.length === 0
          ? text.decisions.nonePicked
          : text.decisions.picked(chosen.map((each) => names.get(each) ?? each))}
      </p>
      {all.length > many && (
        <input
          type="search"
          value={words}
          aria-label={text.decisions.findUnit}
          placeholder={text.decisions.findUnit}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div class="picks">
        {shown.map(({ value, name, members }) => (
          <label key={value} class="month">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => choose(value, event.currentTarget.checked)}
            />
            <span>
              {name}
              {members !== undefined && <small> {text.decisions.members(members)}</small>}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
