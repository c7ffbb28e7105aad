import { expect, test } from 'vitest';
import { push } from '../support/api/clerk.ts';
import { roster, startPublished } from '../support/api/published.ts';

test('C14: a unit for which anything was ever pushed cannot leave the roster', async () => {
  const { admin } = await startPublished();
  const extra = { id: 'extra', name: '临时单位', kind: 'town', aliases: [] };
  await admin.replace('/v1/roster', { ...roster, units: [...roster.units, extra] });
  expect(await push(admin, [], { query: '?unit=extra' })).toMatchObject({ status: 200 });
  expect(await admin.replace('/v1/roster', roster)).toMatchObject({
    status: 409,
    body: { code: 'unit-has-reports' },
  });
});
