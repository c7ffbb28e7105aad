import { useId, useState } from 'preact/hooks';
import { useText } from '../../controls/useText.ts';
import type { When } from './model/choices.ts';
import { listsText } from './text.ts';

const kinds = ['once', 'window', 'weekly', 'monthly', 'two-monthly', 'quarterly', 'half-yearly'] as const;
type Kind = (typeof kinds)[number];

interface WhenPickerProps {
  when: When | null;
  year: number;
  onChoose: (when: When | null) => void;
}

/** A date, a window or a cadence, or none. */
export function WhenPicker({ when, year, onChoose }: WhenPickerProps) {
  const { text } = useText(listsText);
  const [kind, setKind] = useState<Kind | null>(when?.kind ?? null);
  const [start, setStart] = useState(when?.kind === 'window' ? when.start : '');
  const [due, setDue] = useState(when?.kind === 'window' || when?.kind === 'once' ? when.due : '');
  const decide = (next: { kind: Kind | null; start: string; due: string }) => {
    setKind(next.kind);
    setStart(next.start);
    setDue(next.due);
    onChoose(whenOf(next.kind, next.start, next.due, year));
  };
  const own = useId();
  const day = (id: string, label: string, value: string, onInput: (value: string) => void) => (
    <>
      <label for={`${own}-${id}`}>{label}</label>
      <input
        id={`${own}-${id}`}
        type="date"
        value={value}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </>
  );
  return (
    <>
      <label for={own}>{text.decisions.when}</label>
      <select
        id={own}
        value={kind ?? ''}
        onChange={(event) => {
          const chosen = kinds.find((one) => one === event.currentTarget.value) ?? null;
          decide({ kind: chosen, start, due });
        }}
      >
        <option value="">{text.decisions.leftUndated}</option>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {text.decisions.whens[one]}
          </option>
        ))}
      </select>
      {kind === 'window' &&
        day('start', text.decisions.start, start, (value) => decide({ kind, start: value, due }))}
      {(kind === 'window' || kind === 'once') &&
        day('due', text.decisions.due, due, (value) => decide({ kind, start, due: value }))}
      {kind !== null && whenOf(kind, start, due, year) === null && (
        <span class="late" role="status">
          {text.decisions.daysMissing(year)}
        </span>
      )}
    </>
  );
}

/** What was chosen, once it has the days that it needs, in order and in the list's year. */
function whenOf(kind: Kind | null, start: string, due: string, year: number): When | null {
  const within = (day: string) => day.startsWith(`${year}-`);
  if (kind === null) return null;
  if (kind === 'once') return within(due) ? { kind, due } : null;
  if (kind === 'window') return within(start) && within(due) && start <= due ? { kind, start, due } : null;
  return { kind };
}
