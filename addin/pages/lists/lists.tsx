import { useMemo, useRef, useState } from 'preact/hooks';
import type { ProseLevels } from '../../../shared/import/prose/levels.ts';
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
  /** What was read; `null` for the published list. */
  document: ListDocument | null;
  /** The year that it was read for, where one was asked for. */
  year: number | null;
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

  async function open(
    { name, ...source }: Omit<Source, 'reading'>,
    read: () => Promise<Reading>,
  ): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setState({ at: 'reading', name });
    const next = await read().then(
      (reading): State => ({ at: 'work', source: { name, ...source, reading } }),
      (problem: unknown): State => ({ at: 'intake', problem }),
    );
    if (mine === turn.current) setState(next);
  }
  const openDocument = (document: ListDocument, year: number | null, levels: ProseLevels = {}) =>
    void open({ name: document.name, stored: false, document, year }, () => api.read(document, year, levels));
  const openStored = (year: number) =>
    void open({ name: text.intake.stored(year), stored: true, document: null, year }, async () => ({
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
        onLevels={(levels) => {
          const { document, year } = state.source;
          if (document) openDocument(document, year, levels);
        }}
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
      onTemplate={api.template}
    />
  );
}
