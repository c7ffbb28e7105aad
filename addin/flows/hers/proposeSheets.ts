import { emptyMemory, type LedgerMemory } from '../../../shared/ledgers/ledgerMemory.ts';
import { recallSeries, recallSheets, remember, shapeOfFile } from '../../../shared/ledgers/memory.ts';
import { readAgain, readLedger } from '../../../shared/ledgers/readLedger.ts';
import type { SaidSheet } from '../../../shared/ledgers/said.ts';
import type { LedgerMemoryBody } from '../../../shared/wire/ledgerMemoryBody.ts';
import type { Read } from './hers.ts';
import { knownOf } from './knownOf.ts';
import { proposeBinding } from './proposal.ts';
import type { BindProposal, SaidBinding } from './proposed.ts';

export { bindingOf } from './proposal.ts';

/** Her sheets with what she says now, and before it with what she has said of such a table before. Loaded when it is asked for. */

const codeOf = (series: string | null): string | null => series?.split('.')[0] ?? null;

/** What she says of the sheet that she sees. */
const wordsOf = ({ sheet, roles, rows }: SaidBinding): SaidSheet | null =>
  sheet === null
    ? null
    : {
        name: sheet,
        columns: Array.from({ length: 1 + Math.max(-1, ...roles.keys()) }, (_, at) => roles.get(at)),
        matches: [...rows].map(([row, series]) => ({ row, item: 0, code: codeOf(series) })),
      };

/** What she says now stands before what is remembered. */
function joined(before: SaidSheet, now: SaidSheet | null): SaidSheet {
  if (now === null || now.name !== before.name) return before;
  const columns = [...(before.columns ?? [])];
  now.columns?.forEach((role, at) => (columns[at] = role ?? columns[at]));
  const own = new Set((now.matches ?? []).map(({ row }) => row));
  const matches = [...(now.matches ?? []), ...(before.matches ?? []).filter(({ row }) => !own.has(row))];
  return {
    name: before.name,
    isLeftOut: false,
    columns: Array.from(columns, (role) => role ?? null),
    matches,
  };
}

const fileOf = ({ sheets }: Read) => ({ name: '', sheets });

function readWith(read: Read, said: SaidBinding) {
  const known = knownOf(read.sheet, read.facts);
  const memories = read.memories.map(({ memory }) => memory);
  const plain = readLedger(fileOf(read), known);
  const recalled = memories.length === 0 ? [] : recallSheets(memories, fileOf(read), plain);
  // Where a row is no row of the sheet, what she says of it is none of the reading's: it is kept for this binding alone.
  const words = plain.sheets.map(({ name, asTable }, at) =>
    joined(recalled[at] ?? { name, columns: [], matches: [] }, asTable === undefined ? wordsOf(said) : null),
  );
  const proposal = readAgain(plain, fileOf(read), known, words);
  return { plain, proposal, words, memories };
}

export function proposeSheets(read: Read, said: SaidBinding): BindProposal[] {
  const { proposal, words, memories } = readWith(read, said);
  const { list, today, rows } = read.sheet;
  return proposal.sheets.map((each, at) => {
    const sheet = read.sheets[at]!;
    if (each.asTable !== undefined) {
      const now = each.name === said.sheet ? said : { ...said, roles: new Map(), rows: new Map() };
      return proposeBinding(sheet, each, rows, now, { year: list.year, today });
    }
    const series = recallSeries(memories, sheet, each);
    // A row that she has once left out stays in sight, and is hers to take in again.
    const before = (words[at]!.matches ?? []).flatMap(({ row, code }): [number, string | null][] =>
      code === null
        ? [[row, null]]
        : codeOf(series.get(row) ?? null) === code
          ? [[row, series.get(row)!]]
          : [],
    );
    const isSeen = each.name === said.sheet;
    const saidRows = new Map([...before, ...(isSeen ? said.rows : [])]);
    const roles = new Map(
      (words[at]!.columns ?? []).flatMap((role, column) =>
        role === null || role === undefined ? [] : [[column, role as 'unread'] as const],
      ),
    );
    const all = { ...said, rows: saidRows, roles };
    return proposeBinding(sheet, each, rows, all, { year: list.year, today });
  });
}

/** What is kept of what she has confirmed: roles that she has named, rows that were asked, changed or left out. */
export async function keptOf(
  read: Read,
  said: SaidBinding,
  { sheet, rows, places }: BindProposal,
): Promise<{ shape: string; body: LedgerMemoryBody }> {
  const { plain, proposal, words } = readWith(read, said);
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(shapeOfFile(plain)));
  const shape = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 32);
  const stored = read.memories.find((each) => each.shape === shape);
  const before: LedgerMemory = stored?.memory ?? emptyMemory;
  const own = words.find(({ name }) => name === sheet) ?? { name: sheet };
  const memory = remember(before, {
    ...{ file: fileOf(read), proposal, reports: [], sha256: null },
    said: [own],
    series: rows.flatMap(({ row, series, key }) =>
      places !== null || series === null || key === null || !own.matches?.some((match) => match.row === row)
        ? []
        : [{ sheet, row, series }],
    ),
  });
  return { shape, body: { revision: stored?.revision ?? 0, memory } };
}
