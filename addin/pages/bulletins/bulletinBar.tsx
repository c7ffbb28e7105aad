import { useState } from 'preact/hooks';
import { numberWords } from '../../../shared/bulletin/number.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import type { Bulletin } from '../../../shared/wire/bulletin.ts';
import { Confirm } from '../shared/keyed/confirm.tsx';
import { type BulletinsPart, writes } from './part.ts';
import { TakeBar } from './takeBar.tsx';
import { bulletinsText } from './text.ts';

interface BulletinBarProps extends BulletinsPart {
  answer: Bulletin;
  issue: () => Promise<void>;
}

/** What can be done with a bulletin; each step says what it means before it is taken. */
export function BulletinBar({ answer, issue, api, me, year, open }: BulletinBarProps) {
  const { text } = useText(bulletinsText);
  const [asked, setAsked] = useState<'issue' | 'delete' | 'correct' | null>(null);
  const { bulletin, content, stale } = answer;
  const isDraft = bulletin.state === 'draft';
  const close = () => setAsked(null);
  const number = content.number ? numberWords(content.code, content.number) : '';
  const correct = async () => {
    const { preset, period, from, to } = bulletin;
    const days = period === null ? { from, to } : { period };
    const made = await api.draft({ year, preset, ...days, corrects: bulletin.id });
    open(made.bulletin.id);
  };
  const remove = async () => {
    await api.remove(bulletin.id);
    open(undefined, text.deleting.done);
  };
  return (
    <div class="bulletin-bar no-print" role="group" aria-label={text.actions}>
      {isDraft && writes(me) && (
        <Button look="primary" onClick={() => setAsked('issue')}>
          {text.issue}
        </Button>
      )}
      <TakeBar api={api} id={bulletin.id} title={content.title} />
      <Button small look="subtle" onClick={() => print()}>
        {text.print}
      </Button>
      {writes(me) && (
        <span class="apart">
          <Button small look="subtle" onClick={() => setAsked(isDraft ? 'delete' : 'correct')}>
            {isDraft ? text.delete : text.correct}
          </Button>
        </span>
      )}
      {asked === 'issue' && (
        <Confirm
          heading={text.issuing.heading}
          confirm={text.issuing.confirm}
          leave={text.issuing.leave}
          onConfirm={issue}
          onClose={close}
        >
          <p class="issued-title">{content.title}</p>
          <ul>
            <li>{text.issuing.state(content.asOf)}</li>
            <li>{text.issuing.number}</li>
            <li>{text.issuing.fixed}</li>
            <li>{text.issuing.seen}</li>
            <li>{text.issuing.wrong}</li>
            <li>{text.issuing.by(me.holder)}</li>
          </ul>
          {stale.length > 0 && <p class="late">{text.issuing.stale(stale.length)}</p>}
        </Confirm>
      )}
      {asked === 'delete' && (
        <Confirm
          heading={text.deleting.heading}
          confirm={text.deleting.confirm}
          leave={text.leaveDialog}
          onConfirm={remove}
          onClose={close}
        >
          <p>{text.deleting.what}</p>
        </Confirm>
      )}
      {asked === 'correct' && (
        <Confirm
          heading={text.correcting.heading(number)}
          confirm={text.correcting.confirm}
          leave={text.leaveDialog}
          onConfirm={correct}
          onClose={close}
        >
          <p>{text.correcting.what}</p>
        </Confirm>
      )}
    </div>
  );
}
