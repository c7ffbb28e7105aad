import { useMemo, useRef, useState } from 'preact/hooks';
import type { ProseLevels } from '../../../shared/import/prose/levels.ts';
import type { ListHead, SaidColumns } from '../../../shared/columns/listHead.ts';
import type { Me } from '../../../shared/wire/me.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useText } from '../../controls/useText.ts';
import { HeadStrip } from './headStrip.tsx';
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

/** The header of what was read, and how it is read again. */
interface Headed {
  head: ListHead;
  document: ListDocument;
  year: number | null;
}

/** From a document to a reading, and from there to what can be done with it. */
export function Lists({ accessKey, me }: { accessKey: string; me: Me }) {
  const { text } = useText(listsText);
  const api = useMemo(() => listsApi(accessKey), [accessKey]);
  const [state, setState] = useState<State>({ at: 'intake', problem: null });
  const [headed, setHeaded] = useState<Headed | null>(null);
  /** Whether it is read again, with other columns. */
  const [again, setAgain] = useState(false);
  /** Counts what was asked for: an answer to an earlier document comes too late. */
  const turn = useRef(0);

  async function open(
    { name, ...source }: Omit<Source, 'reading'>,
    read: () => Promise<Reading>,
  ): Promise<Reading | ApiProblem | null> {
    turn.current += 1;
    const mine = turn.current;
    const [next, answer] = await read().then(
      (reading) => [{ at: 'work', source: { name, ...source, reading } } as State, reading] as const,
      (problem: unknown) =>
        [{ at: 'intake', problem } as State, problem instanceof ApiProblem ? problem : null] as const,
    );
    if (mine !== turn.current) return null;
    setState(next);
    return answer;
  }
  /** Reads a document, and keeps its header where it has one, be it refused or not. */
  const openDocument = async (
    document: ListDocument,
    year: number | null,
    said: { levels?: ProseLevels; columns?: SaidColumns } = {},
  ): Promise<void> => {
    const source = { name: document.name, stored: false, document, year };
    const answer = await open(source, () => api.read(document, year, said));
    if (answer !== null) setHeaded((before) => headedOf(answer.head, before, { document, year }));
    setAgain(false);
  };
  const openAnew = (document: ListDocument, year: number | null, levels: ProseLevels = {}): void => {
    setHeaded(null);
    setState({ at: 'reading', name: document.name });
    void openDocument(document, year, { levels });
  };
  const openStored = (year: number): void => {
    setHeaded(null);
    const source = { name: text.intake.stored(year), stored: true, document: null, year };
    setState({ at: 'reading', name: source.name });
    void open(source, async () => ({
      taskList: await api.stored(year),
      ...{ diagnostics: [], gathered: [], names: [], head: null },
    }));
  };

  return (
    <>
      {headed && state.at !== 'reading' && (
        <HeadStrip
          head={headed.head}
          refused={state.at === 'intake'}
          busy={again}
          onSay={(columns) => {
            setAgain(true);
            void openDocument(headed.document, headed.year, { columns });
          }}
        />
      )}
      {state.at === 'work' ? (
        <Workspace
          key={headed ? headed.document : turn.current}
          api={api}
          admin={me.role === 'admin'}
          source={state.source}
          onAnother={() => {
            setHeaded(null);
            setState({ at: 'intake', problem: null });
          }}
          onLevels={(levels) => {
            const { document, year } = state.source;
            if (document) openAnew(document, year, levels);
          }}
          onUndone={() => {
            if (state.source.stored) openStored(state.source.reading.taskList.year);
          }}
        />
      ) : (
        <Intake
          me={me}
          busy={state.at === 'reading' ? text.reading(state.name) : null}
          problem={state.at === 'intake' ? state.problem : null}
          onDocument={openAnew}
          onStored={openStored}
          onTemplate={api.template}
        />
      )}
    </>
  );
}

/** The header that is shown: that of the answer, or the one before where a refusal names none. */
function headedOf(head: ListHead | null, before: Headed | null, of: Omit<Headed, 'head'>): Headed | null {
  const shown = head ?? before?.head ?? null;
  return shown && { head: shown, ...of };
}
