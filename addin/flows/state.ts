import * as z from 'zod';
import { packedValues, packValues, unpackValues } from '../../shared/row/packedValues.ts';
import { rowFields } from '../../shared/row/row.ts';
import { scheduleKind } from '../../shared/taskList/taskList.ts';
import { rowContext } from '../../shared/rules/context.ts';
import { finding } from '../../shared/rules/finding.ts';
import { packedSheet } from '../../shared/wire/sheet.ts';
import { sheetColumn } from '../../shared/wire/parts/sheetColumn.ts';
import { packActed, packedActed, unpackActed } from '../../shared/wire/parts/packedRows.ts';
import { sheetRow, type SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { outcomeKind } from '../../shared/wire/parts/outcome.ts';
import type { WorkbookState } from '../workbook/port.ts';
import type { Ledger, RowState } from './ledger.ts';
import { viewIds } from './views.ts';

/** Shape of the state that travels in the workbook (S8). Raised when an older add-in could not read it. */
const schema = 1;

const field = z.enum(rowFields);

const packedRow = z.object({
  ...sheetRow.omit({
    key: true,
    arrangement: true,
    taskName: true,
    arrangementText: true,
    context: true,
    values: true,
    prefill: true,
    draft: true,
    review: true,
    dueOriginal: true,
    extension: true,
    movedFrom: true,
    unlockedUntil: true,
    declared: true,
    light: true,
    behindFrom: true,
  }).shape,
  /** Left out of a row on which nobody has acted, and by workbooks of before there were acts. */
  acted: packedActed.optional(),
  /** Place of the row's texts in `texts`: weekly rows share them. */
  text: z.int().min(0),
  context: rowContext.omit({ key: true, today: true, year: true }),
  values: packedValues.nullable(),
  prefill: packedValues.nullable(),
  draft: z.object({ version: z.int(), values: packedValues, findings: z.array(finding) }).nullable(),
  conflict: z.object({ fields: z.array(field), base: packedValues.nullable() }).optional(),
  refusal: z
    .discriminatedUnion('reason', [
      z.object({ reason: z.literal('locked'), on: z.string(), contact: z.string() }),
      z.object({ reason: z.literal('unknown') }),
    ])
    .optional(),
  confirmed: z.literal(true).optional(),
  behind: z.literal(true).optional(),
  says: z.string().optional(),
});
type PackedRow = z.infer<typeof packedRow>;

const syncSummary = z.object({
  at: z.string(),
  counts: z.partialRecord(outcomeKind, z.int()),
  received: z.int(),
  added: z.int(),
  archived: z.int(),
  /** Left out by workbooks of before there were reviews. */
  again: z.int().default(0),
});

const packedLedger = z.object({
  schema: z.literal(schema),
  list: packedSheet.shape.list,
  unit: packedSheet.shape.unit,
  today: z.iso.date(),
  demo: z.boolean(),
  rulesVersion: z.string(),
  /** Both are left out by workbooks of before there were lights. */
  contact: z.string().default(''),
  blueDays: z.int().default(7),
  cursor: z.string(),
  columns: z.array(sheetColumn),
  /** Arrangement code, task name, arrangement text. */
  texts: z.array(z.tuple([z.string(), z.string(), z.string()])),
  rows: z.record(z.string(), packedRow),
  pending: z.object({ pushId: z.string(), body: z.string() }).nullable(),
  lastSync: syncSummary.nullable(),
  /** Left out by workbooks of before it was kept. */
  earlier: z.array(syncSummary).default([]),
  /** Left out by workbooks of before there were views; another version may have others. */
  shown: z.enum(viewIds).catch('all'),
  hers: z
    .object({
      overwritten: z.partialRecord(scheduleKind, z.string()),
      blocks: z.array(z.string()).optional(),
      inCells: z.boolean().optional(),
    })
    .nullable()
    .default(null),
});

/** The ledger as JSON for the workbook. The access key is no part of it: a workbook is mailed around. */
export function pack(ledger: Ledger): WorkbookState {
  const texts = new Map<string, { place: number; text: [string, string, string] }>();
  const rows: Record<string, PackedRow> = {};
  for (const [key, state] of ledger.rows) {
    const { arrangement, taskName, arrangementText } = state.server;
    const name = JSON.stringify([arrangement, taskName, arrangementText]);
    let text = texts.get(name);
    if (!text) {
      text = { place: texts.size, text: [arrangement, taskName, arrangementText] };
      texts.set(name, text);
    }
    rows[key] = packRow(state, text.place);
  }
  const { rows: _, ...rest } = ledger;
  const packed: z.infer<typeof packedLedger> = {
    ...{ ...rest, schema },
    texts: [...texts.values()].map(({ text }) => text),
    rows,
  };
  return packed;
}

/** The ledger that the workbook carries, or `null` where it carries none that can be read. */
export function unpack(state: WorkbookState | null): Ledger | null {
  const read = packedLedger.safeParse(state);
  if (!read.success) return null;
  const { schema: _, texts, rows, ...rest } = read.data;
  const ledger: Ledger = { ...rest, rows: new Map() };
  for (const [key, packed] of Object.entries(rows)) {
    const text = texts[packed.text];
    if (!text) return null;
    ledger.rows.set(key, unpackRow(key, packed, text, ledger));
  }
  return ledger;
}

function packRow({ server, conflict, refusal, confirmed, behind, says }: RowState, text: number): PackedRow {
  const { key: _key, arrangement: _code, taskName: _task, arrangementText: _text, ...known } = server;
  const {
    review: _review,
    dueOriginal: _original,
    extension: _extension,
    movedFrom: _moved,
    ...kept
  } = known;
  const { unlockedUntil: _unlocked, declared: _declared, light: _light, behindFrom: _behind, ...rest } = kept;
  const { key: _again, today: _today, year: _year, ...context } = rest.context;
  const actedOn = packActed(server);
  return {
    ...rest,
    text,
    context,
    values: rest.values && packValues(rest.values),
    prefill: rest.prefill && packValues(rest.prefill),
    draft: rest.draft && { ...rest.draft, values: packValues(rest.draft.values) },
    ...(conflict && {
      conflict: { fields: conflict.fields, base: conflict.base && packValues(conflict.base) },
    }),
    ...(refusal && { refusal }),
    ...(confirmed && { confirmed }),
    ...(behind && { behind }),
    ...(says !== null && { says }),
    ...(Object.keys(actedOn).length > 0 && { acted: actedOn }),
  };
}

function unpackRow(key: string, packed: PackedRow, text: [string, string, string], ledger: Ledger): RowState {
  const { text: _, conflict, refusal, confirmed, behind, says, context, acted: on, ...rest } = packed;
  const server: SheetRow = {
    ...rest,
    ...unpackActed(on ?? {}),
    key,
    arrangement: text[0],
    taskName: text[1],
    arrangementText: text[2],
    context: { ...context, key, today: ledger.today, year: ledger.list.year },
    values: rest.values && unpackValues(rest.values),
    prefill: rest.prefill && unpackValues(rest.prefill),
    draft: rest.draft && { ...rest.draft, values: unpackValues(rest.draft.values) },
  };
  return {
    server,
    conflict: conflict
      ? { fields: conflict.fields, base: conflict.base && unpackValues(conflict.base) }
      : null,
    refusal: refusal ?? null,
    confirmed: confirmed ?? false,
    behind: behind ?? false,
    says: says ?? null,
  };
}
