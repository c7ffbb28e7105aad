import { me, meExample } from '../../shared/wire/me.ts';
import { commonProblems, jsonAnswer, keyedRoute, router } from '../http/describe.ts';
import { findList } from '../taskLists/taskLists.repository.ts';
import { findUnit } from '../units/units.repository.ts';

export const meRoutes = router();

meRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/me',
    operationId: 'whoAmI',
    tags: ['密钥 · Keys'],
    summary: '当前密钥是谁 · Who the key is',
    description:
      '角色、单位、持有人，以及服务器上的日期。 · Role, unit and holder of the key, and what day it is at the server.',
    responses: {
      200: jsonAnswer(me, '身份、单位、服务器日期 · Who, which unit, the server’s day', meExample),
      ...commonProblems,
    },
  }),
  async (c) => {
    const { role, unitId: own, keyId, holder } = c.get('access');
    const { today, demoOffset } = c.get('clock');
    const [unit, list] = await Promise.all([
      own === null ? null : findUnit(c.env.DB, own),
      findList(c.env.DB, { notAfter: Number(today.slice(0, 4)) }),
    ]);
    const demo = demoOffset !== null;
    return c.json({ role, unit, keyId, holder, today, demo, year: list?.year ?? null }, 200);
  },
);
