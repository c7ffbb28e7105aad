import { texts } from '../../text/texts.ts';
import { en } from './text/en.ts';
import { zh } from './text/zh.ts';

/** Every sentence of the lists' page. */
export const listsText = texts(zh, en);

export type ListsText = typeof zh;
