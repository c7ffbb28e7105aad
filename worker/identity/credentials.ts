import { Problem } from '../problems/problem.ts';

/** How a request says its key: as a program does, or as spreadsheets do that read a table by its address (A1.2). */
export type Scheme = 'bearer' | 'basic';

export interface Credentials {
  scheme: Scheme;
  key: string;
}

/** What only looks: LibreOffice asks for OPTIONS and HEAD of an address before it reads it. */
export const isReading = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** The text of Base64; `null` where it is none. */
function decoded(base64: string): string | null {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** Of Basic the password is the key, whatever the name; a key alone in the name's place is one too. */
function keyOfBasic(base64: string): string {
  const text = decoded(base64) ?? '';
  const colon = text.indexOf(':');
  const [name, password] = colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  return (password === '' ? name : password).trim();
}

/**
 * The key that an `Authorization` header says.
 * @throws Problem `key-missing`.
 */
export function credentialsOf(header: string | undefined): Credentials {
  const [, scheme = '', said = ''] = /^(bearer|basic)\s+(\S+)$/iu.exec(header ?? '') ?? [];
  const isBasic = scheme.toLowerCase() === 'basic';
  const key = isBasic ? keyOfBasic(said) : said;
  if (key === '') throw new Problem('key-missing');
  return { scheme: isBasic ? 'basic' : 'bearer', key };
}
