import { cadenceStatuses, statuses } from '../../row/row.ts';
import { isCadence } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** Every row says where it stands; a row with nothing in it does not. */
export const statusRequired: RowRule = (row, context) =>
  row.typed.status === null
    ? found('V-status-required', 'status', {
        choices: (isCadence(context) ? cadenceStatuses : statuses).join('、'),
      })
    : null;
