import '@fluentui/web-components/progress-bar.js';
import { element } from './element.ts';

const FluentProgressBar = element<{ value: number; max: number; thickness: string }>('fluent-progress-bar');

/** How much of something is done. */
export function ProgressBar({ done, total, label }: { done: number; total: number; label: string }) {
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
