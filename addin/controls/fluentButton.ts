import '@fluentui/web-components/button.js';
import { element } from './element.ts';

/** What is pressed, in every look: `Button`, `Jump` and `Close` give it a name and a purpose. */
export const FluentButton = element<{
  appearance: string;
  size: string;
  disabled: boolean;
  'disabled-focusable'?: boolean;
  'icon-only'?: boolean;
  type: string;
}>('fluent-button');
