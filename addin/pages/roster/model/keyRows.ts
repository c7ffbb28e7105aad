import type { Roster } from '../../../../shared/roster/roster.ts';
import type { AccessKey } from '../../../../shared/wire/parts/accessKey.ts';

export type KeyState = 'valid' | 'expired' | 'revoked';

/** Whether a key opens anything at a moment of real time (milliseconds). */
export function keyState({ revokedAt, expiresAt }: AccessKey, now: number): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'valid';
}

/** Keys of the bureau stand under this name in addresses. */
export const bureauKeys = 'bureau-keys';

export interface KeyGroup {
  /** The unit's id; `bureau-keys`. */
  id: string;
  /** `null`: the bureau's own keys. */
  name: string | null;
  keys: { key: AccessKey; state: KeyState }[];
  /** How many of its keys open anything. */
  valid: number;
}

/** Keys by unit, the bureau's own first, in the roster's order; units without any are there too. The newest come first. */
export function keyGroups(
  { units }: Roster,
  keys: readonly AccessKey[],
  now: number,
  { unit: only, all }: { unit?: string; all?: boolean },
): KeyGroup[] {
  const places = [{ id: bureauKeys, name: null }, ...units.map(({ id, name }) => ({ id, name }))];
  return places
    .filter(({ id }) => only === undefined || id === only)
    .map((place) => {
      const own = keys
        .filter(({ unit }) => (unit ?? bureauKeys) === place.id)
        .map((key) => ({ key, state: keyState(key, now) }))
        .toSorted((a, b) => b.key.createdAt.localeCompare(a.key.createdAt));
      const valid = own.filter(({ state }) => state === 'valid');
      return { ...place, keys: all ? own : valid, valid: valid.length };
    });
}

/** The first moment at which a key does not open anything any more: the end of its last day, in Shanghai. */
export const endOfDay = (day: string): string => `${day}T23:59:59+08:00`;
