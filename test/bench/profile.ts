import { pushRequest } from '../../shared/wire/push.ts';
import { lightsOn } from '../../shared/obligations/light.ts';
import { makeOccasions } from '../../shared/obligations/makeOccasions.ts';
import { blankRow } from '../../shared/row/row.ts';
import { formatRowKey, parseRowKey } from '../../shared/rowKey/rowKey.ts';
import { checkRow } from '../../shared/rules/checkRow.ts';
import { buildRows } from '../../shared/sheet/buildRows.ts';
import { planPush } from '../../shared/sync/planPush.ts';
import { remakeSeries } from '../../shared/sync/remakeSeries.ts';
import { contextOf } from '../../shared/sync/series.ts';
import { definitionsOf } from '../../shared/taskList/definitions.ts';
import { defaultListSettings } from '../../shared/taskList/listSettings.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { largeList } from '../support/api/largeList.ts';
import { median } from './measure/stats.ts';

/**
 * The pure parts of a push of 5,000 rows, one after the other, in Node and without a database.
 * CPU milliseconds, so that other work on the machine counts little.
 * `node --cpu-prof test/bench/profile.ts` shows what is inside them.
 */
const runs = Number(process.argv[2] ?? 15);
const roster: Roster = {
  units: [{ id: 'xuejia', name: '薛家镇', kind: 'town', aliases: [] }],
  groups: [],
};
const list = largeList(2023, '薛家镇');
const today = '2024-12-30';

/** As a push reads them: nothing filled in yet. */
const settings = defaultListSettings;
const occasions = makeOccasions({ taskList: list, roster, settings, narrowings: new Map() });
const ofCode = Map.groupBy(occasions, ({ arrangement }) => arrangement);
const obligations = [...definitionsOf(list, settings)].flatMap(([code, definition]) =>
  remakeSeries({
    unit: 'xuejia',
    stored: [],
    occasions: ofCode.get(code) ?? [],
    definition,
    shares: new Map(),
    declarations: [],
    lockDays: null,
  }),
);
const rows = obligations.slice(0, 5000).map(({ rows }) => ({
  key: rows[0]!.key,
  base: null,
  values: {
    ...blankRow,
    status: '已开展',
    count: 1,
    note: '已组织检查组现场核查，发现的隐患均已下达整改通知书。',
  },
}));
const body = JSON.stringify({ pushId: 'profile-1', rulesVersion: '1', rows });
const snapshot = {
  ...lightsOn(today, 7),
  now: Date.parse(`${today}T01:00:00Z`),
  year: 2023,
  obligations,
  bases: new Map(),
  outsideSum: new Set<string>(),
  contact: '',
  paceMargin: 10,
};
const names = new Map(
  list.tasks.flatMap(({ name, arrangements }) =>
    arrangements.map(({ code, text, position }) => [code, { text, taskName: name, place: position }]),
  ),
);
const plan = planPush(rows, snapshot);
const counts = rows.map(({ key }, at) => ({
  key,
  arrangement: obligations[at]!.arrangement,
  indicator: 'i1',
  schedule: 1,
  dueOn: obligations[at]!.dueOn,
  dueOriginal: null,
  count: 1,
}));
const on = { ...lightsOn(today, 7), year: 2023 };
const built = buildRows(obligations, names, counts, on);
const contexts = obligations.map((each) =>
  contextOf(each, each.rows[0]!, { previousCount: null, nextCount: null }, on),
);
const answer = { outcomes: plan.outcomes, changes: built };

const steps: Record<string, () => unknown> = {
  'JSON.parse of the body': () => JSON.parse(body),
  'zod over the body': () => pushRequest.parse(JSON.parse(body)),
  'row keys parsed': () => rows.map(({ key }) => parseRowKey(key)),
  'row keys made': () => rows.map(() => formatRowKey(identityOfFirst)),
  'rules alone': () => rows.map(({ values }, at) => checkRow(values, contexts[at]!)),
  'planPush, rules included': () => planPush(rows, snapshot),
  'JSON of the writes': () => JSON.stringify(plan.writes),
  'sheet rows built': () => buildRows(obligations, names, counts, on),
  'JSON of the answer': () => JSON.stringify(answer),
};
const identityOfFirst = parseRowKey(rows[0]!.key) as Exclude<ReturnType<typeof parseRowKey>, string>;

console.log(`${rows.length} rows, body ${body.length} characters, answer ${JSON.stringify(answer).length}`);
for (const [name, step] of Object.entries(steps)) {
  const times: number[] = [];
  for (let run = -3; run < runs; run += 1) {
    const begun = process.cpuUsage();
    step();
    const { user, system } = process.cpuUsage(begun);
    if (run >= 0) times.push((user + system) / 1000);
  }
  console.log(`  ${median(times).toFixed(1).padStart(7)} ms  ${name}`);
}
