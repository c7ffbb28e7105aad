/**
 * Access keys (A): `tz_<id>_<secret>`, where the secret's last four characters are a checksum, so that a
 * mistyped key is told apart from an unknown one without asking the database.
 */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const shape = /^tz_([0-9a-z]{8})_([0-9a-z]{26})([0-9a-z]{4})$/;

export interface MintedKey {
  id: string;
  /** Shown once and never stored. */
  key: string;
  /** Hexadecimal SHA-256 of the key, as stored. */
  sha256: string;
}

/** Letters and digits that nobody guesses: five bits each. */
export function randomText(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 32]).join('');
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** Hexadecimal SHA-256. */
export async function sha256Of(text: string): Promise<string> {
  return Array.from(await digest(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function checksum(body: string): Promise<string> {
  return Array.from((await digest(`taizhang ${body}`)).slice(0, 4), (byte) => alphabet[byte % 32]).join('');
}

/** Makes a new key: 130 bits of secret. */
export async function mintAccessKey(): Promise<MintedKey> {
  const id = randomText(8);
  const body = `tz_${id}_${randomText(26)}`;
  const key = body + (await checksum(body));
  return { id, key, sha256: await sha256Of(key) };
}

/** The id of a well-formed key, or `null` where shape or checksum is wrong. */
export async function idOfKey(key: string): Promise<string | null> {
  const match = shape.exec(key);
  if (!match) return null;
  return (await checksum(key.slice(0, -4))) === match[3] ? (match[1] ?? null) : null;
}
