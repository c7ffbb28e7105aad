import { Actions } from '../controls/actions.tsx';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { useText } from '../controls/useText.ts';
import { usePane } from './paneContext.ts';
import { tally } from './summary.ts';
import { paneText } from './text.ts';

/** Says what disconnecting does, and asks: the key has to be pasted again afterwards. */
export function Disconnect({ onClose }: { onClose: () => void }) {
  const { view, session } = usePane();
  const { text } = useText(paneText);
  const { changed } = tally(view);
  return (
    <Dialog class="tz-ask" labelledBy="tz-disconnect" onClose={onClose}>
      {(close) => (
        <>
          <h2 id="tz-disconnect">{text.disconnect.heading}</h2>
          <p>{text.disconnect.says}</p>
          {changed > 0 && <p class="tz-late">{text.disconnect.waiting(changed)}</p>}
          <Actions>
            <Button
              look="primary"
              onClick={() => {
                close();
                session.disconnect();
              }}
            >
              {text.connect.disconnect}
            </Button>
            <Button onClick={close}>{text.actions.cancel}</Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}
