import type { ComponentChildren, FunctionComponent, HTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Close } from './controls.tsx';

const FluentMessageBar = 'fluent-message-bar' as unknown as FunctionComponent<
  HTMLAttributes<HTMLElement> & { intent: string; layout: string }
>;
const FluentBadge = 'fluent-badge' as unknown as FunctionComponent<
  HTMLAttributes<HTMLElement> & { appearance: string; color: string; shape: string }
>;

export function Badge({ children }: { children: ComponentChildren }) {
  return (
    <FluentBadge class="tz-count" appearance="tint" color="informative" shape="rounded">
      {children}
    </FluentBadge>
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
      {dismiss && <Close label={dismiss.label} onClick={dismiss.onClick} />}
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
        {count !== undefined && count > 0 && <Badge>{count}</Badge>}
      </h2>
      {children}
    </section>
  );
}

/** What opens below a button and is closed by Escape. */
export function Opened({
  children,
  class: name,
  onClose,
}: {
  children: ComponentChildren;
  class: string;
  onClose: () => void;
}) {
  return (
    <div
      class={name}
      role="presentation"
      onKeyDown={(event) => {
        // Escape also ends the choosing of a Chinese character.
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
