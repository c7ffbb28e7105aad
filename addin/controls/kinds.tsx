import './kinds.css';

interface KindsProps<Id extends string> {
  label: string;
  chosen: Id;
  kinds: readonly { id: Id; name: string }[];
  onChange: (id: Id) => void;
}

/** One of few that stand side by side, as buttons of which one is pressed. */
export function Kinds<Id extends string>({ label, chosen, kinds, onChange }: KindsProps<Id>) {
  return (
    <span class="kinds" role="group" aria-label={label}>
      {kinds.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChange(id)}>
          {name}
        </button>
      ))}
    </span>
  );
}
