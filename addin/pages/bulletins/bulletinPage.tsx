import { useEffect, useState } from 'preact/hooks';
import { numberWords } from '../../../shared/bulletin/number.ts';
import { ApiProblem } from '../../api/problem.ts';
import { LinkButton } from '../../controls/linkButton.tsx';
import { Message } from '../../controls/message.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { BulletinBar } from './bulletinBar.tsx';
import type { Bulletin } from '../../../shared/wire/bulletin.ts';
import type { BulletinEdit } from '../../../shared/wire/bulletinEdit.ts';
import { type Moved, movedBetween, placesOf } from './model/moved.ts';
import { Paper } from './paper.tsx';
import { type BulletinsPart, minuteOf, writes } from './part.ts';
import { bulletinsText } from './text.ts';

/** One bulletin: a draft to be edited and issued, or an issued one to be read and taken along. */
export function BulletinPage({ id, ...part }: BulletinsPart & { id: string }) {
  const { api, me, turn, open } = part;
  const { text } = useText(bulletinsText);
  const loaded = useLoaded(() => api.read(id), [api, id, turn]);
  const [answer, setAnswer] = useState<Bulletin | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [said, setSaid] = useState(part.said);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    setAnswer(loaded.value);
    setMoved(null);
  }, [loaded.value]);
  const back = <LinkButton onClick={() => open(undefined)}>‹ {text.back}</LinkButton>;
  if (answer === null)
    return (
      <>
        <p>{back}</p>
        {loaded.problem === null ? <Loading /> : <ProblemBar problem={loaded.problem} again={loaded.again} />}
      </>
    );
  const { bulletin, content, stale, gone } = answer;
  const isDraft = bulletin.state === 'draft';
  /** What stands now, and how it differs from what was looked at. */
  const readAnew = async () => {
    const now = await api.read(id);
    setMoved(movedBetween(content, now.content));
    setAnswer(now);
  };
  /** Does a step; where another has been faster, what stands now is shown before the problem is told. */
  const step = async (what: () => Promise<void>) => {
    setSaid('');
    setProblem(null);
    try {
      await what();
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 409 || error.status === 412)) await readAnew();
      // What has moved on is marked on the paper, which says it better.
      if (!(error instanceof ApiProblem) || error.code !== 'bulletin-moved-on') throw error;
    }
  };
  const save = (what: Partial<BulletinEdit>, done: string) =>
    step(async () => {
      setAnswer(await api.change(id, bulletin.version, what));
      setSaid(done);
    });
  const issue = () =>
    step(async () => {
      const issued = await api.issue(answer);
      setAnswer(issued);
      setMoved(null);
      const { number, code } = issued.content;
      setSaid(number ? text.issuing.done(numberWords(code, number)) : '');
    });
  const act = (what: () => Promise<void>) => void what().catch(setProblem);
  const places = moved ? placesOf(moved) : 0;
  return (
    <>
      <div class="bulletin-top no-print">
        {back}
        <span class={`state ${bulletin.state}`}>{text.state[bulletin.state]}</span>
        <span class="quiet">
          {bulletin.issuedAt !== null && bulletin.issuedBy !== null
            ? text.issuedBy(bulletin.issuedBy, minuteOf(bulletin.issuedAt))
            : text.draftedBy(bulletin.createdBy, minuteOf(bulletin.createdAt))}
          {' · '}
          {text.asOf(content.asOf)}
        </span>
      </div>
      <BulletinBar answer={answer} issue={issue} {...part} />
      <p role="status" class="said no-print">
        {said}
      </p>
      {problem !== null && <ProblemBar problem={problem} />}
      {content.corrects && (
        <p class="quiet no-print">{text.correctsLine(numberWords(content.code, content.corrects))}</p>
      )}
      <div class="no-print">
        {isDraft && moved !== null && (
          <Message intent="warning">{places > 0 ? text.moved.head(places) : text.moved.headSame}</Message>
        )}
        {isDraft && stale.length > 0 && <Message intent="warning">{text.staleHead(stale.length)}</Message>}
        {gone.length > 0 && (
          <Message intent="info">
            {text.gone}
            <ul>
              {gone.map(({ id: of, edited }) => (
                <li key={of}>{edited}</li>
              ))}
            </ul>
          </Message>
        )}
      </div>
      <Paper content={content} editing={isDraft && writes(me) ? { save, act, stale, moved } : null} />
    </>
  );
}
