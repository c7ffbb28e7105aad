import { rulesVersion } from '../../../shared/rules/ruleIds.ts';
import type { PackedAnswer } from '../../../shared/wire/pushAnswer.ts';
import { must } from '../serve/http.ts';
import type { Desk } from './seed.ts';
import type { Pushed } from './rows.ts';

let sent = 0;
export const nextPushId = (): string => `bench-push-${(sent += 1)}`;

/** Pushes as the pane does, cursor included, and checks that the outcomes are those expected. */
export async function send(
  url: string,
  desk: Desk,
  rows: readonly Pushed[],
  expected: Partial<Record<string, number>>,
): Promise<{ ms: number; bytes: { sent: number; answered: number } }> {
  const { list, cursor } = desk.sheet;
  const body = JSON.stringify({ pushId: nextPushId(), cursor, rulesVersion, rows });
  const { ms, text } = await must(url, 'POST', `/v1/sync?year=${list.year}`, { key: desk.key, body });
  const answer = JSON.parse(text) as PackedAnswer;
  const found: Record<string, number> = {};
  for (const { outcome } of answer.outcomes) found[outcome] = (found[outcome] ?? 0) + 1;
  const wanted = Object.entries(expected).filter(([, count]) => count !== 0);
  const same =
    wanted.length === Object.keys(found).length && wanted.every(([kind, count]) => found[kind] === count);
  if (!same) {
    const odd = answer.outcomes.find(({ outcome }) => !(outcome in expected));
    throw new Error(
      `outcomes ${JSON.stringify(found)}, not ${JSON.stringify(expected)}: ${JSON.stringify(odd)}`,
    );
  }
  desk.sheet.cursor = answer.cursor;
  return { ms, bytes: { sent: Buffer.byteLength(body), answered: Buffer.byteLength(text) } };
}
