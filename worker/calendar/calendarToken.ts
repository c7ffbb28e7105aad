import { sha256Of } from '../identity/accessKey.ts';

/** A calendar's token as it stands in an address: 160 random bits. It opens one unit's deadlines, and nothing else. */
const shape = /^tzc_[0-9abcdefghjkmnpqrstvwxyz]{32}$/u;
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const randomText = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 32]).join('');

export const isCalendarToken = (text: string): boolean => shape.test(text);

/** Makes a token. Only its SHA-256 is kept; `id` names it where it is listed and revoked. */
export async function mintCalendarToken(): Promise<{ id: string; token: string; sha256: string }> {
  const token = `tzc_${randomText(32)}`;
  return { id: randomText(8), token, sha256: await sha256Of(token) };
}
