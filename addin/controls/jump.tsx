import type { ComponentChildren } from 'preact';
import { FluentButton } from './fluentButton.ts';
import './jump.css';

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
