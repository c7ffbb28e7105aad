/** Whose table it is: a list as a bureau publishes it, or the ledger that a clerk keeps. */
export type TableKind = 'list' | 'ledger';

const listRoles = [
  'sequence',
  'category',
  'name',
  'goal',
  'arrangements',
  'lead',
  'units',
  'supporting',
  'startsOn',
  'deadline',
  'quantity',
  'measure',
] as const;
export const ledgerRoles = [
  'sequence',
  'listNumber',
  'category',
  'name',
  'goal',
  'arrangements',
  'units',
  'deadline',
  'ownTarget',
  'period',
  'enterprise',
  'status',
  'count',
  'completedOn',
  'note',
  'problems',
  'contact',
  'evidence',
] as const;

/** What a column of a table holds; `unread`: nothing that is read. */
export type ListRole = (typeof listRoles)[number];
export type LedgerRole = (typeof ledgerRoles)[number];
export type Role = ListRole | LedgerRole;

export const rolesOf: Readonly<Record<TableKind, readonly Role[]>> = { list: listRoles, ledger: ledgerRoles };
