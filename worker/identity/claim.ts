import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { clockAt, type Clock } from '../clock/clock.ts';
import { Problem } from '../problems/problem.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import type { Access } from './access.ts';
import { idOfKey, sha256Of } from './accessKey.ts';
import { credentialsOf, isReading, type Scheme } from './credentials.ts';

/** What a request says of its key, and when it came; whether that holds, the database tells. */
export interface KeyClaim {
  scheme: Scheme;
  keyId: string;
  /** Hexadecimal SHA-256 of the key as it was sent. */
  sha256: string;
  /** Real time in milliseconds. */
  arrived: number;
}

/** What the database tells of a key, and of the clock. Times in milliseconds. */
export interface KeyFacts {
  sha256: string;
  role: Role;
  holder: string;
  unitId: string | null;
  /** `null`: never. */
  expiresAt: number | null;
  revokedAt: number | null;
  /** Day in Shanghai on which its use was last noted. */
  lastUsedOn: string | null;
  /** The demo clock's offset; `null` where time is real. */
  demoOffset: number | null;
  /** Time and number of the last change that is stored. */
  lastChange: number | null;
  change: number | null;
}

/** The last change that is stored: its number, and its time in milliseconds. */
export interface LastChange {
  number: number;
  at: number;
}

/** Who is asking, and at which time. */
export interface Identity {
  access: Access;
  clock: Clock;
}

/**
 * The claim of an `Authorization` header.
 * @throws Problem `key-missing`, `key-mistyped`, `basic-only-reads`.
 */
export async function claimOf(
  header: string | undefined,
  method: string,
  arrived: number,
): Promise<KeyClaim> {
  const { scheme, key } = credentialsOf(header);
  if (scheme === 'basic' && !isReading(method)) throw new Problem('basic-only-reads');
  const [keyId, sha256] = await Promise.all([idOfKey(key), sha256Of(key)]);
  if (keyId === null) throw new Problem('key-mistyped');
  return { scheme, keyId, sha256, arrived };
}

/** Compares in constant time; both are hexadecimal digests. */
function sameDigest(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/**
 * Who makes a claim, by what the database told of the key at `realNow`. A request counts from when it came.
 * @throws Problem `key-unknown`, `key-revoked`, `key-expired`; `basic-only-reads` where Basic says another than a viewer's key.
 */
export function identityOf(
  { scheme, keyId, sha256, arrived }: KeyClaim,
  found: KeyFacts | null,
  realNow: number,
): Identity {
  if (!found || !sameDigest(found.sha256, sha256)) throw new Problem('key-unknown');
  const { role, unitId, holder, expiresAt, revokedAt, demoOffset } = found;
  if (revokedAt !== null) throw new Problem('key-revoked');
  if (expiresAt !== null && expiresAt <= arrived) {
    throw new Problem('key-expired', { on: shanghaiDate(expiresAt) });
  }
  if (scheme === 'basic' && role !== 'viewer') throw new Problem('basic-only-reads');
  // A change that came after this request is not ahead of the clock; one that is tells of a clock that was set back.
  const lastChange = found.lastChange ?? 0;
  const isAhead = lastChange > realNow + (demoOffset ?? 0);
  return {
    access: { keyId, holder, role, unitId },
    clock: clockAt(arrived, demoOffset, isAhead ? lastChange : 0),
  };
}

/** The day on which the key's use is to be noted; `null` where it has been. */
export function dayToNote(
  { arrived }: KeyClaim,
  { lastUsedOn }: Pick<KeyFacts, 'lastUsedOn'>,
): string | null {
  const day = shanghaiDate(arrived);
  return day === lastUsedOn ? null : day;
}

/** @throws Problem `role-not-allowed` for any other role. */
export function allowOnly({ role }: Access, allowed: readonly Role[]): void {
  if (!allowed.includes(role)) throw new Problem('role-not-allowed', { roles: allowed.join(' / '), role });
}
