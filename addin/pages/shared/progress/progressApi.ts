import { type GroupBy, progressAnswer } from '../../../../shared/wire/progress.ts';
import { obligationDetail } from '../../../../shared/wire/obligationDetail.ts';
import { obligationsAnswer } from '../../../../shared/wire/obligations.ts';
import { askWith } from '../../../api/ask.ts';

/** What the pages of progress ask of the API. Every call answers or throws an `ApiProblem`. */
export function progressApi(key: string) {
  const ask = askWith(key);
  return {
    progress: (year: number, groupBy: GroupBy, quantities: boolean) =>
      ask(progressAnswer, `/progress?year=${year}&groupBy=${groupBy}&quantities=${quantities}`),
    obligations: (year: number, query: Record<string, string>, cursor: string | null, limit: number) =>
      ask(
        obligationsAnswer,
        `/obligations?${new URLSearchParams({
          year: String(year),
          ...query,
          limit: String(limit),
          ...(cursor === null ? {} : { cursor }),
        })}`,
      ),
    obligation: (obligationKey: string) =>
      ask(obligationDetail, `/obligations/${encodeURIComponent(obligationKey)}`),
  };
}

export type ProgressApi = ReturnType<typeof progressApi>;
