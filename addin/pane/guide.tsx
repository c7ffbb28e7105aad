import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './controls.tsx';
import { usePane } from './shared.tsx';
import './guide.css';

/** The clerk's guide over the pane; its text and pictures are loaded when it is first opened. */
export function GuideDialog({ onClose }: { onClose: () => void }) {
  const { text } = usePane();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<{ Guide: FunctionComponent | null; failed: boolean }>({
    Guide: null,
    failed: false,
  });
  useEffect(() => {
    dialog.current?.showModal();
    import('../guide/guide.tsx').then(
      ({ Guide }) => setState({ Guide, failed: false }),
      () => setState({ Guide: null, failed: true }),
    );
  }, []);
  const { Guide, failed } = state;
  return (
    <dialog ref={dialog} class="tz-guide" aria-labelledby="tz-guide-title" onClose={onClose}>
      <div class="tz-guide-head">
        <h2 id="tz-guide-title">{text.guide.heading}</h2>
        <a href="/help" target="_blank" rel="noopener">
          {text.guide.print}
        </a>
        <Button small onClick={() => dialog.current?.close()}>
          {text.guide.close}
        </Button>
      </div>
      {Guide ? <Guide /> : <p role="status">{failed ? text.guide.failed : text.guide.loading}</p>}
    </dialog>
  );
}
