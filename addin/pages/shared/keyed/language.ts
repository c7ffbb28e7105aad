import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, readLanguage } from '../../../text/text.ts';
import { en, type FrameText, zh } from './text.ts';

export const LanguageContext = createContext<Language>(readLanguage());

/** The language chosen on this computer. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** The sentences that every page shares, in that language. */
export function useFrameText(): { text: FrameText; language: Language } {
  const language = useLanguage();
  return { text: language === 'en' ? en : zh, language };
}
