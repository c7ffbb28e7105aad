import { useLanguage } from '../frame/language.ts';
import type { Language } from '../text/text.ts';
import { en, type Text, zh } from './text.ts';

/** The page's sentences in the language chosen on this computer. */
export function useText(): { text: Text; language: Language } {
  const language = useLanguage();
  return { text: language === 'en' ? en : zh, language };
}
