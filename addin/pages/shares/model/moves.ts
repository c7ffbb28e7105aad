/** A cell by its row and column among those shown. */
export interface At {
  row: number;
  column: number;
}

/** Where a key leads in a grid of so many rows and columns; `null`: nowhere, the key does what it does elsewhere. */
export function moveBy(
  key: { key: string; shiftKey: boolean; ctrlKey: boolean },
  { row, column }: At,
  { rows, columns }: { rows: number; columns: number },
): At | null {
  const within = (to: At): At | null =>
    to.row >= 0 && to.row < rows && to.column >= 0 && to.column < columns ? to : null;
  const back = key.shiftKey ? -1 : 1;
  switch (key.key) {
    case 'ArrowUp':
      return within({ row: key.ctrlKey ? 0 : row - 1, column });
    case 'ArrowDown':
      return within({ row: key.ctrlKey ? rows - 1 : row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: key.ctrlKey ? 0 : column - 1 });
    case 'ArrowRight':
      return within({ row, column: key.ctrlKey ? columns - 1 : column + 1 });
    case 'Enter':
      return within({ row: row + back, column });
    case 'Home':
      return { row: key.ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: key.ctrlKey ? rows - 1 : row, column: columns - 1 };
    case 'Tab': {
      const next = column + back;
      if (next >= 0 && next < columns) return { row, column: next };
      return within({ row: row + back, column: next < 0 ? columns - 1 : 0 });
    }
    default:
      return null;
  }
}
