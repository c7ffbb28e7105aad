import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { Problem } from '../problems/problem.ts';
import type { AppEnv } from './appEnv.ts';
import { parseJson } from './jsonBounds.ts';

/** Refuses bodies over `maxSize` bytes, whether or not they say how long they are. */
export const atMost = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('body-too-large', { limit: maxSize });
    },
  });

/** Refuses bodies of any other content type. */
export const ofType = (...types: string[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const found = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!types.includes(found)) {
      throw new Problem('media-type-unsupported', { found, expected: types.join(' / ') });
    }
    await next();
  });

const isJson = ofType('application/json');

/** Takes JSON of at most `maxSize` bytes, within the bounds of all JSON (A6.1), and leaves its value for the schema to check. */
export function jsonUpTo(maxSize: number) {
  const isSmall = atMost(maxSize);
  return createMiddleware<AppEnv>((c, next) =>
    isJson(c, async () => {
      await isSmall(c, async () => {
        const value = parseJson(await c.req.text());
        // Hono would parse the text once more.
        c.req.json = async <T>() => value as T;
        await next();
      });
    }),
  );
}
