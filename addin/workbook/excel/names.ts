import { rowFields } from '../../../shared/row/columns.ts';
import { identityColumns, type BlockColumn, type ColumnId } from '../port.ts';

/** The ledger's columns, and one of the adapter's own: the choices of each row's status. */
export type ExcelColumn = ColumnId | 'choices';

export const excelColumns: readonly ExcelColumn[] = [
  'result',
  ...identityColumns,
  ...rowFields,
  'base',
  'choices',
  'key',
];

/** Hidden defined names stand on the header cells: they follow when columns are inserted, moved or renamed. */
export const nameOf = (id: ExcelColumn): string => `_taizhang_${id.replace('@', '_')}`;

/**
 * The header of the hidden key column: a sheet whose rows stand side by side says there of which columns besides. So they are known
 * before their names are asked for.
 */
export const keyHeader = (blocks: readonly BlockColumn[]): string => ['行键', ...blocks].join(' ');

/** The columns of blocks that a key's header names. */
export const blocksIn = (header: unknown): BlockColumn[] =>
  String(header ?? '')
    .split(' ')
    .slice(1)
    .filter((id): id is BlockColumn => /^[a-zA-Z]+@\d+$/u.test(id));

/** Stands on the key's header where the ledger is a sheet of the clerk's own. */
export const hersName = '_taizhang_hers';

/** The ledger's table: its sort and filter buttons always take whole rows, hidden cells too. */
export const tableName = '_taizhang_table';

/** Stands on the first cell of the archive sheet. */
export const archiveName = '_taizhang_archive';

/** Very hidden, so that nobody renames or deletes it by hand. */
export const stateSheet = '_taizhang';

export const sheetNames = { ledger: '台账', archive: '存档', damaged: '台账（原表）' } as const;
