import { FluentButton } from './fluentButton.ts';

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
