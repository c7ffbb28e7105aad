import { useState } from 'preact/hooks';
import { periodWords } from '../../../shared/calendar/periodWords.ts';
import type { WorkbookOutcome } from '../../../shared/wire/workbookOutcome.ts';
import { Button } from '../../controls/button.tsx';
import { Message } from '../../controls/message.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import type { GivenFile } from '../shared/tables/fileApi.ts';
import { saveFile } from '../shared/tables/saveFile.ts';
import { placeOf } from './places.ts';
import { uploadText } from './text.ts';

interface AnswerProps {
  outcome: WorkbookOutcome;
  onFile: () => Promise<GivenFile>;
  onMore: () => void;
}

const taken = ['applied', 'merged', 'unchanged'];

/** What was taken and what not, with the file to take back. */
export function Answer({ outcome, onFile, onMore }: AnswerProps) {
  const { text, language } = useText(uploadText);
  const [problem, setProblem] = useState<unknown>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const refused = outcome.reports.filter((each) => !taken.includes(each.outcome));
  const good = outcome.reports.filter((each) => taken.includes(each.outcome));
  const take = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setSaved(saveFile(await onFile()));
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  const line = (each: WorkbookOutcome['reports'][number]) => (
    <li key={each.key}>
      <span class="quiet">{text.ofSheet(each.sheet, placeOf(each, text))}</span>{' '}
      <span class="code">{each.arrangement}</span> {periodWords(each.period, language)}：{each.said[language]}
    </li>
  );
  return (
    <section class="card answer">
      <h2 tabIndex={-1} class="result-head">
        {text.done}
      </h2>
      <Message intent={refused.length === 0 ? 'success' : 'warning'}>
        {text.taken(good.length)}。{refused.length === 0 ? text.allTaken : text.notTaken(refused.length)}
      </Message>
      {refused.length > 0 && (
        <>
          <h3>{text.notTakenHead}</h3>
          <ul>{refused.map(line)}</ul>
        </>
      )}
      {!outcome.file.isMarked && (
        <p>
          {text.notMarked}
          {outcome.file.why?.[language]}
        </p>
      )}
      {problem !== null && <ProblemBar problem={problem} />}
      <div class="upload-acts">
        <Button look="primary" waiting={busy} onClick={() => void take()}>
          {text.getFile}
        </Button>
        <Button onClick={onMore}>{text.more}</Button>
        <a href={`/unit?unit=${encodeURIComponent(outcome.unit.id)}`}>{text.toUnit}</a>
      </div>
      {saved !== null && <p role="status">{text.gotFile(saved)}</p>}
      {outcome.remembered !== null && <p class="quiet">{text.nextTime}</p>}
      {good.length > 0 && (
        <details>
          <summary>{text.takenHead(good.length)}</summary>
          <ul>{good.map(line)}</ul>
        </details>
      )}
    </section>
  );
}
