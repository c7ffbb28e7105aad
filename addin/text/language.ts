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

export function writeLanguage(language: Language): void {
  try {
    localStorage.setItem(name, language);
  } catch {
    // Third-party frames may keep nothing: the choice then lasts as long as the page.
  }
}
