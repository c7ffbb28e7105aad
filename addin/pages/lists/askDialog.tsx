import type { ComponentChildren } from 'preact';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { useText } from '../../controls/useText.ts';
import { listsText } from './text.ts';

interface AskDialogProps {
  heading: string;
  children: ComponentChildren;
  /** What the button says that does it. */
  confirm: string;
  /** Whether something has to be ticked first. */
  waits?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says once more what is about to be done, and asks. */
export function AskDialog({ heading, children, confirm, waits = false, onConfirm, onClose }: AskDialogProps) {
  const { text } = useText(listsText);
  return (
    <Dialog class="ask" labelledBy="ask-heading" onClose={onClose}>
      {(close) => (
        <>
          <h2 id="ask-heading">{heading}</h2>
          {children}
          <div class="ask-acts">
            <Button onClick={close}>{text.publish.cancel}</Button>
            <Button look="primary" disabled={waits} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
