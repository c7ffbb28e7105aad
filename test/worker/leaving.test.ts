import { beforeAll, expect, test } from 'vitest';
import { push } from '../support/api/clerk.ts';
import type { Client } from '../support/api/client.ts';
import { roster, startPublished } from '../support/api/published.ts';

const extra = { id: 'extra', name: '临时单位', kind: 'town', aliases: [] };
const linked = { id: 'linked', name: '订阅单位', kind: 'town', aliases: [] };
const inUse = { status: 409, body: { code: 'unit-has-reports' } };

let admin: Client;
beforeAll(async () => {
  ({ admin } = await startPublished());
  await admin.replace('/v1/roster', { ...roster, units: [...roster.units, extra, linked] });
});

test('C14: a unit for which anything was ever pushed cannot leave the roster', async () => {
  expect(await push(admin, [], { query: '?unit=extra' })).toMatchObject({ status: 200 });
  expect(await admin.replace('/v1/roster', { ...roster, units: [...roster.units, linked] })).toMatchObject(
    inUse,
  );
});

test('C14: neither can one that has a calendar’s link', async () => {
  expect((await admin.post('/v1/calendar-tokens', { unit: 'linked' })).status).toBe(201);
  expect(await admin.replace('/v1/roster', { ...roster, units: [...roster.units, extra] })).toMatchObject(
    inUse,
  );
});
