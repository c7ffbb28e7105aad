import type { ComponentChildren, FunctionComponent, HTMLAttributes, Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Fluent's components as Preact writes them. Roles stand as attributes too: not every reader sees element internals. */
function element<Own>(tag: string) {
  return tag as unknown as FunctionComponent<
    Omit<HTMLAttributes<HTMLElement>, keyof Own> & Own & { ref?: Ref<HTMLElement> }
  >;
}
const FluentButton = element<{
  appearance: string;
  size: string;
  disabled: boolean;
  'disabled-focusable'?: boolean;
  'icon-only'?: boolean;
  type: string;
}>('fluent-button');
const FluentTextInput = element<{ value: string; placeholder: string; autocomplete: string }>(
  'fluent-text-input',
);
const FluentTextArea = element<{ value: string; maxlength: number; resize: string }>('fluent-textarea');
const FluentLabel = element<Record<never, never>>('fluent-label');
const FluentProgressBar = element<{ value: number; max: number; thickness: string }>('fluent-progress-bar');
const FluentSpinner = element<{ size: string }>('fluent-spinner');
const FluentTabList = element<{ activeid: string; size: string; appearance: string }>('fluent-tablist');
const FluentTab = element<Record<never, never>>('fluent-tab');

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  primary?: boolean;
  subtle?: boolean;
  small?: boolean;
  disabled?: boolean;
  /** Out of use for a moment: it keeps the keyboard's place meanwhile. */
  waiting?: boolean;
  label?: string;
  /** Has the focus as soon as it is there. */
  focused?: boolean;
}

export function Button(props: ButtonProps) {
  const { children, onClick, primary, subtle, small, disabled = false, waiting = false, label } = props;
  const self = useFocused(props.focused);
  return (
    <FluentButton
      ref={self}
      role="button"
      type="button"
      appearance={primary ? 'primary' : subtle ? 'subtle' : 'outline'}
      size={small ? 'small' : 'medium'}
      disabled={disabled}
      disabled-focusable={waiting}
      aria-disabled={disabled || waiting}
      {...(label ? { 'aria-label': label } : {})}
      onClick={() => {
        if (!disabled && !waiting) onClick();
      }}
    >
      {children}
    </FluentButton>
  );
}

/** Words that go to a cell of the sheet. */
export function Jump({ children, onClick }: { children: ComponentChildren; onClick: () => void }) {
  return (
    <FluentButton
      role="button"
      type="button"
      class="tz-jump"
      appearance="transparent"
      size="small"
      disabled={false}
      onClick={onClick}
    >
      <span>{children}</span>
    </FluentButton>
  );
}

/** The × that closes a message. */
export function Close({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <FluentButton
      slot="dismiss"
      role="button"
      type="button"
      appearance="transparent"
      size="small"
      icon-only
      disabled={false}
      aria-label={label}
      onClick={onClick}
    >
      <span aria-hidden="true">×</span>
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
  focused?: boolean;
  /** What is wrong with it. */
  fault?: string | null;
}

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

export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <FluentProgressBar
      thickness="large"
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

/** Something is under way; what it is stands beside it in words. */
export function Spinner() {
  return <FluentSpinner size="tiny" aria-hidden="true" />;
}

interface TabsProps<Id extends string> {
  label: string;
  active: Id;
  /** The panel that the tabs switch. */
  controls: string;
  tabs: readonly { id: Id; name: string }[];
  onChange: (id: Id) => void;
}

export function Tabs<Id extends string>({ label, active, controls, tabs, onChange }: TabsProps<Id>) {
  const idOf = (id: Id) => `${controls}-${id}`;
  return (
    <FluentTabList
      class="tz-tabs"
      role="tablist"
      aria-label={label}
      size="small"
      appearance="subtle"
      activeid={idOf(active)}
      onChange={(event) => {
        const { activeid } = event.currentTarget as HTMLElement & { activeid: string };
        const chosen = tabs.find((tab) => idOf(tab.id) === activeid);
        if (chosen && chosen.id !== active) onChange(chosen.id);
      }}
    >
      {tabs.map((tab) => (
        <FluentTab key={tab.id} id={idOf(tab.id)} role="tab">
          {tab.name}
        </FluentTab>
      ))}
    </FluentTabList>
  );
}

/** Gives an element the focus once, before anything is painted, so that it is nowhere else in between. */
function useFocused(focused = false) {
  const self = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (focused) self.current?.focus();
  }, []);
  return self;
}

/** Fluent's fields keep their control to themselves: what describes it is said to it in words. */
function useDescribed(self: Ref<HTMLElement>, words: string | null, invalid: boolean): void {
  useLayoutEffect(() => {
    const control = (self as { current: HTMLElement | null }).current?.shadowRoot?.querySelector('.control');
    if (!control) return;
    if (words === null) control.removeAttribute('aria-description');
    else control.setAttribute('aria-description', words);
    control.setAttribute('aria-invalid', String(invalid));
  }, [words, invalid]);
}
