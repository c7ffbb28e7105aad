import type { PackedAnswer } from '../../../shared/wire/pushAnswer.ts';
import { rulesVersion } from '../../../shared/rules/ruleIds.ts';
import { goodValues, pick } from '../data/rows.ts';
import { largeYear, newDesks } from '../data/seed.ts';
import { nextPushId } from '../data/send.ts';
import { median, quantile } from '../measure/stats.ts';
import { ms, number, times, type Section } from '../measure/table.ts';
import { ask } from '../serve/http.ts';
import type { Scale } from './scale.ts';
import type { Servers } from './servers.ts';

/** Many units push a year's worth of rows at the same moment. */
export async function measureCrowd({ product }: Servers, scale: Scale): Promise<Section> {
  const desks = await newDesks(product, scale.crowd, largeYear, '1-1-%');
  const pushes = desks.map(({ key, sheet }) => {
    const rows = pick(sheet.rows, 500).map((row) => ({
      key: row.key,
      base: null,
      values: goodValues(row, 1),
    }));
    const body = JSON.stringify({ pushId: nextPushId(), cursor: sheet.cursor, rulesVersion, rows });
    return { key, body, rows: rows.length };
  });
  const begun = performance.now();
  const answers = await Promise.all(
    pushes.map(({ key, body }) => ask(product.url, 'POST', `/v1/sync?year=${largeYear}`, { key, body })),
  );
  const whole = performance.now() - begun;
  const answered = answers.filter(({ status }) => status === 200);
  const applied = answered
    .flatMap(({ text }) => (JSON.parse(text) as PackedAnswer).outcomes)
    .filter(({ outcome }) => outcome === 'applied').length;
  const sent = pushes.reduce((sum, { rows }) => sum + rows, 0);
  const count = async (table: string, unitColumn: string) =>
    (
      await product.db
        .prepare(
          `SELECT count(*) AS n FROM ${table} t JOIN obligations o ON o.key = t.obligation_key
           WHERE ${unitColumn} IN (SELECT value FROM json_each(?1))`,
        )
        .bind(JSON.stringify(desks.map(({ unit }) => unit)))
        .first<{ n: number }>()
    )?.n ?? 0;
  const stored = await count('submissions', 'o.unit_id');
  const revised = await count('revisions', 'o.unit_id');
  const all = answers.map((answer) => answer.ms);
  const slowest = Math.max(...all);
  return {
    title: `${scale.crowd} units pushing 500 rows each at once`,
    lines: [
      {
        what: 'answered',
        figure: `${answered.length} of ${pushes.length}`,
        goal: { text: 'all', met: answered.length === pushes.length },
      },
      {
        what: 'rows applied, then found in D1',
        figure: `${number(applied)} and ${number(stored)}`,
        spread: `${number(revised)} revisions`,
        note: `${number(sent)} sent`,
        goal: { text: 'none lost', met: applied === sent && stored === sent && revised === sent },
      },
      { what: 'answer', ...times(all), note: `p99 ${ms(quantile(all, 0.99))}` },
      {
        what: 'slowest',
        figure: ms(slowest),
        note: `${number(slowest / median(all))} × the median`,
        goal: { text: 'below 10 × the median', met: slowest < 10 * median(all) },
      },
      { what: 'all of them', figure: `${number((sent * 1000) / whole)} rows/s`, note: ms(whole) },
    ],
  };
}
