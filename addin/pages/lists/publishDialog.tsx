import { useState } from 'preact/hooks';
import { Option } from '../../controls/option.tsx';
import { useText } from '../../controls/useText.ts';
import { AskDialog } from './askDialog.tsx';
import { isFirst, type Readiness } from './model/readiness.ts';
import { listsText } from './text.ts';

interface PublishDialogProps {
  year: number;
  readiness: Readiness & { kind: 'ready' };
  optional: number;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says once more what publishing will do, and asks. */
export function PublishDialog({ year, readiness, optional, onConfirm, onClose }: PublishDialogProps) {
  const { text } = useText(listsText);
  const [knows, setKnows] = useState(false);
  const { counts, losing, missing, settings } = readiness;
  return (
    <AskDialog
      heading={text.publish.heading(year)}
      confirm={text.publish.confirm}
      waits={missing.unread > 0 && !knows}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {text.publish.counts(counts)} {isFirst(counts) ? text.publish.first : text.publish.again}
      </p>
      {missing.withoutUnits > 0 && <p class="late">{text.publish.withoutUnits(missing.withoutUnits)}</p>}
      {losing.arrangements > 0 && (
        <p class="late">{text.publish.losing(losing.arrangements, losing.submissions)}</p>
      )}
      {settings && <p>{text.publish.settings}</p>}
      {optional > 0 && <p class="quiet">{text.publish.optional(optional)}</p>}
      {missing.unread > 0 && (
        <div class="unread">
          <p>{text.publish.unread(missing.unread)}</p>
          <Option checked={knows} onChange={setKnows}>
            {text.publish.knows(missing.unread)}
          </Option>
        </div>
      )}
    </AskDialog>
  );
}
