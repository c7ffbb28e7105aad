import type { ComponentChildren } from 'preact';
import { Actions } from './actions.tsx';
import { Close } from './close.tsx';
import './message.css';
import { MessageBar } from './messageBar.ts';

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
    <MessageBar
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
        {actions && <Actions>{actions}</Actions>}
      </div>
      {dismiss && <Close label={dismiss.label} onClick={dismiss.onClick} />}
    </MessageBar>
  );
}
