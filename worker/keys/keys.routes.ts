import * as z from 'zod';
import { unitId } from '../../shared/roster/roster.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import { Problem } from '../problems/problem.ts';
import { findUnit } from '../units/units.repository.ts';
import { roles } from '../identity/access.ts';
import { mintAccessKey } from '../identity/accessKey.ts';
import { allow } from './authenticate.ts';
import { insertKey, listKeys, revokeKey, type StoredKey } from './keys.repository.ts';

const newKey = z
  .discriminatedUnion('role', [
    z.strictObject({
      role: z.literal('reporter'),
      /** The unit whose rows the key may read and write. */
      unit: unitId,
      label: z.string().max(80).default(''),
      expiresAt: z.iso.datetime({ offset: true }).optional(),
    }),
    z.strictObject({
      role: z.enum(['officer', 'admin', 'viewer']),
      label: z.string().max(80).default(''),
      expiresAt: z.iso.datetime({ offset: true }).optional(),
    }),
  ])
  .meta({ id: 'NewKey' });

const keyInfo = z
  .strictObject({
    id: z.string(),
    role: z.enum(roles),
    unit: z.string().nullable(),
    label: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    /** Day of the last request, in Shanghai. */
    lastUsedOn: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'AccessKey' });

const mintedKey = z
  .strictObject({
    ...keyInfo.shape,
    /** Shown this once: only its SHA-256 is kept. */
    key: z.string(),
  })
  .meta({ id: 'MintedKey' });

const time = (at: number | null): string | null => (at === null ? null : shanghaiTime(at));

const infoOf = (key: StoredKey): z.infer<typeof keyInfo> => ({
  id: key.id,
  role: key.role,
  unit: key.unitId,
  label: key.label,
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
    responses: { 200: jsonAnswer(z.strictObject({ keys: z.array(keyInfo) }), '密钥'), ...commonProblems },
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
    request: { body: jsonBody(newKey) },
    responses: {
      201: jsonAnswer(mintedKey, '新密钥'),
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
