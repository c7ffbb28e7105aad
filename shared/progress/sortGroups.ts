import type { ProgressGroup } from '../wire/progress.ts';
import type { FigureName } from './names.ts';

/** Groups by a figure, the greatest first; what has none comes last, equals stay in the list's order. */
export function sortGroups(groups: readonly ProgressGroup[], by: FigureName | null): ProgressGroup[] {
  return by === null ? [...groups] : groups.toSorted((a, b) => (b[by] ?? -1) - (a[by] ?? -1));
}
