import { type RowField, rowFields } from '../../../shared/row/row.ts';
import type { ObligationRowItem } from '../../../shared/wire/obligationDetail.ts';

type Revision = ObligationRowItem['revisions'][number];

/** A field that a revision made another: what stood there before, and what stands there now; `''` where nothing. */
export interface FieldChange {
  field: RowField;
  before: string;
  after: string;
}

/** A revision with what it changed. */
export interface ChangedRevision {
  revision: Revision;
  changes: FieldChange[];
}

const shown = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A row’s history field by field, the latest revision first; each is held against the version before it. */
export function historyOf(revisions: readonly Revision[]): ChangedRevision[] {
  const inOrder = [...revisions].sort((one, other) => one.version - other.version);
  return inOrder
    .map((revision, place) => {
      const before = inOrder[place - 1]?.values;
      const changes = rowFields.flatMap((field) => {
        const change = { field, before: shown(before?.[field]), after: shown(revision.values[field]) };
        return change.before === change.after ? [] : [change];
      });
      return { revision, changes };
    })
    .reverse();
}
