import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../frame/controls.tsx';
import type { Standing } from './model/standing.ts';
import { useText } from './text/text.ts';

interface PublishDialogProps {
  year: number;
  /** Whether no list of the year is published yet. */
  first: boolean;
  standing: Standing & { kind: 'ready' };
  aliases: number;
  optional: number;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says once more what publishing will do, and asks. */
export function PublishDialog(props: PublishDialogProps) {
  const { text } = useText();
  const { year, first, standing, aliases, optional, onConfirm, onClose } = props;
  const { counts, losing, settings } = standing;
  const self = useRef<HTMLDialogElement>(null);
  useEffect(() => self.current?.showModal(), []);
  return (
    <dialog ref={self} class="ask" aria-labelledby="ask-heading" onClose={onClose}>
      <h2 id="ask-heading">{text.publish.heading(year)}</h2>
      <p>
        {text.publish.counts(counts.added + counts.returned, counts.changed, counts.moved, counts.gone)}{' '}
        {first ? text.publish.first : text.publish.again}
      </p>
      {losing.arrangements > 0 && (
        <p class="late">{text.publish.losing(losing.arrangements, losing.submissions)}</p>
      )}
      {settings && <p>{text.publish.settings}</p>}
      {aliases > 0 && <p>{text.publish.aliases(aliases)}</p>}
      {optional > 0 && <p class="quiet">{text.publish.optional(optional)}</p>}
      <div class="ask-acts">
        <Button onClick={() => self.current?.close()}>{text.publish.cancel}</Button>
        <Button look="primary" onClick={onConfirm}>
          {text.publish.confirm}
        </Button>
      </div>
    </dialog>
  );
}
