import { describe, expect, test } from 'vitest';
import { hostileLedgers } from '../support/documents/hostileLedgers.ts';
import { propose } from '../support/api/uploading.ts';
import { Uploads } from '../support/api/uploads.ts';

const uploads = new Uploads();
/** Nothing of them takes so long, however busy the machine is. */
const longest = 20_000;

describe('S14.6: hostile files, through the route', () => {
  test.each(hostileLedgers)(
    '%s',
    async (_, name, make, answer) => {
      const { status, body } = await propose(uploads.town.client, { bytes: await make(), name });
      if (typeof answer === 'string') {
        expect([status, body.reports]).toEqual([200, []]);
        expect(body.told.length > 0).toBe(answer !== 'read');
        return;
      }
      const problem = body as unknown as { code: string; messages: { zh: string } };
      expect(problem.code).toBe(answer.refused);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(problem.messages.zh).not.toMatch(/[{}]|undefined/u);
    },
    longest,
  );
});
