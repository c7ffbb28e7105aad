export type Language = 'zh' | 'en';

const name = 'taizhang.language';

/** The language chosen on this computer; Chinese until then. */
export function readLanguage(): Language {
  try {
    return localStorage.getItem(name) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

const listeners = new Set<(language: Language) => void>();

/** Hears of a change on this page. Returns the unsubscribe. */
export function onLanguage(listener: (language: Language) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function writeLanguage(language: Language): void {
  for (const listener of listeners) listener(language);
  try {
    localStorage.setItem(name, language);
  } catch {
    // Third-party frames may keep nothing: the choice then lasts as long as the page.
  }
}
