import { useRef, useState } from 'preact/hooks';
import { columnOf } from '../../shared/row/columns.ts';
import type { CellValue, RowField } from '../../shared/row/row.ts';
import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { Jump } from '../controls/jump.tsx';
import { Section } from '../controls/section.tsx';
import { TextArea } from '../controls/textArea.tsx';
import { TextInput } from '../controls/textInput.tsx';
import { Unfolded } from '../controls/unfolded.tsx';
import { useText } from '../controls/useText.ts';
import { shown, type RowState } from '../flows/ledger.ts';
import type { Choice } from '../flows/planDecide.ts';
import type { Standing } from '../flows/standing.ts';
import { fieldName, RowTitle, rowName, valueText } from './names.tsx';
import { usePane } from './paneContext.ts';
import { tally } from './summary.ts';
import { paneText } from './text.ts';

/** What two people changed differently: base, mine and theirs side by side. Nothing is chosen beforehand. */
export function Conflicts() {
  const { view } = usePane();
  const { text } = useText(paneText);
  const { conflicts } = tally(view);
  if (conflicts.length === 0 || !view.ledger) return null;
  return (
    <Section title={text.conflicts.heading} count={conflicts.length}>
      <p class="tz-hint">{text.conflicts.intro}</p>
      <ul class="tz-list-plain" aria-label={text.conflicts.heading}>
        {conflicts.map((standing) => {
          const state = view.ledger!.rows.get(standing.key)!;
          return (
            <li class="tz-finding tz-conflict" key={standing.key}>
              <RowTitle row={state.server} />
              {state.conflict!.fields.map((field) => (
                <ConflictField key={field} field={field} state={state} standing={standing} />
              ))}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

const longest = 500;

function ConflictField({ field, state, standing }: { field: RowField; state: RowState; standing: Standing }) {
  const { view, session } = usePane();
  const { text, language } = useText(paneText);
  const [typed, setTyped] = useState<string | null>(null);
  const opened = useRef(false);
  const name = fieldName(field, view.ledger!, language);
  const label = `${rowName(state.server, language)} ${name}`;
  const decide = (choice: Choice) => void session.decideField(standing.key, field, choice);
  const use = () => {
    if (typed !== null && typed.trim() !== '') decide({ take: 'typed', value: asCell(field, typed) });
  };
  const type = (words: string | null) => {
    opened.current = true;
    setTyped(words);
  };
  const sides: [string, string][] = [
    [text.conflicts.base, valueText(state.conflict!.base?.[field], text)],
    [text.conflicts.mine, valueText(standing.raw[field], text)],
    [text.conflicts.theirs, valueText(shown(state.server).values[field], text)],
  ];
  // Her cell is as it was: what differs is said of one of the indicators that share it.
  const isShared = state.conflict!.base !== null && sides[0]![1] === sides[1]![1];
  return (
    <div class="tz-field" role="group" aria-label={label}>
      <Jump onClick={() => void session.select(standing.key, field)}>{name}</Jump>
      {isShared && <p class="tz-hint">{text.conflicts.shared}</p>}
      <dl class={sides.some(([, value]) => value.length > 12) ? 'tz-sides tz-long' : 'tz-sides'}>
        {sides.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Actions>
        <Button small label={`${text.conflicts.takeMine} ${name}`} onClick={() => decide({ take: 'mine' })}>
          {text.conflicts.takeMine}
        </Button>
        <Button
          small
          label={`${text.conflicts.takeTheirs} ${name}`}
          onClick={() => decide({ take: 'theirs' })}
        >
          {text.conflicts.takeTheirs}
        </Button>
        {typed === null && (
          <Button
            small
            look="subtle"
            label={`${text.conflicts.typed} ${name}`}
            focused={opened.current}
            onClick={() => type(String(standing.raw[field] ?? ''))}
          >
            {text.conflicts.typed}
          </Button>
        )}
      </Actions>
      {typed !== null && (
        <Unfolded class="tz-typed" onClose={() => type(null)}>
          {columnOf(field).short ? (
            <TextInput
              focused
              label={text.conflicts.typedFor(name)}
              value={typed}
              onInput={setTyped}
              onEnter={use}
            />
          ) : (
            <TextArea
              label={text.conflicts.typedFor(name)}
              longest={longest}
              value={typed}
              onInput={setTyped}
            />
          )}
          <Actions>
            <Button small look="primary" disabled={typed.trim() === ''} onClick={use}>
              {text.conflicts.use}
            </Button>
            <Button small look="subtle" onClick={() => type(null)}>
              {text.actions.cancel}
            </Button>
          </Actions>
        </Unfolded>
      )}
    </div>
  );
}

/** A count goes into the sheet as a number, as if it had been typed there. */
function asCell(field: RowField, typed: string): CellValue {
  const words = typed.trim();
  return columnOf(field).holds === 'count' && /^\d{1,9}$/.test(words) ? Number(words) : words;
}
