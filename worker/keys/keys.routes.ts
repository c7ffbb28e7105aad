import * as z from 'zod';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { accessKeys } from '../../shared/wire/accessKeys.ts';
import { mintedKey } from '../../shared/wire/mintedKey.ts';
import { newKey } from '../../shared/wire/newKey.ts';
import { type AccessKey, accessKey } from '../../shared/wire/parts/accessKey.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { allow } from '../http/allow.ts';
import { byOf } from '../http/by.ts';
import { issueKey } from './issueKey.usecase.ts';
import { listKeys, type StoredKey } from './keys.repository.ts';
import { revokeKey } from './revokeKey.usecase.ts';

const keyInfo = accessKey.meta({ id: 'AccessKey' });

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
    tags: ['密钥 · Keys'],
    summary: '全部密钥，不含密钥本身 · All keys, without their secrets',
    middleware: [allow('admin', 'officer')] as const,
    responses: { 200: jsonAnswer(accessKeys.extend({ keys: z.array(keyInfo) }), '密钥'), ...commonProblems },
  }),
  async (c) => c.json({ keys: (await listKeys(c.env.DB)).map(infoOf) }, 200),
);

keyRoutes.openapi(
  keyedRoute({
    method: 'post',
    path: '/keys',
    tags: ['密钥 · Keys'],
    summary: '发放密钥，只显示一次 · Issue a key, shown once',
    middleware: [allow('admin'), jsonUpTo(10_000)] as const,
    request: { body: jsonBody(newKey.meta({ id: 'NewKey' })) },
    responses: {
      201: jsonAnswer(mintedKey.meta({ id: 'MintedKey' }), '新密钥'),
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
    tags: ['密钥 · Keys'],
    summary: '停用密钥 · Revoke a key',
    middleware: [allow('admin')] as const,
    request: { params: z.object({ id: z.string().max(40) }) },
    responses: { 204: { description: '已停用 · Revoked' }, ...commonProblems, ...problems[404] },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    await revokeKey(id, byOf(c));
    return c.body(null, 204);
  },
);
