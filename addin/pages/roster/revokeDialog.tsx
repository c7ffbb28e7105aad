import { useState } from 'preact/hooks';
import type { AccessKey } from '../../../shared/wire/parts/accessKey.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { useText } from '../../controls/useText.ts';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import type { RosterApi } from './rosterApi.ts';
import { rosterText } from './text.ts';

interface RevokeProps {
  api: RosterApi;
  revoked: AccessKey;
  /** The unit, or the bureau. */
  place: string;
  isOwn: boolean;
  onRevoked: () => void;
  onClose: () => void;
}

/** Asks whether a key is to be revoked, naming its person. */
export function RevokeDialog({ api, revoked, place, isOwn, onRevoked, onClose }: RevokeProps) {
  const { text } = useText(rosterText);
  const [problem, setProblem] = useState<unknown>(null);
  const revoke = (close: () => void) => {
    setProblem(null);
    api.revoke(revoked.id).then(() => {
      onRevoked();
      close();
    }, setProblem);
  };
  return (
    <Dialog class="ask" labelledBy="revoke-heading" onClose={onClose}>
      {(close) => (
        <>
          <h2 id="revoke-heading">{text.revokeTitle}</h2>
          <p>{text.revokeAsk(revoked.holder, place)}</p>
          {isOwn && <p class="bad">{text.revokeOwn}</p>}
          {problem !== null && <ProblemBar problem={problem} />}
          <Actions>
            <Button onClick={close}>{text.leave}</Button>
            <Button look="primary" onClick={() => revoke(close)}>
              {text.revoke}
            </Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}
