import { scheduleInForce } from './decisions.ts';
import type { ListSettings } from './listSettings.ts';
import { numberOf, type Indicator, type ScheduleKind, type TaskList } from './taskList.ts';

/** What a list says of the rows of an arrangement. */
export interface SeriesDefinition {
  /** Kinds of its schedules by number. */
  kinds: ReadonlyMap<number, ScheduleKind>;
  /** In the order of the text. */
  indicators: readonly Pick<Indicator, 'id' | 'label' | 'unitOfMeasure' | 'mode' | 'target'>[];
}

/** What a list says of each of its arrangements, by code. */
export function definitionsOf(list: TaskList, settings: ListSettings): Map<string, SeriesDefinition> {
  return new Map(
    list.tasks.flatMap(({ arrangements }) =>
      arrangements.map(({ code, schedules, indicators }) => [
        code,
        {
          kinds: new Map(
            schedules.map((schedule, index) => {
              const number = numberOf(schedule, index);
              return [number, scheduleInForce(settings, code, number, schedule).kind];
            }),
          ),
          indicators,
        },
      ]),
    ),
  );
}

/** What reports are counted by, as text: another one, and the arrangement's reports have to be counted anew. */
export const countedBy = ({ kinds, indicators }: SeriesDefinition): string =>
  JSON.stringify([[...kinds].sort(([a], [b]) => a - b), indicators.map(({ id, mode }) => [id, mode])]);
