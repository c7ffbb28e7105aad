import { dayWords } from '../calendar/daysWords.ts';
import type { SheetRow } from '../wire/parts/sheetRow.ts';

const returned = '↩ 已退回';
const accepted = '✓ 已审核通过';
const resubmitted = '✓ 重新提交（待审核）';
const declared = '— 本地无此类（区里认定）';

/**
 * What 校验结果 says of a row by which nothing of the clerk's is open: what the bureau has decided of it; `null` where that is
 * nothing. The sheet speaks Chinese.
 */
export function bureauResult({
  review,
  declared: why,
  state,
}: Pick<SheetRow, 'review' | 'declared' | 'state'>): string | null {
  if (state === 'waived' && why !== null) return `${declared}：${why}`;
  if (review?.state === 'returned') {
    const by = review.answerBy === null ? '' : `，请于${dayWords(review.answerBy)}前重新提交`;
    return `${returned}${by}${review.reason === null ? '' : `：${review.reason}`}`;
  }
  if (review?.state === 'accepted') return accepted;
  return review?.resubmitted === true ? resubmitted : null;
}

/** Whether a text of 校验结果 is one of these. */
export const isBureauResult = (text: string): boolean =>
  text === accepted || text === resubmitted || text.startsWith(returned) || text.startsWith(declared);
