import * as z from 'zod';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { isWorkingDay } from '../../shared/calendar/workingDays.ts';
import { bytesOf } from '../../shared/reminders/fitBytes.ts';
import { reminderLogTable } from '../../shared/tables/reminderLogTable.ts';
import { reminderLog, reminderLogExample } from '../../shared/wire/reminderLog.ts';
import { reminderPreview, reminderPreviewExample } from '../../shared/wire/reminderPreview.ts';
import { reminders, remindersExample } from '../../shared/wire/reminders.ts';
import { remindersToSet, remindersToSetExample } from '../../shared/wire/remindersToSet.ts';
import { reminderTest, reminderTestExample } from '../../shared/wire/reminderTest.ts';
import { reminderTested, reminderTestedExample } from '../../shared/wire/reminderTested.ts';
import { allow } from '../http/allow.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { byOf } from '../http/by.ts';
import {
  commonProblems,
  ifMatch,
  jsonAnswer,
  jsonBody,
  keyedRoute,
  problems,
  router,
  versionedAnswer,
} from '../http/describe.ts';
import { cursorAsked, limitAsked } from '../http/parameters.ts';
import { Problem } from '../problems/problem.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { givenVersions, tagOf } from '../versions/guard.ts';
import { changeReminders } from './changeReminders.usecase.ts';
import { deliveryTools, secondsToAnswer } from './deliver.ts';
import { allMessages, listMessages } from './messages.repository.ts';
import { planToday } from './planToday.usecase.ts';
import { loadReminders } from './reminders.repository.ts';
import { toldReminders } from './storedReminders.ts';
import { testReminder } from './testReminder.usecase.ts';

const tags = ['日历与提醒 · Calendar and reminders'] as const;
const lookers = allow('admin', 'officer');

/** Who is reminded of what, where the messages go, and what was sent. */
export const reminderRoutes = (realNow: () => number) => {
  const routes = router();

  routes.openapi(
    keyedRoute({
      method: 'get',
      path: '/reminders',
      operationId: 'readReminders',
      description:
        '提醒谁、提醒什么、发到哪里。机器人地址只显示主机和末四位。 · Who is reminded of what, and where messages go. Of an address only host and last four characters are told.',
      tags,
      summary: '自动提醒的设置，不含机器人地址和密钥 · The settings, without what opens the robots',
      middleware: [lookers] as const,
      responses: { 200: versionedAnswer(reminders, '设置 · Settings', remindersExample), ...commonProblems },
    }),
    async (c) => {
      const { settings, version } = await loadReminders(c.env.DB);
      return c.json(toldReminders(settings), 200, { etag: tagOf(version) });
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'put',
      path: '/reminders',
      operationId: 'setReminders',
      description:
        '整体设置。不填 address 的地址和密钥保持不变；原样再存不产生新版本。 · Set in full. A channel without address keeps address and secret; what stands there already changes nothing.',
      tags,
      summary: '设置自动提醒（If-Match 为读取时的版本） · Set reminders, of a version',
      middleware: [allow('admin'), jsonUpTo(100_000)] as const,
      request: { headers: ifMatch, body: jsonBody(remindersToSet, remindersToSetExample) },
      responses: {
        200: versionedAnswer(reminders, '设置 · Settings', remindersExample),
        ...commonProblems,
        ...problems[412],
        ...problems[415],
        ...problems[428],
      },
    }),
    async (c) => {
      const given = givenVersions(c.req.header('if-match'));
      const site = new URL(c.req.url).origin;
      const local = c.env.LOCAL_SERVER === '1';
      await changeReminders(c.req.valid('json'), { given, site, local }, byOf(c));
      const { settings, version } = await loadReminders(c.env.DB);
      return c.json(toldReminders(settings), 200, { etag: tagOf(version) });
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'get',
      path: '/reminders/preview',
      operationId: 'previewReminders',
      description:
        '按已保存的设置和今天的数据生成，不发送、不记录。 · Made of the settings that are saved and of today’s state; nothing is sent or noted.',
      tags,
      summary: '今天会发出什么，不发送 · What would be sent today; nothing is',
      middleware: [lookers] as const,
      responses: {
        200: jsonAnswer(reminderPreview, '今天的消息 · Messages', reminderPreviewExample),
        ...commonProblems,
      },
    }),
    async (c) => {
      const { today, demoOffset } = c.get('clock');
      const { settings } = await loadReminders(c.env.DB);
      const { until, messages } = await planToday(c.env.DB, settings, today);
      const shown = messages.map(({ units, text, ...message }) => ({
        ...message,
        units: units.map(({ unit, counts }) => ({ ...unit, ...counts })),
        text,
        bytes: bytesOf(text),
      }));
      const day = { today, demo: demoOffset !== null, workingDay: isWorkingDay(today), until };
      return c.json({ ...day, messages: shown }, 200);
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'post',
      path: '/reminders/test',
      operationId: 'testReminder',
      description: '只发送一次，不重试；演示日期下不发送。 · Sent once and not again; never on a demo clock.',
      tags,
      summary: '向已设置的地址发送一条测试消息 · Send a test to an address that is set',
      middleware: [allow('admin'), jsonUpTo(1000)] as const,
      request: { body: jsonBody(reminderTest, reminderTestExample) },
      responses: {
        200: jsonAnswer(reminderTested, '机器人的回答 · What the robot answered', reminderTestedExample),
        ...commonProblems,
        ...problems[404],
        ...problems[409],
        ...problems[415],
      },
    }),
    async (c) => {
      const on = { db: c.env.DB, clock: c.get('clock'), local: c.env.LOCAL_SERVER === '1' };
      const { unit } = c.req.valid('json');
      const tools = deliveryTools(realNow, secondsToAnswer(c.env.REMINDER_TIMEOUT));
      return c.json(await testReminder(unit, { ...on, tools }), 200);
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'get',
      path: '/reminders/log',
      operationId: 'listReminders',
      description:
        '每条消息发给谁、结果如何；没有发送的日子也有一条。 · To whom each message went and what became of it; a day without one has a line, too.',
      tags,
      summary: '发送记录，最近的在前 · What was sent, the newest first',
      middleware: [lookers] as const,
      request: {
        query: z.strictObject({
          limit: limitAsked,
          cursor: cursorAsked(60),
          ...tableQuery,
        }),
      },
      responses: {
        200: tableAnswer(reminderLog, '发送记录 · The log', reminderLogExample),
        ...commonProblems,
      },
    }),
    async (c) => {
      const { limit, cursor, format: said, language } = c.req.valid('query');
      const format = formatOf(c, said);
      if (format !== 'json') {
        const table = reminderLogTable(allMessages(c.env.DB), language);
        return fileOf(c, format, table, shanghaiDate(c.get('clock').real));
      }
      const match = /^(\d{4}-\d\d-\d\d)~([a-z0-9]*)$/u.exec(cursor ?? '');
      if (cursor !== undefined && !match) throw new Problem('cursor-invalid', { cursor });
      const after = match ? { day: match[1] ?? '', unit: match[2] ?? '' } : null;
      return c.json(await listMessages(c.env.DB, after, limit), 200);
    },
  );
  return routes;
};
