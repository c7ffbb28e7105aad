import { useEffect, useRef, useState } from 'preact/hooks';
import type { Roster } from '../../../shared/roster/roster.ts';
import type { MintedKey } from '../../../shared/wire/mintedKey.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { bureauKeys, endOfDay } from './model/keyRows.ts';
import type { RosterApi } from './rosterApi.ts';
import { rosterText } from './text.ts';

interface IssueProps {
  api: RosterApi;
  roster: Roster;
  /** The unit that is chosen first; `bureau-keys`: the bureau. */
  first: string;
  /** The list that a clerk's link opens. */
  year: number;
  onIssued: () => void;
  onClose: () => void;
}

const bureauRoles = ['officer', 'admin', 'viewer'] as const;

/** Issues a key to a person, and shows it once. */
export function IssueDialog({ api, roster, first, year, onIssued, onClose }: IssueProps) {
  const { text } = useText(rosterText);
  const [unit, setUnit] = useState(first);
  const [role, setRole] = useState<(typeof bureauRoles)[number]>('officer');
  const [holder, setHolder] = useState('');
  const [until, setUntil] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [minted, setMinted] = useState<MintedKey | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const place = roster.units.find(({ id }) => id === unit)?.name ?? text.bureau;
  const issue = () => {
    const name = holder.trim();
    setProblem(null);
    setFault(name === '' ? text.holderMissing : null);
    if (name === '') {
      field.current?.focus();
      return;
    }
    const common = { holder: name, label: '', ...(until === '' ? {} : { expiresAt: endOfDay(until) }) };
    api
      .issue(unit === bureauKeys ? { role, ...common } : { role: 'reporter', unit, ...common })
      .then((key) => {
        setMinted(key);
        onIssued();
      }, setProblem);
  };
  return (
    <Dialog class="ask issue" labelledBy="issue-heading" onClose={onClose}>
      {(close) =>
        minted ? (
          <Minted minted={minted} place={place} year={year} onClose={close} />
        ) : (
          <>
            <h2 id="issue-heading">{text.issue}</h2>
            <Select
              label={text.place}
              value={unit}
              options={[
                { value: bureauKeys, name: text.bureau },
                ...roster.units.map(({ id, name }) => ({ value: id, name })),
              ]}
              onChange={setUnit}
            />
            {unit === bureauKeys && (
              <Select
                label={text.role}
                value={role}
                options={bureauRoles.map((each) => ({
                  value: each,
                  name: `${text.roles[each]}：${text.roleHints[each]}`,
                }))}
                onChange={(next) => setRole(bureauRoles.find((each) => each === next) ?? 'officer')}
              />
            )}
            <label class="until">
              <span>{text.holder}</span>
              <input
                ref={field}
                value={holder}
                maxLength={40}
                autocomplete="off"
                aria-invalid={fault !== null}
                onInput={(event) => {
                  setHolder(event.currentTarget.value);
                  setFault(null);
                }}
                onKeyDown={(event) => {
                  // Enter also ends the choosing of a Chinese character.
                  if (event.key === 'Enter' && !event.isComposing) issue();
                }}
              />
            </label>
            {fault && (
              <p class="warn" role="alert">
                {fault}
              </p>
            )}
            <label class="until">
              <span>{text.until}</span>
              <input type="date" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
            </label>
            {problem !== null && <ProblemBar problem={problem} />}
            <Actions>
              <Button onClick={close}>{text.leave}</Button>
              <Button look="primary" onClick={issue}>
                {text.issue}
              </Button>
            </Actions>
          </>
        )
      }
    </Dialog>
  );
}

interface MintedProps {
  minted: MintedKey;
  place: string;
  year: number;
  onClose: () => void;
}

/** The key, this once, with what is sent to its person. */
function Minted({ minted, place, year, onClose }: MintedProps) {
  const { text } = useText(rosterText);
  const [said, setSaid] = useState('');
  const { origin } = location;
  const message =
    minted.unit === null
      ? text.bureauMessage(minted.holder, `${origin}/bureau#key=${minted.key}`)
      : text.message(
          minted.holder,
          place,
          `${origin}/workbook?unit=${minted.unit}&list=${year}#key=${minted.key}`,
          `${origin}/help`,
        );
  const copy = (words: string) => void navigator.clipboard.writeText(words).then(() => setSaid(text.copied));
  return (
    <>
      <h2 id="issue-heading">{text.minted(minted.holder)}</h2>
      <p class="late">{text.once}</p>
      <p class="minted">
        <code>{minted.key}</code>
      </p>
      <p class="message-preview">{message}</p>
      <Actions>
        <Button onClick={() => copy(minted.key)}>{text.copyKey}</Button>
        <Button onClick={() => copy(message)}>{text.copyMessage}</Button>
        <Button look="primary" onClick={onClose}>
          {text.done}
        </Button>
        <span role="status" class="quiet">
          {said}
        </span>
      </Actions>
    </>
  );
}
