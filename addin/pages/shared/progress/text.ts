import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useText } from '../../../controls/useText.ts';
import type { Language } from '../../../text/language.ts';
import { texts } from '../../../text/texts.ts';
import { en } from './text/en.ts';
import { zh } from './text/zh.ts';

export type ProgressText = typeof zh;

/** Every sentence about progress, as the district reads it. */
export const progressText = texts(zh, en);

/** Whose progress it is: a page of one unit says some of it otherwise. */
export const ProgressTextContext = createContext(progressText);

/** The sentences about progress, of the district or of the unit that the page is about. */
export function useProgressText(): { text: ProgressText; language: Language } {
  return useText(useContext(ProgressTextContext));
}
