/** Sets columns to what could not be inserted. */
export const setExcluded = (columns: readonly string[]): string =>
  columns.map((column) => `${column} = excluded.${column}`).join(', ');

/** The first `count` elements of each array that `json_each` gives as `e`. */
export const elements = (count: number): string =>
  Array.from({ length: count }, (_, at) => `e.value->>${at}`).join(', ');
