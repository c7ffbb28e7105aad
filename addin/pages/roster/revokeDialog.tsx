import type { AccessKey } from '../../../shared/wire/parts/accessKey.ts';
import { useText } from '../../controls/useText.ts';
import { Confirm } from '../shared/keyed/confirm.tsx';
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
  return (
    <Confirm
      heading={text.revokeTitle}
      confirm={text.revoke}
      leave={text.leave}
      onConfirm={() => api.revoke(revoked.id).then(onRevoked)}
      onClose={onClose}
    >
      <p>{text.revokeAsk(revoked.holder, place)}</p>
      {isOwn && <p class="bad">{text.revokeOwn}</p>}
    </Confirm>
  );
}
