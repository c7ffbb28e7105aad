import { texts } from '../../../text/texts.ts';

/** How an obligation stands, as the officer's pages say it. */
export const standingText = texts(
  {
    drafts: (count: number) => `草稿 ${count} 行`,
    due: (words: string) => `时限 ${words}`,
    undated: '未定时限',
    returned: (day: string, by: string | null) => `${day}${by === null ? '' : ` ${by}`} 退回：`,
    answerBy: (day: string) => `（${day} 前重新提交）`,
    extended: (document: string, reason: string) => `延期（${document}）：${reason}`,
    declared: (reason: string) => `本地无此类（区里认定）：${reason}`,
    unlocked: (day: string) => `临时解锁到 ${day}（含当日）`,
  },
  {
    drafts: (count) => `${count} draft(s)`,
    due: (words) => `Due ${words}`,
    undated: 'Undated',
    returned: (day, by) => `Returned ${day}${by === null ? '' : ` by ${by}`}: `,
    answerBy: (day) => `(to be submitted again by ${day})`,
    extended: (document, reason) => `Extended (${document}): ${reason}`,
    declared: (reason) => `Not applicable, says the bureau: ${reason}`,
    unlocked: (day) => `Unlocked up to and including ${day}`,
  },
);
