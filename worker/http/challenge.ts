import type { HonoRequest } from 'hono';
import { isReading } from '../identity/credentials.ts';
import { protocol } from '../../shared/wire/protocol.ts';

const bearer = 'Bearer realm="taizhang"';
const basic = 'Basic realm="taizhang", charset="UTF-8"';

/**
 * How a request without a valid key is told to say one (A1.2). Basic is for what reads a table by its address. A page's own
 * request is never told of it: a browser would ask the person for a password then.
 */
export function challengeOf(request: HonoRequest): string {
  const isPage =
    request.header(protocol.header) !== undefined ||
    !['navigate', undefined].includes(request.header('sec-fetch-mode'));
  if (!isReading(request.method) || isPage) return bearer;
  const said = request.header('authorization') ?? '';
  if (/^basic\b/iu.test(said)) return basic;
  return said === '' ? `${bearer}, ${basic}` : bearer;
}
