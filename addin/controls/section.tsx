import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Badge } from './badge.tsx';
import './section.css';

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
