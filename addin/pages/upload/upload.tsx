import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CellValue } from '../../../shared/row/row.ts';
import type { WorkbookAnswers } from '../../../shared/wire/workbookAnswers.ts';
import type { WorkbookOutcome } from '../../../shared/wire/workbookOutcome.ts';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { browserKeyStore } from '../../api/keyStore.ts';
import { asProblem } from '../../api/problem.ts';
import { followTheme } from '../../controls/theme.ts';
import { useText } from '../../controls/useText.ts';
import { takeKeyFromAddress } from '../../api/keyInAddress.ts';
import { KeyedPage, type Opened } from '../shared/keyed/keyedPage.tsx';
import '../shared/keyed/keyed.css';
import { progressApi } from '../shared/progress/progressApi.ts';
import { saveFile } from '../shared/tables/saveFile.ts';
import { Answer } from './answer.tsx';
import { Due } from './due.tsx';
import { Intake } from './intake.tsx';
import { answeredWith, confirmed, itemsOf, saidOf, saidOfSheet } from './items.ts';
import { Proposed } from './proposed.tsx';
import { uploadText } from './text.ts';
import { uploadApi, type ChosenFile } from './uploadApi.ts';
import './upload.css';

/** The page on which a unit hands in its own file. The key is that of the link (`#key=tz_…`), or the one that is kept on this computer. */
export function mountUpload(element: HTMLElement): void {
  const keys = browserKeyStore('');
  const unit = new URLSearchParams(location.search).get('unit');
  followTheme();
  render(
    <KeyedPage
      given={takeKeyFromAddress() ?? keys.read(unit)}
      text={uploadText}
      audience="unit"
      onKept={(accepted) => {
        if (accepted?.me.unit) keys.write(accepted.accessKey, accepted.me.unit.id);
        else keys.clear(unit);
      }}
    >
      {(opened) => <Upload {...opened} />}
    </KeyedPage>,
    element,
  );
}

/** Where she is: choosing, being shown what was read, or answered. */
interface State {
  file: ChosenFile | null;
  answers: WorkbookAnswers;
  proposal: WorkbookProposal | null;
  outcome: WorkbookOutcome | null;
}

const nothing: State = { file: null, answers: {}, proposal: null, outcome: null };

function Upload({ accessKey, me }: Opened) {
  const { text } = useText(uploadText);
  const api = useMemo(() => uploadApi(accessKey), [accessKey]);
  const progress = useMemo(() => progressApi(accessKey), [accessKey]);
  const [state, setState] = useState<State>(nothing);
  const [drafted, setDrafted] = useState<ReadonlyMap<string, CellValue>>(new Map());
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [again, setAgain] = useState<(() => void) | undefined>();
  const [turn, setTurn] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const { file, answers, proposal, outcome } = state;

  useEffect(() => {
    // Who reads by ear or by keyboard goes on where the new part begins.
    if (proposal !== null || outcome !== null)
      place.current?.querySelector<HTMLElement>('.result-head')?.focus();
  }, [proposal === null, outcome === null]);

  /** Does something of the server's; what goes wrong is told, with a way to try it again. */
  const act = async (words: string, work: () => Promise<void>): Promise<void> => {
    setBusy(words);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error);
      // A file that is refused is refused again.
      const { retryable, status } = asProblem(error);
      setAgain(retryable || status === 409 ? () => () => void act(words, work) : undefined);
    }
    setBusy(null);
  };
  const read = (chosen: ChosenFile, said: WorkbookAnswers, words: string) =>
    act(words, async () => {
      const read = await api.propose(chosen, said);
      // In one go: what is shown is never shown as if it were still being read.
      setBusy(null);
      setState({ file: chosen, answers: said, proposal: read, outcome: null });
      setDrafted(new Map());
    });
  const choose = (chosen: ChosenFile) => {
    setState(nothing);
    void read(chosen, {}, text.reading(chosen.name));
  };

  if (outcome !== null && file !== null)
    return (
      <div ref={place}>
        <Answer
          outcome={outcome}
          onFile={() => api.marked(file, answers)}
          onMore={() => {
            setState(nothing);
            setTurn(turn + 1);
          }}
        />
      </div>
    );
  if (proposal !== null && file !== null) {
    const items = itemsOf(proposal);
    return (
      <div ref={place}>
        <Proposed
          {...{ proposal, items, drafted, busy, problem, again }}
          onDraft={(name, value) => setDrafted(new Map(drafted).set(name, value))}
          onConfirm={() => void read(file, answeredWith(answers, items, drafted), text.checking)}
          onSaid={(said) => void read(file, saidOf(answers, said), text.checking)}
          onSaidOfSheet={(said) => void read(file, saidOfSheet(answers, said), text.checking)}
          onAnother={() => {
            setProblem(null);
            setState(nothing);
          }}
          onSend={() => {
            // The id stays with the act: sent again after a lost answer, it is answered again and not applied twice.
            const sent = confirmed(proposal, answers, crypto.randomUUID());
            void act(text.sending, async () => {
              const told = await api.send(file, sent);
              setState({ file, answers: sent, proposal: null, outcome: told });
            });
          }}
        />
      </div>
    );
  }
  return (
    <div ref={place}>
      <p class="unit-name">{me.unit?.name}</p>
      {busy === null ? (
        <Intake
          {...{ problem, again }}
          onFile={choose}
          onLedger={() =>
            void act(text.checking, async () => {
              saveFile(await api.ledger(me.unit?.id ?? ''));
            })
          }
        />
      ) : (
        <section class="card intake" aria-busy="true">
          <p class="busy" role="status">
            {busy}
          </p>
        </section>
      )}
      <Due api={progress} me={me} year={me.year ?? Number(me.today.slice(0, 4))} turn={turn} />
    </div>
  );
}
