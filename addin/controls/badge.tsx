import type { ComponentChildren } from 'preact';
import '@fluentui/web-components/badge.js';
import './badge.css';
import { element } from './element.ts';

const FluentBadge = element<{ appearance: string; color: string; shape: string }>('fluent-badge');

/** A count beside what it counts. */
export function Badge({ children }: { children: ComponentChildren }) {
  return (
    <FluentBadge class="tz-count" appearance="tint" color="informative" shape="rounded">
      {children}
    </FluentBadge>
  );
}
