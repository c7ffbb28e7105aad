import { useId } from 'preact/hooks';
import './dateInput.css';

interface DateInputProps {
  label: string;
  value: string;
  min?: string;
  onInput: (value: string) => void;
  /** What is wrong with it. */
  fault?: string | null;
}

/** A calendar day under its label, `2024-04-30`; empty while none is chosen. */
export function DateInput({ label, value, min, onInput, fault = null }: DateInputProps) {
  const id = useId();
  return (
    <label class="tz-date">
      <span>{label}</span>
      <input
        type="date"
        value={value}
        min={min}
        aria-invalid={fault !== null}
        {...(fault === null ? {} : { 'aria-describedby': id })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {fault !== null && (
        <span id={id} class="tz-date-fault">
          {fault}
        </span>
      )}
    </label>
  );
}
