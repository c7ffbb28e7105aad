import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Language, onLanguage, readLanguage, writeLanguage } from '../text/language.ts';
import type { Texts } from '../text/texts.ts';

/** The language of what is on the screen. */
export const LanguageContext = createContext<Language>(readLanguage());

/** A place's sentences in the language of the screen, and that language. */
export function useText<Sentences>(texts: Texts<Sentences>): { text: Sentences; language: Language } {
  const language = useContext(LanguageContext);
  return { text: texts[language], language };
}

/** The language of the screen for what stands apart from the place where it is changed. */
export function useLanguageNow(): Language {
  const [language, setLanguage] = useState<Language>(readLanguage);
  useEffect(() => onLanguage(setLanguage), []);
  return language;
}

/** The language chosen on this computer, and the act that changes to the other. */
export function useChosenLanguage(): [language: Language, change: () => void] {
  const [language, setLanguage] = useState<Language>(readLanguage);
  const change = () => {
    const other = language === 'zh' ? 'en' : 'zh';
    writeLanguage(other);
    setLanguage(other);
  };
  return [language, change];
}
