import * as z from 'zod';
import { light } from '../../shared/wire/parts/acted.ts';
import { mark } from '../../shared/wire/parts/mark.ts';
import { obligationState } from '../../shared/wire/parts/obligationState.ts';
import { reviewState } from '../../shared/wire/parts/review.ts';
import { progressCounts } from '../../shared/wire/progress.ts';
import {
  arrangementAsked,
  categoryAsked,
  cursorAsked,
  dayAsked,
  limitAsked,
  parameter,
  periodAsked,
  unitAsked,
  yearAsked,
} from '../http/parameters.ts';

/** The filters of obligations, as parameters of every route that lists them or their rows; all that are given must hold. */
export const obligationQuery = {
  year: yearAsked,
  unit: unitAsked,
  category: categoryAsked,
  task: parameter(z.string().max(12).optional(), '重点工作编号 · The code of a task', '1-7'),
  arrangement: arrangementAsked,
  period: periodAsked,
  state: parameter(obligationState.optional(), '状态 · Its state', 'overdue'),
  light: parameter(light.optional(), '今天的亮灯 · Its light today', 'red'),
  counted: parameter(
    progressCounts.keyof().optional(),
    '进度答复中的一个数：正是它所计的应报项 · A number of a progress answer: exactly the obligations that it counts',
    'missing',
  ),
  mark: parameter(
    mark.optional(),
    '到期情况中的标记：reported ✓、late 迟、unfinished 未完、empty 空 · How it is marked among what falls due',
    'empty',
  ),
  dueFrom: dayAsked('时限在这一天或以后 · Due on this day or later', '2024-04-08'),
  dueBefore: dayAsked(
    '时限早于这一天，不含当天 · Due before this day, the day itself left out',
    '2024-04-15',
  ),
  review: parameter(reviewState.optional(), '审核情况 · How the bureau has reviewed it', 'toAccept'),
};

/** How long a page is, and where it begins. */
export const pageQuery = { limit: limitAsked, cursor: cursorAsked(120) };
