import { useLanguage } from '../../shared/keyed/language.ts';
import type { Language } from '../../../text/text.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every sentence of the page. */
export type Text = typeof zh;

/** The page's sentences in the language chosen on this computer. */
export function useText(): { text: Text; language: Language } {
  const language = useLanguage();
  return { text: language === 'en' ? en : zh, language };
}
