import '@fluentui/web-components/text-input.js';
import { element } from './element.ts';
import './textInput.css';
import { useDescribed } from './useDescribed.ts';
import { useFocused } from './useFocused.ts';

const FluentTextInput = element<{ value: string; placeholder: string; autocomplete: string }>(
  'fluent-text-input',
);

interface TextInputProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onEnter?: () => void;
  placeholder?: string;
  /** Shows dots for what is typed. */
  secret?: boolean;
  /** Has the focus as soon as it is there. */
  focused?: boolean;
  /** What is wrong with it. */
  fault?: string | null;
}

/** A line of text under its label, as wide as its place. */
export function TextInput(props: TextInputProps) {
  const { label, value, onInput, onEnter, placeholder, secret, fault = null } = props;
  const self = useFocused(props.focused);
  useDescribed(self, fault, fault !== null);
  return (
    <FluentTextInput
      ref={self}
      class={secret ? 'tz-input tz-secret' : 'tz-input'}
      value={value}
      placeholder={placeholder ?? ''}
      autocomplete="off"
      onInput={(event) => onInput((event.currentTarget as HTMLInputElement).value)}
      onKeyDown={(event) => {
        // Enter also ends the choosing of a Chinese character.
        if (event.key === 'Enter' && !event.isComposing) {
          event.preventDefault();
          onEnter?.();
        }
      }}
    >
      {label}
    </FluentTextInput>
  );
}
