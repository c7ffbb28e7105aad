import { useEffect, useRef, useState } from 'preact/hooks';
import type { Roster } from '../../../shared/roster/roster.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import { CompareDialog } from './compareDialog.tsx';
import { GroupCard } from './groupCard.tsx';
import { diffRoster } from './model/diffRoster.ts';
import { mergeRoster } from './model/mergeRoster.ts';
import { addGroup, addUnit, keepFormerNames, openDraft, type RosterDraft } from './model/rosterDraft.ts';
import type { RosterApi } from './rosterApi.ts';
import { rosterText } from './text.ts';
import { UnitTable } from './unitTable.tsx';

interface UnitsTabProps {
  api: RosterApi;
  admin: boolean;
  turn: number;
}

interface Held {
  stored: Roster;
  version: number;
  draft: RosterDraft;
}

/** The roster as it is edited, and what is not saved of it. */
export function UnitsTab({ api, admin, turn }: UnitsTabProps) {
  const { text } = useText(rosterText);
  const [held, setHeld] = useState<Held | null>(null);
  const [comparing, setComparing] = useState(false);
  const [said, setSaid] = useState('');
  const loaded = useLoaded(async () => {
    const { value: stored, version } = await api.roster();
    setHeld((before) => ({
      ...{ stored, version },
      draft: before ? mergeRoster(before.stored, before.draft, stored) : openDraft(stored),
    }));
  }, [api, turn]);
  const changes = held ? diffRoster(held.stored, held.draft) : [];
  const unsaved = useRef(0);
  unsaved.current = changes.length;
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (unsaved.current > 0) event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, []);
  if (loaded.problem !== null) return <ProblemBar problem={loaded.problem} again={loaded.again} />;
  if (!held) return <Loading />;
  const { stored, version, draft } = held;
  const change = (how: (draft: RosterDraft) => RosterDraft) => {
    setSaid('');
    setHeld((now) => now && { ...now, draft: how(now.draft) });
  };
  const given = { draft, admin, onChange: change };
  return (
    <>
      {!admin && <p class="quiet">{text.readOnly}</p>}
      <section class="card" aria-labelledby="units">
        <h2 id="units">{text.units(draft.roster.units.length)}</h2>
        {draft.roster.units.length === 0 ? (
          <p class="quiet">
            {text.noUnits} <a href="/lists">{text.goToLists}</a>
          </p>
        ) : (
          <UnitTable files={api.file} {...given} />
        )}
        {admin && (
          <Button small onClick={() => change((now) => addUnit(now, 'town'))}>
            {text.addUnit}
          </Button>
        )}
      </section>
      <section class="card" aria-labelledby="groups">
        <h2 id="groups">{text.groups(draft.roster.groups.length)}</h2>
        <p class="quiet">{text.groupHint}</p>
        {draft.roster.groups.map((group, at) => (
          <GroupCard key={at} group={group} at={at} {...given} />
        ))}
        {admin && (
          <Button small onClick={() => change(addGroup)}>
            {text.addGroup}
          </Button>
        )}
      </section>
      {admin && (
        <section class="save-bar no-print" aria-label={text.bar}>
          <p role="status">
            {changes.length > 0 ? text.changed(changes.length) : said || text.nothingChanged}
          </p>
          <Actions>
            <Button
              look="subtle"
              disabled={changes.length === 0}
              onClick={() => change(() => openDraft(stored))}
            >
              {text.discard}
            </Button>
            <Button look="primary" disabled={changes.length === 0} onClick={() => setComparing(true)}>
              {text.compare}
            </Button>
          </Actions>
        </section>
      )}
      {comparing && (
        <CompareDialog
          api={api}
          roster={draft.roster}
          stored={stored}
          version={version}
          changes={changes}
          onKeepNames={() => change((now) => keepFormerNames(now, stored))}
          onMerge={async () => {
            const { value: theirs, version: newer } = await api.roster();
            setHeld({ stored: theirs, version: newer, draft: mergeRoster(stored, draft, theirs) });
          }}
          onSaved={(saved, newer) => {
            setHeld({ stored: saved, version: newer, draft: openDraft(saved) });
            setComparing(false);
            setSaid(text.saved);
          }}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  );
}
