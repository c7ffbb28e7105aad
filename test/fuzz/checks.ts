import { env } from 'cloudflare:workers';
import { shown } from '../../addin/flows/ledger.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { recount, storedCounts, storedRollup } from '../support/api/recount.ts';
import type { Desk } from './desk.ts';
import { bureau, units, year } from './fixture.ts';
import { allWaivers, rollup, totals } from './model/counts.ts';
import { blank, differing, fields, type Values } from './model/plan.ts';
import { fulfilledRows } from './model/push.ts';
import { dueNow, standing, type State } from './model/state.ts';
import { equal, show } from './server.ts';
import type { World } from './world.ts';

/** What must hold in the end; the first breach in words, or `null`. */
export async function breach(world: World): Promise<string | null> {
  const { state } = world.server;
  return (
    unseen(state) ??
    (await rowsAgree(state)) ??
    (await obligationsAgree(state)) ??
    (await countsAgree(state)) ??
    (await workbooksAgree(world))
  );
}

const select = async <T>(sql: string): Promise<T[]> => (await env.DB.prepare(sql).all<T>()).results;

function differ(what: string, want: unknown, got: unknown): string | null {
  return equal(want, got) ? null : `${what}\n  model  ${show(want)}\n  stored ${show(got)}`;
}

function first<T>(each: Iterable<T>, check: (one: T) => string | null): string | null {
  for (const one of each) {
    const found = check(one);
    if (found) return found;
  }
  return null;
}

/** No revision changes a field whose value its writer had not seen; none is applied twice. */
function unseen(state: State): string | null {
  return first(
    state.obligations.flatMap(({ rows }) => rows),
    ({ key, revisions }) => {
      const doubled = revisions.find(
        ({ pushId }, at) => revisions.findIndex((each) => each.pushId === pushId) !== at,
      );
      if (doubled) return `${key}: push ${doubled.pushId} was applied twice`;
      return first(revisions.entries(), ([at, { values, base }]) => {
        const before = revisions[at - 1]?.values ?? blank;
        const saw = base === null ? blank : revisions[base - 1]!.values;
        const blind = differing(before, values).find((field) => before[field] !== saw[field]);
        return blind === undefined ? null : `${key}: version ${at + 1} overwrites ${blind} unseen`;
      });
    },
  );
}

interface StoredRow {
  row_key: string;
  version: number;
  content: string;
  kind?: string;
  push_id?: string;
  on_behalf?: number;
}

/** Submissions, drafts and every revision are the model's, no more and no less. */
async function rowsAgree(state: State): Promise<string | null> {
  const rows = state.obligations.flatMap((obligation) => obligation.rows);
  const json = `json_object('status', status, 'count', count, 'completedOn', completed_on, 'note', note,
    'problems', problems, 'contact', contact, 'evidence', evidence, 'explanation', explanation)`;
  const submissions = await select<StoredRow>(`SELECT row_key, version, ${json} AS content FROM submissions`);
  const drafts = await select<StoredRow>(`SELECT row_key, version, content FROM drafts`);
  const revisions = await select<StoredRow>(
    `SELECT row_key, version, kind, content, push_id, on_behalf FROM revisions ORDER BY row_key, version`,
  );
  const byKey = (stored: StoredRow[]) => Map.groupBy(stored, (row) => row.row_key);
  const [submitted, drafted, revised] = [byKey(submissions), byKey(drafts), byKey(revisions)];
  const told = (row: StoredRow) => ({ version: row.version, values: JSON.parse(row.content) as Values });
  const plain = (row: { version: number; values: Values } | null) =>
    row ? [{ version: row.version, values: row.values }] : [];
  return first(
    rows,
    (row) =>
      differ(
        `revisions of ${row.key}`,
        row.revisions.map(({ version, kind, values, pushId, onBehalf }) => ({
          version,
          kind,
          values,
          pushId,
          onBehalf,
        })),
        (revised.get(row.key) ?? []).map((each) => ({
          ...told(each),
          kind: each.kind,
          pushId: each.push_id,
          onBehalf: each.on_behalf === 1,
        })),
      ) ??
      differ(`submission of ${row.key}`, plain(row.submission), (submitted.get(row.key) ?? []).map(told)) ??
      differ(`draft of ${row.key}`, plain(row.draft), (drafted.get(row.key) ?? []).map(told)),
  );
}

type StoredObligation = Record<string, string | number | null>;

/** Clocks, counts, punctuality, waivers and retirement. */
async function obligationsAgree(state: State): Promise<string | null> {
  const stored = new Map(
    (await select<StoredObligation>(`SELECT * FROM obligations`)).map((row) => [String(row.key), row]),
  );
  const waived = allWaivers(state);
  return first(state.obligations, (each) => {
    const row = stored.get(each.key);
    const stands = standing(state, each);
    if (stands === 'gone') return row ? `${each.key} is stored though nobody is asked for it` : null;
    if (!row) return `${each.key} is not stored`;
    const want = {
      retired: Number(stands === 'retired'),
      received_rows: each.rows.filter(({ submission }) => submission).length,
      draft_rows: each.rows.filter(({ draft }) => draft).length,
      first_received_at: each.firstReceivedAt,
      first_fulfilled_at: each.firstFulfilledAt,
      punctuality: each.punctuality,
      review: each.review,
      returned_on: each.returned?.on ?? null,
      unlocked_until: each.unlockedUntil,
      ...(stands === 'asked'
        ? {
            fulfilled_rows: fulfilledRows(state, each),
            waived_by: waived.get(each.key) ?? null,
            due_on: dueNow(each),
            due_original: each.extended === null ? null : each.dueOn,
          }
        : {}),
    };
    const got = Object.fromEntries(Object.keys(want).map((name) => [name, row[name]]));
    return differ(each.key, want, got);
  });
}

/** The roll-up and the totals: as stored, as counted anew from what is stored, and as the model counts. */
async function countsAgree(state: State): Promise<string | null> {
  const list = String(year);
  const stored = await storedRollup(list);
  const rows = await select<Record<string, string | number | null>>(
    `SELECT unit_id || ' ' || arrangement_code || ' ' || indicator_id AS name, reported, allocated FROM indicator_totals
     WHERE reported IS NOT NULL OR allocated IS NOT NULL`,
  );
  return (
    differ('recounted', await recount(list), await storedCounts(list)) ??
    differ('roll-up', rollup(state), stored) ??
    differ(
      'totals',
      totals(state),
      Object.fromEntries(rows.map((row) => [row.name, [row.reported, row.allocated]])),
    )
  );
}

/** Every workbook shows what the server has, and would send nothing more. */
async function workbooksAgree(world: World): Promise<string | null> {
  for (const unit of [...units, bureau]) {
    const { rows } = await world.bureau.sheet(unit);
    for (const [at, desk] of world.desks.entries()) {
      if (world.unit(desk) !== unit) continue;
      const found = await workbookAgrees(desk, rows, world.server.state);
      if (found) return `workbook ${at}: ${found}`;
    }
  }
  return null;
}

async function workbookAgrees(desk: Desk, rows: SheetRow[], state: State): Promise<string | null> {
  const { ledger, standings } = desk.session.view;
  if (!ledger) return 'holds no ledger';
  const cells = new Map((await desk.rows).map((row) => [String(row.cells.key ?? ''), row.cells]));
  const served = new Set(rows.map(({ key }) => key));
  const waived = allWaivers(state);
  for (const key of cells.keys()) {
    if (key === '' || served.has(key)) continue;
    const owner = state.obligations.find((each) => each.rows.some((row) => row.key === key));
    // What has become unnecessary stays in the sheet of those who had it; a new sheet leaves it out.
    if (owner && standing(state, owner) === 'asked' && waived.has(owner.key)) continue;
    return `holds ${key}, which the server does not ask for`;
  }
  return first(rows, (row) => {
    const [held, live] = [ledger.rows.get(row.key), cells.get(row.key)];
    if (!held || !live) return `lacks ${row.key}`;
    const told = ({
      state: _state,
      light: _light,
      context: { today: _today, ...context },
      ...rest
    }: SheetRow) => ({
      ...rest,
      context,
    });
    const stale = differ(`knows ${row.key} otherwise`, told(row), told(held.server));
    if (stale) return stale;
    if (standings.get(row.key)?.pushable) return `would still push ${row.key}`;
    if (held.conflict) return `has a conflict in ${row.key}`;
    const { base, values } = shown(row);
    const shows = desk.session.view.standings.get(row.key)!.values;
    const untouched = base === null && fields.every((field) => shows[field] === null);
    if (untouched) return null;
    return differ(`shows in ${row.key}`, { base, values }, { base: live.base, values: shows });
  });
}
