import type { RawValues } from '../../../shared/row/row.ts';
import { unpackSheet, type PackedSheet, type Sheet } from '../../../shared/wire/sheet.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { unpackAnswer, type PackedAnswer, type PushAnswer } from '../../../shared/wire/pushAnswer.ts';
import type { Outcome } from '../../../shared/wire/parts/outcome.ts';
import { lightsOn } from '../../../shared/obligations/light.ts';
import { defaultListSettings } from '../../../shared/taskList/listSettings.ts';
import { answeredRow } from '../../../shared/sync/answerRow.ts';
import type { Answer, Client } from './client.ts';

let pushes = 0;

export interface Pushed {
  key: string;
  base: number | null;
  values: RawValues;
}

/** A new push id. */
export function nextPushId(): string {
  pushes += 1;
  return `test-push-${pushes}`;
}

/** Pushes rows as a workbook would. */
export async function push(
  client: Client,
  rows: Pushed[],
  options: { pushId?: string; cursor?: string; query?: string } = {},
): Promise<Answer<PushAnswer>> {
  const answer = await client.post<PackedAnswer>(`/v1/sync${options.query ?? ''}`, {
    pushId: options.pushId ?? nextPushId(),
    ...(options.cursor === undefined ? {} : { cursor: options.cursor }),
    rulesVersion: 'test',
    rows,
  });
  return unpacked(answer);
}

/** An answer to a push, as a workbook takes it; a problem as it came. */
export function unpacked(answer: Answer<PackedAnswer>): Answer<PushAnswer> {
  const body = answer.status === 200 ? unpackAnswer(answer.body) : (answer.body as never);
  return { ...answer, body };
}

/** Pushes one row and gives its outcome. */
export async function pushRow(
  client: Client,
  key: string,
  base: number | null,
  values: RawValues,
): Promise<Outcome> {
  const answer = await push(client, [{ key, base, values }]);
  const outcome = answer.body.outcomes?.[0];
  if (!outcome) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return outcome;
}

/** What an answer tells of rows, by key: those that came whole, and those that stand as they were sent, by what was `known`. */
export function toldRows(
  known: readonly SheetRow[],
  pushed: readonly Pushed[],
  { outcomes, changes, today }: PushAnswer,
): Map<string, SheetRow> {
  const before = new Map(known.map((row) => [row.key, row]));
  const told = new Map(changes.map((row) => [row.key, row]));
  const on = lightsOn(today, defaultListSettings.blueDays);
  for (const [at, outcome] of outcomes.entries()) {
    if (!outcome.row) continue;
    if (told.has(outcome.key)) throw new Error(`${outcome.key} was told twice`);
    told.set(outcome.key, answeredRow(before.get(outcome.key)!, pushed[at]!, outcome, outcome.row, on));
  }
  return told;
}

export async function pull(client: Client, query = ''): Promise<Sheet> {
  const answer = await client.get<PackedSheet>(`/v1/sheet${query}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return unpackSheet(answer.body);
}

/** The row of an arrangement for an indicator and a period. */
export function rowOf(
  sheet: Sheet,
  arrangement: string,
  where: { indicator?: string; period?: string; schedule?: number } = {},
): SheetRow {
  const found = sheet.rows.find(
    (row) =>
      row.arrangement === arrangement &&
      (where.indicator === undefined || row.context.indicator.id === where.indicator) &&
      (where.period === undefined || row.period === where.period) &&
      (where.schedule === undefined || row.key.split('.')[2] === String(where.schedule)),
  );
  if (!found) throw new Error(`no row of ${arrangement} ${JSON.stringify(where)}`);
  return found;
}

/** A count report that is under way. */
export const underWay = (count: number, note = '正在逐家督促推进'): RawValues => ({
  status: '进行中',
  count,
  note,
});

/** A finished report. */
export const done = (completedOn: string, count?: number): RawValues => ({
  status: '已完成',
  ...(count === undefined ? {} : { count }),
  completedOn,
  note: '已全部完成并逐家复核',
});
