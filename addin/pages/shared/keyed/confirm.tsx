import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Actions } from '../../../controls/actions.tsx';
import { Button } from '../../../controls/button.tsx';
import { Dialog } from '../../../controls/dialog.tsx';
import { ProblemBar } from './problemBar.tsx';

interface ConfirmProps {
  heading: string;
  /** What it means. */
  children: ComponentChildren;
  confirm: string;
  leave: string;
  /** Closes when it has come about; what it throws is told here. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Says what a step means before it is taken. */
export function Confirm({ heading, children, confirm, leave, onConfirm, onClose }: ConfirmProps) {
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <Dialog class="ask" labelledBy="confirm-heading" onClose={onClose}>
      {(close) => (
        <>
          <h2 id="confirm-heading">{heading}</h2>
          {children}
          {problem !== null && <ProblemBar problem={problem} />}
          <Actions>
            <Button onClick={close}>{leave}</Button>
            <Button
              look="primary"
              waiting={waiting}
              onClick={() => {
                setWaiting(true);
                setProblem(null);
                onConfirm()
                  .then(close, setProblem)
                  .finally(() => setWaiting(false));
              }}
            >
              {confirm}
            </Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}
