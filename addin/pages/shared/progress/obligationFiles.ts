import type { TakenFiles } from '../tables/take.tsx';
import { pathOf, type ProgressApi } from './progressApi.ts';
import type { ProgressText } from './text.ts';

/** The files that a list of obligations has: themselves, and their rows with what was reported; by one filter. */
export function obligationFiles(
  { file }: Pick<ProgressApi, 'file'>,
  filter: Record<string, string>,
  text: Pick<ProgressText, 'obligations' | 'withValues'>,
): TakenFiles[] {
  return [
    { files: file, path: pathOf('/obligations', filter), name: text.obligations },
    { files: file, path: pathOf('/submissions', filter), name: text.withValues },
  ];
}
