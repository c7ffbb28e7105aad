import { useState } from 'preact/hooks';
import type { UnknownName } from '../../../../shared/names/nameChoice.ts';
import type { MeantByName } from '../../../../shared/taskList/listSettings.ts';
import { Button } from '../../../controls/button.tsx';
import { useText } from '../../../controls/useText.ts';
import { ProblemBar } from '../../shared/keyed/problemBar.tsx';
import type { ListsApi, VersionedRoster } from '../listsApi.ts';
import { askedNames, type NameAnswers } from '../model/names.ts';
import './names.css';
import { NameRowChoice } from './nameRow.tsx';
import { namesText } from './text.ts';

interface NamesPanelProps {
  api: ListsApi;
  /** Whether the key may write the roster. */
  admin: boolean;
  names: readonly UnknownName[];
  looked: VersionedRoster;
  answers: NameAnswers;
  onAnswers: (answers: NameAnswers) => void;
  /** Who is meant in this list alone. */
  meant: Readonly<Record<string, MeantByName>>;
  onMeant: (name: string, meant: MeantByName | undefined) => void;
  /** How many names this list has brought into the roster. */
  written: number;
  onWritten: (count: number) => void;
  /** The roster is another by now. */
  onAgain: () => void;
  onPlace: (place: string) => void;
}

/** Every name that the roster does not know, once, with a proposal; one confirmation writes them into the roster. */
export function NamesPanel(props: NamesPanelProps) {
  const { api, admin, names, looked, answers, meant, written } = props;
  const { text } = useText(namesText);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const asked = askedNames(names, answers, meant, looked.roster);
  const count = Object.keys(asked.chosen).length;
  /** What may be called by another name, or be a member: what is a unit or a group of its own. */
  const others = Object.entries(asked.chosen).flatMap(([name, { kind }]) =>
    kind === 'alias' ? [] : [{ name, kind }],
  );

  async function confirm(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await api.changeRoster(asked.roster, looked.version);
      props.onWritten(count);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      {written > 0 && (
        <p class="good" role="status">
          {text.written(written)}
        </p>
      )}
      <p class="quiet">{names.length === 0 ? text.allKnown : text.intro}</p>
      {problem !== null && (
        <ProblemBar
          problem={problem}
          againName={text.again}
          again={() => {
            setProblem(null);
            props.onAgain();
          }}
        />
      )}
      {names.length > 0 && (
        <div class="names-acts" aria-busy={busy}>
          {admin ? (
            <Button
              look="primary"
              disabled={busy || count === 0 || asked.faults > 0}
              onClick={() => void confirm()}
            >
              {busy ? text.writing : text.confirm(count)}
            </Button>
          ) : (
            <span class="quiet">{text.notAdmin}</span>
          )}
          <span role="status">
            {asked.faults > 0 && <span class="late">{text.faulty(asked.faults)}</span>}{' '}
            {asked.left > 0 && <span class="quiet">{text.left(asked.left)}</span>}
          </span>
        </div>
      )}
      {asked.parts.map(({ part, rows }) => (
        <section key={part} class="names" aria-label={text.parts[part](rows.length)}>
          <h3>{text.parts[part](rows.length)}</h3>
          <p class="quiet">{text.partHints[part]}</p>
          {rows.map((row) => (
            <NameRowChoice
              key={row.name}
              row={row}
              others={others.filter(({ name }) => name !== row.name)}
              roster={looked.roster}
              onAnswer={(answer) => {
                props.onMeant(row.name, undefined);
                props.onAnswers({ ...answers, [row.name]: answer });
              }}
              onMeant={(who) => props.onMeant(row.name, who)}
              onPlace={props.onPlace}
            />
          ))}
        </section>
      ))}
    </>
  );
}
