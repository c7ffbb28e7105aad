import { useLayoutEffect, useRef } from 'preact/hooks';
import '@fluentui/web-components/label.js';
import '@fluentui/web-components/textarea.js';
import { element } from './element.ts';
import './textArea.css';
import { useDescribed } from './useDescribed.ts';

const FluentTextArea = element<{ value: string; maxlength: number; resize: string }>('fluent-textarea');
const FluentLabel = element<Record<never, never>>('fluent-label');

interface TextAreaProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** What is to be written there; read after the label. */
  hint?: string;
  longest: number;
}

/** Several lines of text; it has the focus as soon as it is there. */
export function TextArea({ label, value, onInput, hint, longest }: TextAreaProps) {
  const self = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Fluent's area sets its first value in the frame after it came; what was typed before that would be gone.
    const frame = requestAnimationFrame(() => self.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  useDescribed(self, hint ?? null, false);
  return (
    <FluentTextArea
      ref={self}
      class="tz-area"
      value={value}
      maxlength={longest}
      resize="vertical"
      onInput={(event) => onInput((event.currentTarget as HTMLTextAreaElement).value)}
    >
      <FluentLabel slot="label">{label}</FluentLabel>
    </FluentTextArea>
  );
}
