import type { LedgerRole } from '../../../shared/columns/roleNames.ts';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { labelled } from '../../../shared/ledgers/labels.ts';
import type { ReadRole, SheetProposal } from '../../../shared/ledgers/proposal.ts';
import { rowFields, type RowField } from '../../../shared/row/row.ts';
import { boundRoles } from './boundRoles.ts';
import type { ProposedColumn, SaidBinding } from './proposed.ts';

const isField = (id: string): id is RowField => (rowFields as readonly string[]).includes(id);
/** A contact beside blocks is of all of them: it says nothing of how one stands. */
const readable: readonly ReadRole[] = [
  ...(['status', 'count', 'completedOn', 'note', 'problems', 'contact', 'evidence'] as const),
];
const standing: ReadonlySet<string> = new Set(['status', 'count', 'completedOn', 'note']);

/** What each column would be in the ledger. Of two of one role the first counts; of blocks side by side each has its own. */
export function columnsOf(
  sheet: LedgerSheet,
  proposal: SheetProposal,
  header: number,
  { roles: said }: Pick<SaidBinding, 'roles'>,
): ProposedColumn[] {
  const blocks = proposal.layout === 'periods-across' ? (proposal.blocks ?? []) : [];
  const blockOf = new Map(
    blocks.flatMap(({ columns }, at) => columns.map(({ column }) => [column, at + 1] as const)),
  );
  const own = (proposal.blocks ?? []).flatMap(({ columns }) => columns);
  const roleOf = new Map(own.map(({ column, role }) => [column, role] as const));
  const headed = new Map(proposal.columns.map(({ column, heading }) => [column, labelOf(heading)]));
  const bare = own.filter(({ role }) => role === null).map(({ column }) => column);
  const byCells = fieldByCells(sheet, proposal, bare);
  const taken = new Set<string>();
  // A column that she has named goes before one to its left.
  const named = new Set(
    [...said].map(
      ([column, role]) => `${blockOf.get(column) ?? 0} ${role === 'unread' ? '' : boundRoles[role]}`,
    ),
  );
  const columns = proposal.columns.map(({ column, heading, role, confidence, facts }): ProposedColumn => {
    const block = blockOf.get(column) ?? 0;
    const told =
      said.get(column) ?? (roleOf.has(column) ? (roleOf.get(column) ?? headed.get(column) ?? byCells) : role);
    const id = told === 'unread' ? undefined : boundRoles[told as LedgerRole];
    const name = `${block} ${id}`;
    const isFirst =
      id !== undefined &&
      !taken.has(name) &&
      (block === 0 || isField(id)) &&
      (said.has(column) || !named.has(name));
    if (isFirst) taken.add(name);
    const formulas = sheet.rows
      .slice(header + 1)
      .filter((line) => line[column]?.formula !== undefined).length;
    return {
      ...{ at: column, heading, role: told as LedgerRole | 'unread', id: isFirst ? id : null, block },
      ...{ isAsked: confidence === 'ask', filled: facts.filled, formulas },
    };
  });
  const isStanding = columns.some(({ id, block }) => block === 0 && id !== null && standing.has(id));
  if (blocks.length === 0 || isStanding) return columns;
  return columns.map((each) =>
    each.block === 0 && each.id !== null && isField(each.id) ? { ...each, id: null } : each,
  );
}

/** What a heading says behind its period: 5月进展. */
function labelOf(heading: string): ReadRole | null {
  const role = labelled(heading.replace(/^.*?(?:月份?|周|季度|半年)/u, ''));
  return readable.find((each) => each === role) ?? null;
}

/** What columns hold that have no heading of their own beneath the period: numbers, ticks and words, or sentences. */
function fieldByCells(sheet: LedgerSheet, { rows }: SheetProposal, columns: readonly number[]): ReadRole {
  const counts = { count: 0, status: 0, note: 0 };
  for (const { row, is } of rows) {
    if (is !== 'arrangement') continue;
    for (const column of columns) {
      const cell = sheet.rows[row]?.[column];
      const text = cell?.text.trim() ?? '';
      if (!cell || text === '') continue;
      const isNumber = typeof cell.value === 'number' && cell.day === undefined;
      const isCount = isNumber || /^\d{1,5}\p{Script=Han}{1,2}$/u.test(text);
      counts[isCount ? 'count' : text.length <= 6 ? 'status' : 'note'] += 1;
    }
  }
  const [most] = (['status', 'count', 'note'] as const).toSorted((a, b) => counts[b] - counts[a]);
  return most!;
}
