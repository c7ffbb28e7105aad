import type { ComponentChildren } from 'preact';
import './actions.css';

/** Buttons in a line, or in several. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="tz-actions">{children}</div>;
}
