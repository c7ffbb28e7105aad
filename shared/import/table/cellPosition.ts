/** Where a cell stands in the grid, 0-based. */
export type CellPosition = { row: number; column: number };
