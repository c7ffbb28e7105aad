import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useLanguage } from '../keyed/language.ts';
import type { Language } from '../../../text/text.ts';
import { en, type Text, zh } from './text.ts';
import { ofOneUnit } from './unitText.ts';

/** Whether the page is about one unit alone; it then speaks of the unit where it else speaks of the district. */
export const OneUnitContext = createContext(false);

const texts = { zh, en };
const unitTexts = { zh: { ...zh, ...ofOneUnit.zh }, en: { ...en, ...ofOneUnit.en } };

/** The page's sentences in the language chosen on this computer. */
export function useText(): { text: Text; language: Language } {
  const language = useLanguage();
  return { text: (useContext(OneUnitContext) ? unitTexts : texts)[language], language };
}
