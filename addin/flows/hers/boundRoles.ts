import type { LedgerRole } from '../../../shared/columns/roleNames.ts';
import type { RowField } from '../../../shared/row/row.ts';
import type { IdentityColumn } from '../../workbook/port.ts';

/** Roles of her columns that are ours; the first column of a role counts. */
export const boundRoles: Partial<Record<LedgerRole, IdentityColumn | RowField>> = {
  arrangements: 'arrangement',
  name: 'task',
  period: 'period',
  deadline: 'due',
  status: 'status',
  count: 'count',
  completedOn: 'completedOn',
  note: 'note',
  problems: 'problems',
  contact: 'contact',
  evidence: 'evidence',
};
