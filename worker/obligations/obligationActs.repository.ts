import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { ObligationAct } from '../../shared/wire/obligationDetail.ts';

type Changed = ObligationAct['before'];
type Row = Omit<ObligationAct, 'at' | 'before' | 'after'> & {
  madeAt: number;
  before: string | null;
  after: string | null;
};

const changed = (text: string | null): Changed => (text === null ? null : (JSON.parse(text) as Changed));

/** The acts that named an obligation, the oldest first. */
export async function loadActs(db: D1Database, key: string): Promise<ObligationAct[]> {
  const { results } = await db
    .prepare(
      `SELECT a.made_at AS madeAt, a.act, a.holder AS by, a.reason, a.document, a.due, a.until, x.outcome, x.code,
         x.before, x.after
       FROM act_obligations x JOIN acts a ON a.act_id = x.act_id
       WHERE x.obligation_key = ?1 AND x.outcome IS NOT NULL ORDER BY a.made_at, a.act_id`,
    )
    .bind(key)
    .all<Row>();
  return results.map(({ madeAt, before, after, ...row }) => ({
    at: shanghaiTime(madeAt),
    ...row,
    before: changed(before),
    after: changed(after),
  }));
}
