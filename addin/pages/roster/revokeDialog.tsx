import { useState } from 'preact/hooks';
import type { AccessKey } from '../../../shared/wire/parts/accessKey.ts';
import type { CalendarToken } from '../../../shared/wire/parts/calendarToken.ts';
import { Option } from '../../controls/option.tsx';
import { useText } from '../../controls/useText.ts';
import { Confirm } from '../shared/keyed/confirm.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
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

/** Asks whether a key is to be revoked, naming its person, and what becomes of calendar links that were made with it. */
export function RevokeDialog({ api, revoked, place, isOwn, onRevoked, onClose }: RevokeProps) {
  const { text } = useText(rosterText);
  const links = useLoaded(() => api.linksOf(revoked.id), [api, revoked.id]);
  const [keeps, setKeeps] = useState(false);
  // What is asked says which links there are: it waits for them.
  if (links.value === null && links.problem === null) return null;
  return (
    <Confirm
      heading={text.revokeTitle}
      confirm={text.revoke}
      leave={text.leave}
      onConfirm={() => api.revoke(revoked.id, keeps ? 'keep' : 'revoke').then(onRevoked)}
      onClose={onClose}
    >
      <p>{text.revokeAsk(revoked.holder, place)}</p>
      {isOwn && <p class="bad">{text.revokeOwn}</p>}
      {links.problem !== null && <ProblemBar problem={links.problem} again={links.again} />}
      {links.value !== null && links.value.length > 0 && (
        <>
          <p>{text.revokeLinks(links.value.length, named(links.value, text.unnamedLink))}</p>
          <Option checked={!keeps} onChange={(revokes) => setKeeps(!revokes)}>
            {text.revokeLinksToo}
          </Option>
          {keeps && <p class="late">{text.keptLinks}</p>}
        </>
      )}
    </Confirm>
  );
}

/** Whose calendars they are, a few by name. */
const named = (links: readonly CalendarToken[], unnamed: string): string[] =>
  links.slice(0, 5).map(({ label, unit }) => `${unit.name} · ${label || unnamed}`);
