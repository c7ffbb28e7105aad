import type { ComponentChildren } from 'preact';
import { FluentButton } from './fluentButton.ts';
import { useFocused } from './useFocused.ts';

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  look?: 'primary' | 'outline' | 'subtle';
  small?: boolean;
  disabled?: boolean;
  /** Out of use for a moment: it keeps the keyboard's place meanwhile. */
  waiting?: boolean;
  /** What it is called, where its words alone do not say it. */
  label?: string;
  /** Has the focus as soon as it is there. */
  focused?: boolean;
}

/** A button; outlined unless it says otherwise. */
export function Button(props: ButtonProps) {
  const { children, onClick, look = 'outline', small, disabled = false, waiting = false, label } = props;
  const self = useFocused(props.focused);
  return (
    <FluentButton
      ref={self}
      role="button"
      type="button"
      appearance={look}
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
