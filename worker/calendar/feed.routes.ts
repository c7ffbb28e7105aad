import * as z from 'zod';
import { commonProblems, openRoute, problems, router } from '../http/describe.ts';
import { parameter, wholeNumber } from '../http/parameters.ts';
import { admission } from '../keys/rateLimits.ts';
import { Problem } from '../problems/problem.ts';
import { calendarOf, readFeed } from './readFeed.usecase.ts';

const { 401: _, 403: __, 413: ___, ...keyless } = commonProblems;

const alarmDays = wholeNumber(0, 14);

/** The tags that an `If-None-Match` header names. */
const tagsIn = (header: string | undefined): string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//u, ''));

/**
 * The calendar of one unit. The one address of the API that is opened by what stands in it: calendars send no header of
 * ours (A1). What opens nothing is counted as a stranger's request is (A5).
 */
export const calendarFeedRoutes = (realNow: () => number) => {
  const routes = router();
  routes.openapi(
    openRoute({
      method: 'get',
      path: '/calendar/{file}',
      operationId: 'readCalendar',
      tags: ['日历与提醒 · Calendar and reminders'],
      summary: '一个单位的到期日历（iCalendar） · The deadlines of one unit',
      description:
        '供日历软件订阅：地址中的令牌就是凭证，只能读取一个单位的到期日。 · For calendars to subscribe to: the token in the address opens it, and reads the due dates of one unit.',
      request: {
        params: z.object({
          file: parameter(
            z.string().max(200),
            '令牌加 .ics · The token and .ics',
            'tzc_0123456789abcdefghjkmnpqrstvwxyz.ics',
          ),
        }),
        query: z.strictObject({
          alarm: parameter(
            alarmDays.optional(),
            '提前几天、上午九点提醒；不填则不提醒 · Reminds at nine in the morning, so many days before; without it, not',
            1,
          ),
        }),
      },
      responses: {
        200: {
          description: '到期日历 · The calendar',
          content: { 'text/calendar': { schema: z.string(), example: 'BEGIN:VCALENDAR…' } },
          headers: {
            ETag: {
              description: '写进 If-None-Match · For If-None-Match',
              schema: { type: 'string' as const },
            },
          },
        },
        304: { description: '没有变化 · As it was' },
        ...keyless,
        ...problems[404],
      },
    }),
    async (c) => {
      const { file } = c.req.valid('param');
      const opened = file.endsWith('.ics') ? await calendarOf(c.env.DB, file.slice(0, -'.ics'.length)) : null;
      if (!opened) {
        c.set('stranger', true);
        throw new Problem('calendar-not-found');
      }
      await admission(c.env)(`calendar ${opened.id}`);
      const { ics, tag } = await readFeed(c.env.DB, opened, {
        now: realNow(),
        origin: new URL(c.req.url).origin,
        alarmDays: c.req.valid('query').alarm ?? null,
      });
      c.header('cache-control', 'private, no-cache');
      c.header('etag', tag);
      if (tagsIn(c.req.header('if-none-match')).includes(tag)) return c.body(null, 304);
      c.header('content-type', 'text/calendar; charset=utf-8');
      c.header('content-disposition', 'inline; filename="taizhang.ics"');
      return c.body(ics, 200);
    },
  );
  return routes;
};
