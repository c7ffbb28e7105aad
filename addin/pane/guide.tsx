import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { useText } from '../controls/useText.ts';
import './guide.css';
import { usePane } from './paneContext.ts';
import { paneText } from './text.ts';

/** The clerk's guide over the pane; its text and pictures are loaded when it is first opened. */
export function GuideDialog({ onClose }: { onClose: () => void }) {
  const { text } = useText(paneText);
  const { host } = usePane();
  const [state, setState] = useState<{
    Guide: FunctionComponent<{ host: 'browser' | 'excel' }> | null;
    failed: boolean;
  }>({
    Guide: null,
    failed: false,
  });
  useEffect(() => {
    import('../guide/guide.tsx').then(
      ({ Guide }) => setState({ Guide, failed: false }),
      () => setState({ Guide: null, failed: true }),
    );
  }, []);
  const { Guide, failed } = state;
  return (
    <Dialog class="tz-guide" labelledBy="tz-guide-title" onClose={onClose}>
      {(close) => (
        <>
          <div class="tz-guide-head">
            <h2 id="tz-guide-title">{text.guide.heading}</h2>
            <a href={`/help?in=${host}`} target="_blank" rel="noopener">
              {text.guide.print}
            </a>
            <Button small onClick={close}>
              {text.guide.close}
            </Button>
          </div>
          {Guide ? (
            <Guide host={host} />
          ) : (
            <p role="status">{failed ? text.guide.failed : text.guide.loading}</p>
          )}
        </>
      )}
    </Dialog>
  );
}
