import * as z from 'zod';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { accessKeys } from '../../shared/wire/accessKeys.ts';
import { mintedKey } from '../../shared/wire/mintedKey.ts';
import { newKey } from '../../shared/wire/newKey.ts';
import { type AccessKey, accessKey } from '../../shared/wire/parts/accessKey.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import { Problem } from '../problems/problem.ts';
import { findUnit } from '../units/units.repository.ts';
import { mintAccessKey } from '../identity/accessKey.ts';
import { allow } from '../http/allow.ts';
import { insertKey, listKeys, revokeKey, type StoredKey } from './keys.repository.ts';

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

/** The problem for a key that nobody could ever use. */
const alreadyExpired = (now: number): Problem =>
  invalidAt([
    {
      pointer: '#/expiresAt',
      zh: `到期时间已过，现在是 ${shanghaiTime(now)}；请填写将来的时间，不填则长期有效`,
      en: `It has passed: it is ${shanghaiTime(now)} now. Name a time to come, or none for a key that does not expire`,
    },
  ]);

export const keyRoutes = router();

keyRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/keys',
    tags: ['密钥 · Keys'],
    summary: '全部密钥，不含密钥本身 · All keys, without their secrets',
    middleware: [allow('admin')] as const,
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
    const body = c.req.valid('json');
    const unit = body.role === 'reporter' ? body.unit : null;
    if (unit !== null && !(await findUnit(c.env.DB, unit))) throw new Problem('unit-not-found', { unit });
    const { real } = c.get('clock');
    const expiresAt = body.expiresAt === undefined ? null : Date.parse(body.expiresAt);
    if (expiresAt !== null && expiresAt <= real) throw alreadyExpired(real);
    const { id, key, sha256 } = await mintAccessKey();
    const stored: StoredKey = {
      id,
      sha256,
      role: body.role,
      unitId: unit,
      label: body.label,
      holder: body.holder,
      createdAt: real,
      expiresAt,
      lastUsedOn: null,
      revokedAt: null,
    };
    await insertKey(c.env.DB, stored);
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
    if (!(await revokeKey(c.env.DB, id, c.get('clock').real))) throw new Problem('key-not-found', { id });
    return c.body(null, 204);
  },
);
