import type { D1Database } from './miniflare.ts';
import { LocalProblem } from './localProblem.ts';

/** When the demo of the 2024 list begins, unless DEMO_NOW says otherwise. */
const standardStart = '2024-04-10T09:00:00+08:00';

/** A day, or a moment with its offset; a moment without one would mean another time on every computer. */
const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** Milliseconds since 1970 of a DEMO_NOW; a bare day is its midnight in Shanghai. */
export function readDemoNow(text: string): number {
  const moment = shape.test(text) ? Date.parse(text.includes('T') ? text : `${text}T00:00:00+08:00`) : NaN;
  // Date.parse takes the 31st of a shorter month for the 1st of the next.
  const day = Number.isNaN(Date.parse(`${text.slice(0, 10)}T00:00:00Z`))
    ? ''
    : new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10);
  if (Number.isNaN(moment) || day !== text.slice(0, 10)) {
    throw new LocalProblem(
      `DEMO_NOW“${text}”不是有效的时间。请写成 ${standardStart} 或 2024-04-10。`,
      `DEMO_NOW “${text}” is no valid time. Write it as ${standardStart} or 2024-04-10.`,
    );
  }
  return moment;
}

/** The time in Shanghai, as people there write it. */
export function shanghaiTime(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * Sets the demo clock at the first start, or anew where `demoNow` is given, and leaves it alone otherwise.
 * Time never runs backwards past what is stored. Returns the demo's now.
 */
export async function setDemoClock(db: D1Database, demoNow: string | undefined): Promise<number> {
  const stored = await db
    .prepare(`SELECT value FROM settings WHERE scope = '' AND name = 'demoClockOffsetMs'`)
    .first<{ value: string }>();
  if (stored && demoNow === undefined) return Date.now() + Number(stored.value);
  const start = readDemoNow(demoNow ?? standardStart);
  const newest = await db
    .prepare(
      `SELECT (SELECT max(made_at) FROM revisions) AS report,
              (SELECT max(at) FROM sequences WHERE value > 0) AS change`,
    )
    .first<{ report: number | null; change: number | null }>();
  const report = newest?.report ?? 0;
  const change = newest?.change ?? 0;
  // The list itself was published a moment after the clock's start: the same day is early enough.
  if (start < report || shanghaiTime(start).slice(0, 10) < shanghaiTime(change).slice(0, 10)) {
    const latest = shanghaiTime(Math.max(report, change));
    throw new LocalProblem(
      `DEMO_NOW（${shanghaiTime(start)}）早于已保存的最新数据（${latest}）。时间不能倒退；如要从头演示，请先执行 npm run reset。`,
      `DEMO_NOW (${shanghaiTime(start)}) is before the newest stored data (${latest}). Time cannot run backwards; to begin again, run npm run reset first.`,
    );
  }
  await moveDemoClock(db, start);
  return start;
}

/** Sets the demo clock to a moment, in milliseconds since 1970. */
export async function moveDemoClock(db: D1Database, moment: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', ?1)
       ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value`,
    )
    .bind(String(moment - Date.now()))
    .run();
}

/**
 * Real time, in a folder of its own: what was made up for a demo is never spoken of to real people.
 * @throws LocalProblem where the folder holds a demo.
 */
export async function useRealTime(db: D1Database): Promise<number> {
  const demo = await db
    .prepare(`SELECT value FROM settings WHERE scope = '' AND name = 'demoClockOffsetMs'`)
    .first<{ value: string }>();
  if (demo) {
    throw new LocalProblem(
      '这里保存的是演示数据。按真实日期运行（DEMO=off）请先备份需要的内容，再执行 npm run reset。',
      'The data here are those of a demo. To run by real time (DEMO=off), keep what you need, and run npm run reset first.',
    );
  }
  return Date.now();
}
