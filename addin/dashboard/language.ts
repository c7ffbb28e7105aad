import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, readLanguage } from '../text/text.ts';
import { en, type Text, zh } from './text.ts';

export const LanguageContext = createContext<Language>(readLanguage());

/** The page's sentences in the language chosen on this computer. */
export function useText(): { text: Text; language: Language } {
  const language = useContext(LanguageContext);
  return { text: language === 'en' ? en : zh, language };
}
