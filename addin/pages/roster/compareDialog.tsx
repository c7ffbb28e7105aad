import { useState } from 'preact/hooks';
import type { Roster } from '../../../shared/roster/roster.ts';
import type { RosterEffect } from '../../../shared/wire/rosterEffect.ts';
import { asProblem } from '../../api/problem.ts';
import { Actions } from '../../controls/actions.tsx';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { useText } from '../../controls/useText.ts';
import { Loading } from '../shared/keyed/loading.tsx';
import { ProblemBar } from '../shared/keyed/problemBar.tsx';
import { useLoaded } from '../shared/keyed/useLoaded.ts';
import type { RosterChange } from './model/diffRoster.ts';
import { TableFrame } from '../shared/tables/tableFrame.tsx';
import type { RosterApi } from './rosterApi.ts';
import { rosterText } from './text.ts';

interface CompareProps {
  api: RosterApi;
  roster: Roster;
  stored: Roster;
  version: number;
  changes: readonly RosterChange[];
  onKeepNames: () => void;
  /** Takes in what another has saved meanwhile. */
  onMerge: () => Promise<void>;
  onSaved: (roster: Roster, version: number) => void;
  onClose: () => void;
}

/** What saving changes in the roster, and what that does to obligations; only then is it saved. */
export function CompareDialog(props: CompareProps) {
  const { api, roster, stored, version, changes, onKeepNames, onMerge, onSaved, onClose } = props;
  const { text } = useText(rosterText);
  const effect = useLoaded(() => api.effect(roster, version), [api, roster, version]);
  const [refused, setRefused] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const problem = refused ?? effect.problem;
  const isOld = problem !== null && asProblem(problem).code === 'changed-meanwhile';
  const again = () => {
    setRefused(null);
    if (isOld) onMerge().catch(setRefused);
    else effect.again();
  };
  const save = () => {
    setSaving(true);
    setRefused(null);
    api
      .save(roster, version)
      .then(({ value, version: newer }) => onSaved(value, newer))
      .catch(setRefused)
      .finally(() => setSaving(false));
  };
  return (
    <Dialog class="compare" labelledBy="compare-heading" onClose={onClose}>
      {(close) => (
        <>
          <h2 id="compare-heading">{text.comparing}</h2>
          <h3>{text.whatChanges}</h3>
          <ul>
            {changes.map((change, at) => (
              <li key={at}>{text.change(change)}</li>
            ))}
          </ul>
          <h3>{text.effects}</h3>
          {problem !== null && (
            <ProblemBar problem={problem} again={again} {...(isOld ? { againName: text.mergeAgain } : {})} />
          )}
          {effect.loading && problem === null && <Loading />}
          {!effect.loading && problem === null && effect.value && (
            <Effects
              effect={effect.value}
              units={[...roster.units, ...stored.units]}
              onKeepNames={onKeepNames}
            />
          )}
          <Actions>
            <Button onClick={close}>{text.cancel}</Button>
            <Button
              look="primary"
              disabled={problem !== null || effect.loading || changes.length === 0}
              waiting={saving}
              onClick={save}
            >
              {saving ? text.saving : text.save}
            </Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}

interface EffectsProps {
  effect: RosterEffect;
  units: Roster['units'];
  onKeepNames: () => void;
}

const counts = ['made', 'restored', 'retired', 'gone'] as const;

/** What a roster would do to obligations, list by list and unit by unit. */
function Effects({ effect, units, onKeepNames }: EffectsProps) {
  const { text } = useText(rosterText);
  const lists = effect.lists.filter((list) => list.units.length + list.lostNames.length > 0);
  if (lists.length === 0) return <p>{text.noEffect}</p>;
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <>
      {lists.map((list) => (
        <section key={list.year}>
          <h4>{text.effectOf(list.year)}</h4>
          {list.lostNames.length > 0 && (
            <div class="lost">
              <p class="bad">{text.lost(list.lostNames.join('、'))}</p>
              <Button small onClick={onKeepNames}>
                {text.keepNames}
              </Button>
            </div>
          )}
          {list.units.length === 0 ? (
            <p>{text.noEffect}</p>
          ) : (
            <TableFrame reached label={text.effectOf(list.year)}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{text.effectColumns.unit}</th>
                    {counts.map((name) => (
                      <th key={name} scope="col" class="number">
                        {text.effectColumns[name]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {list.units.map((each) => (
                    <tr key={each.unit}>
                      <th scope="row">{nameOf(each.unit)}</th>
                      {counts.map((name) => (
                        <td key={name} class={`number ${name === 'gone' && each.gone > 0 ? 'bad' : ''}`}>
                          {each[name]}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{text.sum}</th>
                    {counts.map((name) => (
                      <td key={name} class="number">
                        {list.units.reduce((sum, each) => sum + each[name], 0)}
                      </td>
                    ))}
                  </tr>
                </tfoot>
              </table>
            </TableFrame>
          )}
        </section>
      ))}
    </>
  );
}
