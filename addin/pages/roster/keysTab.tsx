import { useState } from 'preact/hooks';
import type { Me } from '../../../shared/wire/me.ts';
import type { AccessKey } from '../../../shared/wire/parts/accessKey.ts';
import { Button } from '../../controls/button.tsx';
import { Option } from '../../controls/option.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import type { ChangeOf } from '../shared/desk/useView.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { yearOf } from '../shared/keyed/year.ts';
import { IssueDialog } from './issueDialog.tsx';
import { KeyTable } from './keyTable.tsx';
import { bureauKeys, keyGroups } from './model/keyRows.ts';
import type { RosterView } from './model/view.ts';
import { RevokeDialog } from './revokeDialog.tsx';
import type { RosterApi } from './rosterApi.ts';
import { rosterText } from './text.ts';

interface KeysTabProps {
  api: RosterApi;
  admin: boolean;
  turn: number;
  me: Me;
  view: RosterView;
  change: ChangeOf<RosterView>;
}

/** The route of the keys that a view shows. */
function keysPath({ unit, all }: RosterView): string {
  const query = {
    ...(unit === undefined ? {} : unit === bureauKeys ? { bureau: 'true' } : { unit }),
    ...(all ? {} : { valid: 'true' }),
  };
  return `/keys?${new URLSearchParams(query)}`;
}

/** Keys by unit: who holds one, since when, until when, used when; an administrator issues and revokes. */
export function KeysTab({ api, admin, turn, me, view, change }: KeysTabProps) {
  const { text } = useText(rosterText);
  const { value, problem, again } = useLoaded(() => Promise.all([api.roster(), api.keys()]), [api, turn]);
  /** The unit that a key is being issued to; `bureau-keys`: the bureau. */
  const [issuing, setIssuing] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<AccessKey | null>(null);
  if (problem !== null) return <ProblemBar problem={problem} again={again} />;
  if (!value) return <Loading />;
  const [{ value: roster }, keys] = value;
  const nameOf = (unit: string | null): string =>
    roster.units.find(({ id }) => id === unit)?.name ?? unit ?? text.bureau;
  const groups = keyGroups(roster, keys, Date.now(), view);
  return (
    <>
      <p class="quiet">{text.keysIntro}</p>
      <div class="filters">
        <Select
          label={text.unit}
          value={view.unit ?? ''}
          options={[
            { value: '', name: text.all },
            { value: bureauKeys, name: text.bureau },
            ...roster.units.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(unit) => change({ unit: unit === '' ? undefined : unit })}
        />
        <Option checked={view.all === true} onChange={(all) => change({ all: all || undefined })}>
          {text.showAll}
        </Option>
        {admin && (
          <Button look="primary" onClick={() => setIssuing(view.unit ?? bureauKeys)}>
            {text.issue}
          </Button>
        )}
      </div>
      <section class="card">
        <KeyTable
          files={api.file}
          path={keysPath(view)}
          groups={groups}
          own={me.keyId}
          {...(admin ? { onIssue: setIssuing, onRevoke: setRevoking } : {})}
        />
      </section>
      {issuing !== null && (
        <IssueDialog
          api={api}
          roster={roster}
          first={issuing}
          year={yearOf(me, view.year)}
          onIssued={again}
          onClose={() => setIssuing(null)}
        />
      )}
      {revoking && (
        <RevokeDialog
          api={api}
          revoked={revoking}
          place={nameOf(revoking.unit)}
          isOwn={revoking.id === me.keyId}
          onRevoked={again}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}
