import { texts } from '../text/texts.ts';
import { en } from './text/en.ts';
import { zh } from './text/zh.ts';

/** Every sentence of the pane. */
export const paneText = texts(zh, en);

export type PaneText = typeof zh;
