import * as z from 'zod';
import { shanghaiDate, shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { accessKeys, accessKeysExample } from '../../shared/wire/accessKeys.ts';
import { mintedKey, mintedKeyExample } from '../../shared/wire/mintedKey.ts';
import { newKey, newKeyExample } from '../../shared/wire/newKey.ts';
import type { AccessKey } from '../../shared/wire/parts/accessKey.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { allow } from '../http/allow.ts';
import { parameter } from '../http/parameters.ts';
import { byOf } from '../http/by.ts';
import { keysTable } from '../../shared/tables/keysTable.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { issueKey } from './issueKey.usecase.ts';
import { listKeys, type StoredKey } from './keys.repository.ts';
import { revokeKey } from './revokeKey.usecase.ts';

const time = (at: number | null): string | null => (at === null ? null : shanghaiTime(at));

const infoOf = (key: StoredKey): AccessKey => ({
  id: key.id,
  role: key.role,
  unit: key.unitId,
  label: key.label,
  holder: key.holder,
  createdAt: shanghaiTime(key.createdAt),
  expiresAt: time(key.expiresAt),
  lastUsedOn: key.lastUsedOn,
  revokedAt: time(key.revokedAt),
});

export const keyRoutes = router();

keyRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/keys',
    operationId: 'listKeys',
    tags: ['密钥 · Keys'],
    summary: '全部密钥，不含密钥本身 · All keys, without their secrets',
    description:
      '发给谁、什么角色、何时到期、最近哪天用过、是否停用。 · To whom each was issued, its role, when it expires, on which day it was last used, and whether it is revoked.',
    middleware: [allow('admin', 'officer')] as const,
    request: {
      query: z.strictObject({
        unit: parameter(z.string().max(40).optional(), '只要这个单位的 · Only those of this unit', 'xuejia'),
        bureau: parameter(
          z.enum(['true', 'false']).default('false'),
          '只要区局的（不属于填报单位） · Only those of the bureau',
          'true',
        ),
        valid: parameter(
          z.enum(['true', 'false']).default('false'),
          '只要有效的：未停用、未到期 · Only those that are neither revoked nor expired',
          'true',
        ),
        ...tableQuery,
      }),
    },
    responses: { 200: tableAnswer(accessKeys, '密钥 · The keys', accessKeysExample), ...commonProblems },
  }),
  async (c) => {
    const { format: said, language, unit, bureau, valid } = c.req.valid('query');
    const format = formatOf(c, said);
    const { real } = c.get('clock');
    const stored = (await listKeys(c.env.DB)).filter(
      (key) =>
        (unit === undefined || key.unitId === unit) &&
        (bureau === 'false' || key.unitId === null) &&
        (valid === 'false' || (key.revokedAt === null && (key.expiresAt === null || key.expiresAt > real))),
    );
    const keys = stored.map(infoOf);
    if (format === 'json') return c.json({ keys }, 200);
    const names = new Map(stored.map((key) => [key.unitId, key.unitName]));
    return fileOf(c, format, keysTable(keys, names, language), shanghaiDate(real));
  },
);

keyRoutes.openapi(
  keyedRoute({
    method: 'post',
    path: '/keys',
    operationId: 'issueKey',
    tags: ['密钥 · Keys'],
    summary: '发放密钥，只显示一次 · Issue a key, shown once',
    description:
      '密钥发给个人，须有姓名。服务器只保存其 SHA-256。 · A key is issued to a person, by name. Only its SHA-256 is kept.',
    middleware: [allow('admin'), jsonUpTo(10_000)] as const,
    request: { body: jsonBody(newKey, newKeyExample) },
    responses: {
      201: jsonAnswer(mintedKey, '新密钥 · The new key', mintedKeyExample),
      ...commonProblems,
      ...problems[404],
      ...problems[415],
    },
  }),
  async (c) => {
    const { key, ...stored } = await issueKey(c.req.valid('json'), byOf(c));
    return c.json({ ...infoOf(stored), key }, 201);
  },
);

keyRoutes.openapi(
  keyedRoute({
    method: 'delete',
    path: '/keys/{id}',
    operationId: 'revokeKey',
    tags: ['密钥 · Keys'],
    summary: '停用密钥 · Revoke a key',
    description:
      '用它生成的日历订阅链接也一并停用，calendars=keep 时保留。重复停用时保留第一次的时间。 · The links of calendars that were made with it are revoked too, but for `calendars=keep`. Revoked twice, it keeps the first time.',
    middleware: [allow('admin')] as const,
    request: {
      params: z.object({ id: parameter(z.string().max(40), '密钥编号 · The key’s id', 'k7f2ab3c') }),
      query: z.strictObject({
        calendars: parameter(
          z.enum(['revoke', 'keep']).default('revoke'),
          '用它生成的日历订阅：一并停用，或保留 · Links of calendars that were made with it: revoked too, or kept',
          'revoke',
        ),
      }),
    },
    responses: { 204: { description: '已停用 · Revoked' }, ...commonProblems, ...problems[404] },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    await revokeKey(id, c.req.valid('query').calendars === 'keep', byOf(c));
    return c.body(null, 204);
  },
);
