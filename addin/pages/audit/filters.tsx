import { useEffect, useState } from 'preact/hooks';
import { auditKinds, kindNames } from '../../../shared/audit/kindNames.ts';
import type { Unit } from '../../../shared/roster/roster.ts';
import { Button } from '../../controls/button.tsx';
import { Select } from '../../controls/select.tsx';
import { useText } from '../../controls/useText.ts';
import type { ChangeOf } from '../shared/desk/useView.ts';
import { auditText } from './text.ts';
import { type AuditView, filtersOf } from './view.ts';

interface FiltersProps {
  units: readonly Unit[];
  view: AuditView;
  change: ChangeOf<AuditView>;
}

/** Leaves of all that was done what concerns a unit, an arrangement, a person, a kind, some days. */
export function Filters({ units, view, change }: FiltersProps) {
  const { text, language } = useText(auditText);
  const said = (value: string) => (value === '' ? undefined : value);
  const set = Object.keys(filtersOf(view));
  const field = (name: 'arrangement' | 'actor', hint: string) => (
    <label class="field">
      <span>{text[name]}</span>
      <Entry value={view[name] ?? ''} hint={hint} onDone={(value) => change({ [name]: said(value) })} />
    </label>
  );
  const day = (name: 'from' | 'to') => (
    <label class="field">
      <span>{text[name]}</span>
      <input
        type="date"
        value={view[name] ?? ''}
        onChange={(event) => change({ [name]: said(event.currentTarget.value) })}
      />
    </label>
  );
  return (
    <div class="filters" role="group" aria-label={text.filters}>
      <Select
        label={text.unit}
        value={view.unit ?? ''}
        options={[
          { value: '', name: text.all },
          ...units.map(({ id, name }) => ({ value: id, name })),
          ...(view.unit !== undefined && !units.some(({ id }) => id === view.unit)
            ? [{ value: view.unit, name: view.unit }]
            : []),
        ]}
        onChange={(unit) => change({ unit: said(unit) })}
      />
      <Select
        label={text.kind}
        value={view.kind ?? ''}
        options={[
          { value: '', name: text.all },
          ...auditKinds.map((kind) => ({ value: kind, name: kindNames[kind][language] })),
        ]}
        onChange={(kind) => change({ kind: auditKinds.find((each) => each === kind) })}
      />
      {field('arrangement', '1-5-2')}
      {field('actor', '')}
      {day('from')}
      {day('to')}
      {view.obligation !== undefined && <span class="quiet">{text.ofObligation}</span>}
      {set.length > 0 && (
        <Button
          small
          look="subtle"
          onClick={() => change(Object.fromEntries(set.map((name) => [name, undefined])))}
        >
          {text.clear}
        </Button>
      )}
    </div>
  );
}

/** A word that counts once it is finished: by Enter, or on leaving. */
function Entry({ value, hint, onDone }: { value: string; hint: string; onDone: (value: string) => void }) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const done = () => {
    if (draft.trim() !== value) onDone(draft.trim());
  };
  return (
    <input
      value={draft}
      placeholder={hint}
      maxLength={80}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) done();
      }}
    />
  );
}
