import type { ComponentChildren } from 'preact';
import './option.css';

interface OptionProps {
  children: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** The choice that it is one way of; without it, it is ticked by itself. */
  choice?: string;
  disabled?: boolean;
}

/** One way to choose, over the whole width of its place: a radio button of a choice, or a box to tick. */
export function Option({ children, checked, onChange, choice, disabled }: OptionProps) {
  return (
    <label class="option">
      <input
        type={choice === undefined ? 'checkbox' : 'radio'}
        name={choice}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
