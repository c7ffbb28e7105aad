import { useState } from 'preact/hooks';
import type { NameChoice } from '../../../../shared/names/nameChoice.ts';
import { unitKind, type Roster } from '../../../../shared/roster/roster.ts';
import type { MeantByName } from '../../../../shared/taskList/listSettings.ts';
import { useText } from '../../../controls/useText.ts';
import type { NameRow } from '../model/names.ts';
import { Places } from '../places.tsx';
import { UnitPicker } from '../unitPicker.tsx';
import { namesText } from './text.ts';

interface OtherName {
  name: string;
  kind: 'unit' | 'group';
}

interface NameRowProps {
  row: NameRow;
  /** Other names of the list that become units or groups. */
  others: readonly OtherName[];
  roster: Roster;
  onAnswer: (answer: NameChoice | 'open') => void;
  onMeant: (meant: MeantByName | undefined) => void;
  onPlace: (place: string) => void;
}

/** The value by which the choice is known: what it becomes in the roster, or who is meant in this list alone. */
function valueOf({ answer, meant }: NameRow, picks: boolean): string {
  if (picks) return 'several';
  if (meant !== undefined) return 'group' in meant ? `group:${meant.group}` : `unit:${meant.units[0] ?? ''}`;
  if (answer === 'open') return 'open';
  return answer.kind === 'unit' ? `new:${answer.unitKind}` : answer.kind;
}

/** One name: where it stands, and what it is. */
export function NameRowChoice(props: NameRowProps) {
  const { row, others, roster, onAnswer, onMeant, onPlace } = props;
  const { text } = useText(namesText);
  const { name, arrangements, answer, meant, fault } = row;
  const several = meant !== undefined && 'units' in meant ? meant.units : [];
  const [picks, setPicks] = useState(several.length > 1);
  const change = (value: string): void => {
    setPicks(value === 'several');
    const [kind = '', ...rest] = value.split(':');
    const of = rest.join(':');
    if (kind === 'unit') onMeant({ units: [of] });
    else if (kind === 'group' && of !== '') onMeant({ group: of });
    else if (kind === 'several') {
      // Whoever picks several begins with the one that was chosen.
      if (several.length === 0) onAnswer('open');
    } else if (kind === 'new') onAnswer({ kind: 'unit', unitKind: unitKind.parse(of) });
    else if (kind === 'alias') onAnswer({ kind: 'alias', of: '' });
    else if (kind === 'group') onAnswer({ kind: 'group', members: [] });
    else onAnswer('open');
  };
  return (
    <div class="name-row">
      <div class="name-line">
        <label class="name-choice">
          <b lang="zh-Hans" aria-hidden="true">
            {name}
          </b>
          <span class="unseen">{text.what(name)}</span>
          <select value={valueOf(row, picks)} onChange={(event) => change(event.currentTarget.value)}>
            <option value="open">{text.choices.open}</option>
            <optgroup label={text.choices.intoRoster}>
              {unitKind.options.map((kind) => (
                <option key={kind} value={`new:${kind}`}>
                  {text.choices.new[kind]}
                </option>
              ))}
              <option value="alias">{text.choices.alias}</option>
              <option value="group">{text.choices.group}</option>
            </optgroup>
            {roster.units.length > 0 && (
              <optgroup label={text.choices.ofList}>
                {roster.units.map(({ id, name: unit }) => (
                  <option key={id} value={`unit:${id}`}>
                    {unit}
                  </option>
                ))}
              </optgroup>
            )}
            {roster.groups.length > 0 && (
              <optgroup label={text.choices.ofListGroups}>
                {roster.groups.map(({ name: group }) => (
                  <option key={group} value={`group:${group}`}>
                    {group}
                  </option>
                ))}
              </optgroup>
            )}
            {roster.units.length > 1 && <option value="several">{text.choices.several}</option>}
          </select>
        </label>
        <details class="name-places">
          <summary>{text.stands(arrangements.length)}</summary>
          <Places places={arrangements} onPlace={onPlace} />
        </details>
      </div>
      {picks && (
        <UnitPicker
          label={text.severalOf(name)}
          all={roster.units.map(({ id, name: unit }) => ({ value: id, name: unit }))}
          chosen={several}
          onChoose={(next) => onMeant(next.length === 0 ? undefined : { units: next })}
        />
      )}
      {!picks && meant === undefined && answer !== 'open' && answer.kind === 'alias' && (
        <AliasTarget name={name} of={answer.of} others={others} roster={roster} onAnswer={onAnswer} />
      )}
      {!picks && meant === undefined && answer !== 'open' && answer.kind === 'group' && (
        <Members name={name} members={answer.members} others={others} roster={roster} onAnswer={onAnswer} />
      )}
      {fault !== null && (
        <p class="late" role="status">
          {text.faults[fault]}
        </p>
      )}
    </div>
  );
}

interface OfOthers {
  name: string;
  others: readonly OtherName[];
  roster: Roster;
  onAnswer: (answer: NameChoice) => void;
}

/** Whose other name it is. */
function AliasTarget({ name, of, others, roster, onAnswer }: OfOthers & { of: string }) {
  const { text } = useText(namesText);
  const some = (label: string, names: readonly string[]) =>
    names.length > 0 && (
      <optgroup label={label}>
        {names.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </optgroup>
    );
  return (
    <label class="name-more">
      <span>{text.aliasOf(name)}</span>
      <select value={of} onChange={(event) => onAnswer({ kind: 'alias', of: event.currentTarget.value })}>
        <option value="">{text.choose}</option>
        {some(
          text.known,
          roster.units.map((unit) => unit.name),
        )}
        {some(
          text.knownGroups,
          roster.groups.map((group) => group.name),
        )}
        {some(
          text.ofThese,
          others.map((other) => other.name),
        )}
      </select>
    </label>
  );
}

/** The members of a group: of the roster, of the names that are asked, and any that is written down. */
function Members({ name, members, others, roster, onAnswer }: OfOthers & { members: readonly string[] }) {
  const { text } = useText(namesText);
  const fresh = others.flatMap((other) => (other.kind === 'unit' ? [other.name] : []));
  const listed = [...new Set([...roster.units.map((unit) => unit.name), ...fresh])];
  const [written, setWritten] = useState(members.filter((each) => !listed.includes(each)).join('\n'));
  const ticked = members.filter((each) => listed.includes(each));
  const set = (chosen: readonly string[], lines: string): void => {
    const further = lines.split(/[\n、，,；;]/u).flatMap((line) => line.trim() || []);
    onAnswer({ kind: 'group', members: [...new Set([...chosen, ...further])] });
  };
  return (
    <div class="name-more">
      {listed.length > 0 && (
        <UnitPicker
          label={text.membersOf(name)}
          all={listed.map((each) => ({ value: each, name: each }))}
          chosen={ticked}
          onChoose={(chosen) => set(chosen, written)}
        />
      )}
      <label class="field">
        <span class="quiet">{text.further}</span>
        <textarea
          rows={2}
          aria-label={text.furtherOf(name)}
          value={written}
          onInput={(event) => {
            setWritten(event.currentTarget.value);
            set(ticked, event.currentTarget.value);
          }}
        />
      </label>
    </div>
  );
}
