import { dueReports } from '../../../../shared/wire/dueReports.ts';
import { indicatorUnits } from '../../../../shared/wire/indicatorUnits.ts';
import { type GroupBy, progressAnswer } from '../../../../shared/wire/progress.ts';
import { obligationDetail } from '../../../../shared/wire/obligationDetail.ts';
import { obligationsAnswer } from '../../../../shared/wire/obligations.ts';
import { progressTrend } from '../../../../shared/wire/progressTrend.ts';
import { settingsAnswer } from '../../../../shared/wire/settings.ts';
import { askWith } from '../../../api/ask.ts';
import { fileApi } from '../tables/fileApi.ts';

type Query = Record<string, string>;

/** A route with its query: what a table's file is asked for by, too. */
export const pathOf = (route: string, query: Query): string => `${route}?${new URLSearchParams(query)}`;

/** What the pages of progress ask of the API. Every call answers or throws an `ApiProblem`. */
export function progressApi(key: string) {
  const ask = askWith(key);
  return {
    progress: (year: number, by: GroupBy, quantities: boolean, filters: Query = {}) =>
      ask(
        progressAnswer,
        pathOf('/progress', {
          year: String(year),
          groupBy: by,
          quantities: String(quantities),
          ...filters,
        }),
      ),
    obligations: (year: number, query: Query, cursor: string | null, limit: number) =>
      ask(
        obligationsAnswer,
        pathOf('/obligations', {
          year: String(year),
          ...query,
          limit: String(limit),
          ...(cursor === null ? {} : { cursor }),
        }),
      ),
    obligation: (obligationKey: string) =>
      ask(obligationDetail, `/obligations/${encodeURIComponent(obligationKey)}`),
    settings: (year: number) => ask(settingsAnswer, `/task-lists/${year}/settings`),
    due: (query: Query) => ask(dueReports, pathOf('/progress/due', query)),
    trend: (query: Query) => ask(progressTrend, pathOf('/progress/trend', query)),
    indicator: (query: Query) => ask(indicatorUnits, pathOf('/progress/indicator', query)),
    file: fileApi(key),
  };
}

export type ProgressApi = ReturnType<typeof progressApi>;
