import { useMemo, useRef, useState } from 'preact/hooks';
import type { Me } from '../../../shared/wire/me.ts';
import { useText } from '../../controls/useText.ts';
import { Intake } from './intake.tsx';
import { listsApi, type Reading } from './listsApi.ts';
import type { ListDocument } from './model/documents.ts';
import { listsText } from './text.ts';
import { Workspace } from './workspace.tsx';

/** What is looked at: a reading, and where it came from. */
export interface Source {
  /** The file's name; `null` for what was pasted. */
  name: string | null;
  /** Whether it is the published list itself. */
  stored: boolean;
  reading: Reading;
}

type State =
  | { at: 'intake'; problem: unknown }
  | { at: 'reading'; name: string | null }
  | { at: 'work'; source: Source };

/** From a document to a reading, and from there to what can be done with it. */
export function Lists({ accessKey, me }: { accessKey: string; me: Me }) {
  const { text } = useText(listsText);
  const api = useMemo(() => listsApi(accessKey), [accessKey]);
  const [state, setState] = useState<State>({ at: 'intake', problem: null });
  /** Counts what was asked for: an answer to an earlier document comes too late. */
  const turn = useRef(0);

  async function open(name: string | null, stored: boolean, read: () => Promise<Reading>): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setState({ at: 'reading', name });
    const next = await read().then(
      (reading): State => ({ at: 'work', source: { name, stored, reading } }),
      (problem: unknown): State => ({ at: 'intake', problem }),
    );
    if (mine === turn.current) setState(next);
  }
  const openDocument = (document: ListDocument, year: number | null) =>
    void open(document.name, false, () => api.read(document, year));
  const openStored = (year: number) =>
    void open(text.intake.stored(year), true, async () => ({
      taskList: await api.stored(year),
      ...{ diagnostics: [], gathered: [], names: [] },
    }));

  if (state.at === 'work')
    return (
      <Workspace
        key={turn.current}
        api={api}
        admin={me.role === 'admin'}
        source={state.source}
        onAnother={() => setState({ at: 'intake', problem: null })}
        onUndone={() => {
          if (state.source.stored) openStored(state.source.reading.taskList.year);
        }}
      />
    );
  return (
    <Intake
      me={me}
      busy={state.at === 'reading' ? text.reading(state.name) : null}
      problem={state.at === 'intake' ? state.problem : null}
      onDocument={openDocument}
      onStored={openStored}
    />
  );
}
