import '@fluentui/web-components/message-bar.js';
import { element } from './element.ts';

/** A bar that says something; a message of the pane and a problem of a page are each laid out in one. */
export const MessageBar = element<{ intent: string; layout: string }>('fluent-message-bar');
