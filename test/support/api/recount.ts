import { env } from 'cloudflare:workers';

/**
 * What is kept of a list's reports, and the same counted anew from obligations, submissions, drafts, revisions and
 * shares, in words of its own: it imports nothing of the product. Dates, retirement, reviews and the clocks of first receipt
 * and fulfilment are taken as stored; counts, waivers, the roll-up and the totals are not.
 */
export interface Counts {
  /** By group and due date: expected, received, fulfilled, on time, reported late, completed late; to accept, accepted, returned. */
  rollup: Record<string, number[]>;
  /** By unit (`*`: the district), arrangement and indicator: reported, allocated, and of the district how many units report. */
  totals: Record<string, (number | null)[]>;
  /** What is said of each obligation that is asked for; of a retired one only where it stands. */
  obligations: Record<string, unknown>;
}

type Row = Record<string, number | string | null>;

const select = async (sql: string, ...values: string[]): Promise<Row[]> =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<Row>()
  ).results;

const sorted = <T>(entries: Iterable<[string, T]>): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const isFinal = (kind: unknown): boolean => ['once', 'window', 'undated'].includes(String(kind));
const time = (each: Row): [string, number, string] => [
  // An extension moves nothing in its series.
  String(each.due_original ?? each.due_on ?? '~'),
  Number(each.schedule_number),
  String(each.key),
];
function inTime(a: Row, b: Row): number {
  const [[dueA, scheduleA, keyA], [dueB, scheduleB, keyB]] = [time(a), time(b)];
  return dueA < dueB ? -1 : dueA > dueB ? 1 : scheduleA - scheduleB || (keyA < keyB ? -1 : 1);
}

/** Counts everything anew. */
export async function recount(listId: string): Promise<Counts> {
  const ofList = (table: string): Promise<Row[]> =>
    select(`SELECT * FROM ${table} WHERE list_id = ?1`, listId);
  const [obligations, schedules, indicators, arrangements, tasks, shares] = (await Promise.all(
    ['obligations', 'schedules', 'indicators', 'arrangements', 'tasks', 'allocations'].map(ofList),
  )) as [Row[], Row[], Row[], Row[], Row[], Row[]];
  const ofRows = (table: string): Promise<Row[]> =>
    select(
      `SELECT x.* FROM ${table} x JOIN obligations o ON o.key = x.obligation_key WHERE o.list_id = ?1`,
      listId,
    );
  const [submissions, drafts, revisions] = [
    await ofRows('submissions'),
    await ofRows('drafts'),
    await ofRows('revisions'),
  ];
  const units = await select(`SELECT id, kind FROM units`);
  const kindOf = new Map(
    schedules.map((row) => [`${row.arrangement_code} ${row.number}`, row.decided_kind ?? row.kind]),
  );
  const liveOf = Map.groupBy(
    indicators.filter(({ retired }) => retired === 0),
    (row) => String(row.arrangement_code),
  );
  const shareOf = new Map(
    shares.map((row) => [`${row.arrangement_code} ${row.indicator_id} ${row.unit_id}`, Number(row.share)]),
  );
  const placeOf = new Map(arrangements.map(({ code, task_code: task }) => [code, task]));
  const categoryOf = new Map(tasks.map(({ code, category }) => [code, category]));
  const submitted = new Map(submissions.map((row) => [`${row.obligation_key} ${row.indicator_id}`, row]));
  const drafted = new Set(drafts.map((row) => `${row.obligation_key} ${row.indicator_id}`));
  const acted = await select(
    `SELECT obligation_key FROM act_obligations WHERE outcome = 'applied' AND obligation_key LIKE ?1 || '.%'`,
    listId,
  );
  const written = new Set([...revisions, ...acted].map((row) => row.obligation_key));
  const declarations = (await ofList('declarations')).filter((row) => row.withdrawn_at === null);
  const declared = (each: Row): boolean =>
    declarations.some(
      (row) =>
        row.unit_id === each.unit_id &&
        row.arrangement_code === each.arrangement_code &&
        row.schedule_number === each.schedule_number &&
        String(row.from_day) <= String(each.opens_on),
    );
  const bureau = new Set(units.flatMap(({ id, kind }) => (kind === 'bureau' ? [id] : [])));

  const rows = (each: Row): { id: string; mode: unknown; sent: Row | undefined }[] =>
    (liveOf.get(String(each.arrangement_code)) ?? []).map(({ id, mode }) => ({
      id: String(id),
      mode,
      sent: submitted.get(`${each.key} ${id}`),
    }));
  const final = (each: Row): boolean =>
    isFinal(kindOf.get(`${each.arrangement_code} ${each.schedule_number}`));
  const isDone = (each: Row, id: string, sent: Row | undefined): boolean => {
    if (!sent) return false;
    if (sent.status === '本地无此类') return true;
    if (!final(each)) return sent.status === '已开展';
    const share = shareOf.get(`${each.arrangement_code} ${id} ${each.unit_id}`);
    const falls = share !== undefined && sent.count !== null && Number(sent.count) < share;
    return sent.status === '已完成' && !falls;
  };

  const behind = new Map<string, string>();
  const [decided] = await select(`SELECT value FROM settings WHERE scope = ?1 AND name = 'list'`, listId);
  const margin = Number(JSON.parse(String(decided?.value ?? '{}')).paceMargin ?? 10);
  const rollup = new Map<string, number[]>();
  const totals = new Map<string, (number | null)[]>();
  const told = new Map<string, unknown>();
  const add = (name: string, at: number, more: number, size: number): void => {
    const sum = totals.get(name) ?? Array.from({ length: size }, () => null);
    sum[at] = (sum[at] ?? 0) + more;
    totals.set(name, sum);
  };
  const askedOf = Map.groupBy(
    obligations.filter(({ retired }) => retired === 0),
    (each) => each.arrangement_code,
  );
  const countsForAll = (unit: unknown, code: unknown): boolean =>
    !bureau.has(String(unit)) ||
    (askedOf.get(code as string) ?? []).every((each) => bureau.has(each.unit_id));

  const series = Map.groupBy(obligations, (each) => `${each.unit_id} ${each.arrangement_code}`);
  for (const unsorted of series.values()) {
    const inOrder = unsorted.toSorted(inTime);
    // The earliest day on which a dated final report, whole and asked for, says that all is done.
    const finished = inOrder
      .filter((each) => final(each) && each.due_on !== null && each.retired === 0)
      .map((each) => rows(each).map(({ sent }) => (sent?.status === '已完成' ? sent.completed_on : null)))
      .filter((days) => days.every((day) => day !== null))
      .map((days) => days.map(String).sort().at(-1)!)
      .sort()[0];
    const latest = new Map<string, unknown>();
    const counted = new Map<string, { last: number; mode: unknown; bySchedule: Map<number, number> }>();
    for (const each of inOrder) {
      const place = placeOf.get(each.arrangement_code);
      const stands = { task: place, category: categoryOf.get(place ?? null), written: written.has(each.key) };
      let waived: string | null = null;
      if (!final(each)) {
        const said = (id: string): string => `${each.schedule_number} ${id}`;
        if (finished !== undefined && String(each.opens_on) > finished) waived = 'completed';
        else if (rows(each).every(({ id }) => latest.get(said(id)) === '本地无此类'))
          waived = 'notApplicable';
        for (const { id, sent } of rows(each)) if (sent) latest.set(said(id), sent.status);
      }
      if (declared(each)) waived ??= 'notApplicable';
      if (each.retired === 1) {
        told.set(String(each.key), stands);
        continue;
      }
      const all = rows(each);
      const received = all.filter(({ sent }) => sent).length;
      const fulfilled = all.filter(({ id, sent }) => isDone(each, id, sent)).length;
      told.set(String(each.key), {
        ...stands,
        rows: all.length,
        received,
        fulfilled,
        drafts: all.filter(({ id }) => drafted.has(`${each.key} ${id}`)).length,
        waived,
        counts:
          waived !== null && received === 0
            ? [0, 0, 0]
            : [1, received === all.length, fulfilled === all.length].map(Number),
        // What is whole has become so at some time; how it was by then was decided once.
        ...(received === all.length ? { hasReceived: true } : {}),
        isReviewed: received === all.length,
        isDeclared: declared(each),
        ...(fulfilled === all.length ? { hasFulfilled: true } : {}),
        ...(fulfilled === all.length && each.due_on !== null ? { isJudged: true } : {}),
      });
      for (const { id, mode, sent } of all) {
        if (!sent || sent.count === null) continue;
        const found = counted.get(id) ?? { last: 0, mode, bySchedule: new Map<number, number>() };
        const schedule = Number(each.schedule_number);
        found.last = Number(sent.count);
        found.bySchedule.set(schedule, (found.bySchedule.get(schedule) ?? 0) + Number(sent.count));
        counted.set(id, found);
      }
      if (waived !== null && received === 0) continue;
      const isWhole = fulfilled === all.length;
      const numbers = [
        1,
        Number(received === all.length),
        Number(isWhole),
        ...['onTime', 'reportedLate', 'completedLate'].map((how) =>
          Number(isWhole && each.punctuality === how),
        ),
        ...['toAccept', 'accepted', 'returned'].map((review) => Number(each.review === review)),
      ];
      for (const group of [
        `unit ${each.unit_id}`,
        `category ${stands.category}`,
        `task ${stands.task}`,
        `arrangement ${each.arrangement_code}`,
        `period ${each.period_id}`,
      ]) {
        const name = `${group} ${each.due_on ?? ''}`;
        const sum = rollup.get(name) ?? numbers.map(() => 0);
        rollup.set(
          name,
          sum.map((value, at) => value + (numbers[at] ?? 0)),
        );
      }
    }
    const [{ unit_id: unit, arrangement_code: code }] = inOrder as [Row];
    // Behind pace: the dated final reports, or the periods where there are none, by each running total with a share.
    const dated = inOrder.filter((each) => each.due_on !== null && each.retired === 0);
    const finals = dated.filter(final);
    for (const each of finals.length > 0 ? finals : dated) {
      const all = dated.filter(({ schedule_number: n }) => n === each.schedule_number);
      const whole = final(each) ? [each] : all;
      const begins = whole.map(({ opens_on: day }) => String(day)).sort()[0]!;
      const ends = whole
        .map(({ due_on: day }) => String(day))
        .sort()
        .at(-1)!;
      const days = (Date.parse(ends) - Date.parse(begins)) / 864e5 + 1;
      for (const { id, mode } of rows(each)) {
        const share = shareOf.get(`${code} ${id} ${unit}`) ?? 0;
        if (id === 'done' || mode !== 'cumulative' || share === 0) continue;
        for (let passed = 0; passed < days; passed += 1) {
          const day = new Date(Date.parse(begins) + passed * 864e5).toISOString().slice(0, 10);
          const isBehind =
            passed * share * 100 > days * ((counted.get(id)?.last ?? 0) * 100 + margin * share);
          if (!isBehind || day < String(each.opens_on) || day > String(each.due_on)) continue;
          const before = behind.get(String(each.key));
          if (before === undefined || day < before) behind.set(String(each.key), day);
          break;
        }
      }
    }
    for (const [id, { last, mode, bySchedule }] of counted) {
      const first = Math.min(...bySchedule.keys());
      const reported = mode === 'cumulative' ? last : (bySchedule.get(first) ?? 0);
      add(`${unit} ${code} ${id}`, 0, reported, 2);
      if (!countsForAll(unit, code)) continue;
      add(`* ${code} ${id}`, 0, reported, 3);
      add(`* ${code} ${id}`, 2, 1, 3);
    }
  }
  const inForce = new Set(
    arrangements
      .filter(({ retired }) => retired === 0)
      .flatMap(({ code }) => (liveOf.get(String(code)) ?? []).map(({ id }) => `${code} ${id}`)),
  );
  for (const { unit_id: unit, arrangement_code: code, indicator_id: id, share } of shares) {
    if (!inForce.has(`${code} ${id}`)) continue;
    add(`${unit} ${code} ${id}`, 1, Number(share), 2);
    if (countsForAll(unit, code)) add(`* ${code} ${id}`, 1, Number(share), 3);
  }
  for (const [key, day] of behind) Object.assign(told.get(key) as object, { behind: day });
  for (const [name, numbers] of totals) if (name.startsWith('*')) numbers[2] ??= 0;
  return { rollup: sorted(rollup), totals: sorted(totals), obligations: sorted(told) };
}

/** The stored roll-up, in the form in which it is recounted. */
export async function storedRollup(listId: string): Promise<Counts['rollup']> {
  const stored = await select(
    `SELECT * FROM progress_rollups WHERE list_id = ?1 AND expected + received + fulfilled <> 0`,
    listId,
  );
  return sorted(
    stored.map((row): [string, number[]] => [
      `${row.dimension} ${row.group_id} ${row.due_on}`,
      [
        ...[row.expected, row.received, row.fulfilled, row.on_time, row.reported_late, row.completed_late],
        ...[row.to_accept, row.accepted, row.returned],
      ].map(Number),
    ]),
  );
}

/** What is stored, in the form in which it is recounted. */
export async function storedCounts(listId: string): Promise<Counts> {
  const totals = await select(
    `SELECT * FROM indicator_totals WHERE list_id = ?1 AND (reported IS NOT NULL OR allocated IS NOT NULL)`,
    listId,
  );
  const obligations = await select(`SELECT * FROM obligations WHERE list_id = ?1`, listId);
  return {
    rollup: await storedRollup(listId),
    totals: sorted(
      totals.map((row): [string, (number | null)[]] => {
        const name = `${row.unit_id} ${row.arrangement_code} ${row.indicator_id}`;
        const numbers = [row.reported, row.allocated] as (number | null)[];
        return [name, row.unit_id === '*' ? [...numbers, Number(row.reporting)] : numbers];
      }),
    ),
    obligations: sorted(
      obligations.map((each): [string, unknown] => {
        const stands = { task: each.task_code, category: each.category, written: each.touched === 1 };
        if (each.retired === 1) return [String(each.key), stands];
        const isWhole = each.fulfilled_rows === each.rows;
        return [
          String(each.key),
          {
            ...stands,
            rows: each.rows,
            received: each.received_rows,
            fulfilled: each.fulfilled_rows,
            drafts: each.draft_rows,
            waived: each.waived_by,
            counts: [each.expected, each.received, each.fulfilled],
            ...(each.received_rows === each.rows ? { hasReceived: each.first_received_at !== null } : {}),
            isReviewed: each.review !== null,
            isDeclared: each.declared !== null,
            ...(each.behind_from === null ? {} : { behind: each.behind_from }),
            ...(isWhole ? { hasFulfilled: each.first_fulfilled_at !== null } : {}),
            ...(isWhole && each.due_on !== null ? { isJudged: each.punctuality !== null } : {}),
          },
        ];
      }),
    ),
  };
}
