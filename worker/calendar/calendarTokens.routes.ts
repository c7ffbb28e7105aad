import * as z from 'zod';
import { shanghaiDate, shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { calendarTokensTable } from '../../shared/tables/calendarTokensTable.ts';
import { calendarTokens, calendarTokensExample } from '../../shared/wire/calendarTokens.ts';
import { mintedCalendarToken, mintedCalendarTokenExample } from '../../shared/wire/mintedCalendarToken.ts';
import { newCalendarToken, newCalendarTokenExample } from '../../shared/wire/newCalendarToken.ts';
import type { CalendarToken } from '../../shared/wire/parts/calendarToken.ts';
import { allow } from '../http/allow.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { byOf } from '../http/by.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { parameter, unitAsked } from '../http/parameters.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import { listCalendarTokens, type StoredCalendarToken } from './calendarTokens.repository.ts';
import { issueCalendar } from './issueCalendar.usecase.ts';
import { revokeCalendar } from './revokeCalendar.usecase.ts';

const infoOf = (stored: StoredCalendarToken): CalendarToken => ({
  id: stored.id,
  unit: { id: stored.unitId, name: stored.unitName },
  label: stored.label,
  madeBy: stored.madeBy,
  keyId: stored.keyId,
  keyRevoked: stored.keyRevoked,
  createdAt: shanghaiTime(stored.createdAt),
  lastUsedOn: stored.lastUsedOn,
  revokedAt: stored.revokedAt === null ? null : shanghaiTime(stored.revokedAt),
});

/** Links by which calendars read a unit's deadlines: made, listed, revoked. */
export const calendarTokenRoutes = router();

const tags = ['日历与提醒 · Calendar and reminders'] as const;
const makers = allow('reporter', 'officer', 'admin');

calendarTokenRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/calendar-tokens',
    operationId: 'listCalendarTokens',
    description:
      '给谁用、谁生成、最近哪天被读取、是否停用。 · For whom each is, who made it, on which day it was last read, and whether it is revoked.',
    tags,
    summary: '日历订阅，不含链接本身 · Links of calendars, without what opens them',
    middleware: [makers] as const,
    request: {
      query: z.strictObject({
        unit: unitAsked,
        inUse: parameter(
          z.enum(['true', 'false']).default('false'),
          '只要在用的 · Only those that are not revoked',
          'true',
        ),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(
        calendarTokens,
        '日历订阅；填报单位只见本单位的 · The links; a reporter sees its own',
        calendarTokensExample,
      ),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const { format: said, language, unit: asked, inUse } = c.req.valid('query');
    const format = formatOf(c, said);
    const unit = await unitOf(byOf(c), asked);
    const stored = await listCalendarTokens(c.env.DB, unit, { inUse: inUse === 'true' });
    const calendars = stored.map(infoOf);
    return format === 'json'
      ? c.json({ calendars }, 200)
      : fileOf(c, format, calendarTokensTable(calendars, language), shanghaiDate(c.get('clock').real));
  },
);

calendarTokenRoutes.openapi(
  keyedRoute({
    method: 'post',
    path: '/calendar-tokens',
    operationId: 'makeCalendarToken',
    description:
      '链接即凭证，只能读取一个单位的到期日。服务器只保存令牌的 SHA-256。 · The link opens one unit’s due dates, and nothing else. Only the SHA-256 of its token is kept.',
    tags,
    summary: '生成日历订阅链接，只显示一次 · Make a link, shown once',
    middleware: [makers, jsonUpTo(10_000)] as const,
    request: { body: jsonBody(newCalendarToken, newCalendarTokenExample) },
    responses: {
      201: jsonAnswer(mintedCalendarToken, '新链接 · The link', mintedCalendarTokenExample),
      ...commonProblems,
      ...problems[404],
      ...problems[409],
      ...problems[415],
    },
  }),
  async (c) => {
    const { token, ...stored } = await issueCalendar(c.req.valid('json'), byOf(c));
    const address = `${new URL(c.req.url).origin}/v1/calendar/${token}.ics`;
    return c.json({ ...infoOf(stored), address }, 201);
  },
);

calendarTokenRoutes.openapi(
  keyedRoute({
    method: 'delete',
    path: '/calendar-tokens/{id}',
    operationId: 'revokeCalendarToken',
    description:
      '停用后日历不再更新；重复停用时保留第一次的时间。 · A calendar is updated no more. Revoked twice, it keeps the first time.',
    tags,
    summary: '停用日历订阅链接 · Revoke a link',
    middleware: [makers] as const,
    request: { params: z.object({ id: parameter(z.string().max(40), '编号 · The link’s id', '7m2kq9xd') }) },
    responses: { 204: { description: '已停用 · Revoked' }, ...commonProblems, ...problems[404] },
  }),
  async (c) => {
    await revokeCalendar(c.req.valid('param').id, byOf(c));
    return c.body(null, 204);
  },
);
