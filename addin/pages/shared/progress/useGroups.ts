import type { ProgressGroup } from '../../../../shared/wire/progress.ts';
import { useLoaded } from '../keyed/useLoaded.ts';
import type { ProgressApi } from './progressApi.ts';

/** What can be filtered by, with names. */
export type Groups = Record<'unit' | 'category' | 'period', readonly ProgressGroup[]>;

/** The units, categories and periods of a year's list; none while they are on their way. */
export function useGroups(api: ProgressApi, year: number): Groups {
  const { value } = useLoaded(
    () => Promise.all((['unit', 'category', 'period'] as const).map((by) => api.progress(year, by, false))),
    [api, year],
  );
  const [unit = [], category = [], period = []] = (value ?? []).map(({ groups }) => groups);
  return { unit, category, period };
}
