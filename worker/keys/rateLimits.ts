import { createMiddleware } from 'hono/factory';
import type { Bindings } from '../http/bindings.ts';
import type { AppEnv } from '../http/appEnv.ts';
import { Problem } from '../problems/problem.ts';

/**
 * The network that an address stands for: of IPv6 the first 64 bits, since one household has all that follow.
 * Cloudflare sets the header itself; where there is none, all unproven requests count together.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...behind];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':');
}

async function count(limiter: RateLimit | undefined, key: string): Promise<void> {
  if (limiter && !(await limiter.limit({ key })).success) throw new Problem('too-many-requests');
}

/**
 * Counts what could not show a valid key, by the network that it came from (A5). A request with a valid key is never
 * counted here: nobody is kept out by what others try with the key's id, or from the same network.
 */
export const limitStrangers = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.status !== 401 && c.get('stranger') !== true) return;
  await count(c.env.ADDRESS_RATE_LIMITER, networkOf(c.req.header('cf-connecting-ip')));
});

/** Counts requests by a key that the database has confirmed, each once, however often it is asked. */
export function admission({ KEY_RATE_LIMITER }: Bindings): (keyId: string) => Promise<void> {
  let admitted = false;
  return async (keyId) => {
    if (admitted) return;
    admitted = true;
    await count(KEY_RATE_LIMITER, keyId);
  };
}
