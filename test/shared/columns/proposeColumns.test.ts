import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeColumns, type TableColumn } from '../../../shared/columns/proposeColumns.ts';
import { tables, type KeptTable } from '../../support/columns/tables.ts';

const columnsOf = ({ header, rows }: KeptTable): TableColumn[] =>
  (header[0] ?? []).map((_, at) => ({
    heading: header.map((row) => row[at] ?? ''),
    cells: rows.map((row) => row[at] ?? ''),
  }));

describe('which column holds what', () => {
  it.each(tables)('I14: $what', (table) => {
    const proposed = proposeColumns(columnsOf(table), table.kind);
    const said = proposed.map(({ role, confidence }) => (confidence === 'ask' ? `?${role}` : role));
    expect(said).toEqual(table.roles);
  });

  it('I14.1: a role never depends on where its column stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.infiniteStream(fc.nat()), (table, picks) => {
        const columns = columnsOf(table);
        const order = columns
          .map((_, at) => ({ at, by: picks.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ at }) => at);
        const straight = proposeColumns(columns, table.kind);
        const shuffled = proposeColumns(
          order.map((at) => columns[at]!),
          table.kind,
        );
        for (const [place, at] of order.entries()) {
          const { column: _, ...here } = shuffled[place]!;
          const { column: __, ...there } = straight[at]!;
          expect(here).toEqual(there);
        }
      }),
    );
  });

  it('I14: says what a role was told from', () => {
    const [table] = tables;
    const [sequence, , name] = proposeColumns(columnsOf(table!), 'list');
    expect(sequence?.from).toEqual(['name', 'cells']);
    expect(name?.from).toEqual(['akin', 'cells']);
  });
});
