import type { Access } from './access.ts';

/** A key as the database last told of it, and the demo clock with it. */
export interface KnownKey {
  access: Access;
  /** Milliseconds; `null`: never. */
  expiresAt: number | null;
  /** Day in Shanghai on which its use was last noted. */
  lastUsedOn: string | null;
  demoOffset: number | null;
  /** Time of the last change that was stored then, where it was ahead of the clock; else 0. */
  lastChange: number;
}

const most = 1000;

/**
 * Keys that this isolate has asked the database for, as they were sent. A key's role and unit never change, but it may
 * have been revoked since: what is remembered lets a request in only where its batch asks again.
 */
export class KeyMemory {
  private readonly known = new Map<string, KnownKey>();

  recall(key: string): KnownKey | null {
    return this.known.get(key) ?? null;
  }

  keep(key: string, known: KnownKey): void {
    this.known.delete(key);
    this.known.set(key, known);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= most) break;
      this.known.delete(oldest);
    }
  }
}
