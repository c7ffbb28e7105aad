import type { ComponentChildren, FunctionComponent, HTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

/** Fluent's components as Preact writes them. Roles stand as attributes too: not every reader sees element internals. */
function element<Own>(tag: string) {
  return tag as unknown as FunctionComponent<Omit<HTMLAttributes<HTMLElement>, keyof Own> & Own>;
}
const FluentButton = element<{ appearance: string; size: string; disabled: boolean; type: string }>(
  'fluent-button',
);
const FluentTextInput = element<{
  value: string;
  placeholder: string;
  autocomplete: string;
  disabled: boolean;
}>('fluent-text-input');
const FluentProgressBar = element<{ value: number; max: number }>('fluent-progress-bar');
const FluentMessageBar = element<{ intent: string; layout: string }>('fluent-message-bar');

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  primary?: boolean;
  subtle?: boolean;
  small?: boolean;
  disabled?: boolean;
  label?: string;
}

export function Button({ children, onClick, primary, subtle, small, disabled = false, label }: ButtonProps) {
  return (
    <FluentButton
      role="button"
      type="button"
      appearance={primary ? 'primary' : subtle ? 'subtle' : 'outline'}
      size={small ? 'small' : 'medium'}
      disabled={disabled}
      aria-disabled={disabled}
      {...(label ? { 'aria-label': label } : {})}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      {children}
    </FluentButton>
  );
}

interface TextInputProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onEnter?: () => void;
  placeholder?: string;
  secret?: boolean;
  disabled?: boolean;
}

export function TextInput({
  label,
  value,
  onInput,
  onEnter,
  placeholder,
  secret,
  disabled = false,
}: TextInputProps) {
  return (
    <FluentTextInput
      class={secret ? 'tz-input tz-secret' : 'tz-input'}
      value={value}
      placeholder={placeholder ?? ''}
      autocomplete="off"
      disabled={disabled}
      onInput={(event) => onInput((event.currentTarget as HTMLInputElement).value)}
      onKeyDown={(event) => {
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

export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <FluentProgressBar
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      value={done}
      max={Math.max(total, 1)}
    />
  );
}

interface MessageProps {
  intent: 'info' | 'success' | 'warning' | 'error';
  children: ComponentChildren;
  actions?: ComponentChildren;
  /** Name and effect of the × that closes it. */
  dismiss?: { label: string; onClick: () => void };
}

/** A bar with something to say and what can be done about it. Errors interrupt a screen reader; the rest waits. */
export function Message({ intent, children, actions, dismiss }: MessageProps) {
  return (
    <FluentMessageBar
      intent={intent}
      layout="singleline"
      class={`tz-message tz-${intent}`}
      role={intent === 'error' ? 'alert' : 'status'}
    >
      <span slot="icon" class="tz-dot" aria-hidden="true">
        {{ info: 'i', success: '✓', warning: '!', error: '×' }[intent]}
      </span>
      <div class="tz-message-text">
        {children}
        {actions && <div class="tz-actions">{actions}</div>}
      </div>
      {dismiss && (
        <button
          slot="dismiss"
          type="button"
          class="tz-close"
          aria-label={dismiss.label}
          onClick={dismiss.onClick}
        >
          ×
        </button>
      )}
    </FluentMessageBar>
  );
}

interface SectionProps {
  title: string;
  count?: number;
  /** The heading is for screen readers only. */
  quiet?: boolean;
  children: ComponentChildren;
}

/** A part of the pane under its heading. */
export function Section({ title, count, quiet, children }: SectionProps) {
  const id = useId();
  return (
    <section class="tz-section" aria-labelledby={id}>
      <h2 id={id} class={quiet ? 'tz-unseen' : ''}>
        {title}
        {count !== undefined && count > 0 && <span class="tz-count">{count}</span>}
      </h2>
      {children}
    </section>
  );
}
