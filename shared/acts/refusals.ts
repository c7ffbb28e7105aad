/** Why an obligation is not acted on: what is said to the officer, with what to do. */
export const refusals = {
  unknown: {
    zh: '没有这个应报项。请刷新后再试。',
    en: 'There is no such obligation. Reload, and try again.',
  },
  retired: {
    zh: '已不再要求填报，无需处理。',
    en: 'It is no longer asked for: there is nothing to decide.',
  },
  'changed-since': {
    zh: '您看过之后又有变化，未作处理。请打开查看后再处理。',
    en: 'It has changed since you saw it. Open it, look, and decide again.',
  },
  'not-received': {
    zh: '尚未填报完整，不能审核。可催报，或办理延期。',
    en: 'Not every row of it is reported, so that there is nothing to review. Ask for it, or extend its date.',
  },
  undated: {
    zh: '没有确定时限，不能延期。请先在清单的设置中确定时限。',
    en: 'It has no due date that could be extended. Set one in the settings of the list first.',
  },
  'not-later': {
    zh: '新的截止日期不晚于现在的截止日期。请另选更晚的日期。',
    en: 'The new due date is not after the one in force. Choose a later one.',
  },
  'too-late': {
    zh: '新的截止日期在清单次年之后，可能写错了年份。请核对后另选日期。',
    en: 'The new due date lies after the year that follows the list’s: perhaps a slip. Check it, and choose another.',
  },
  'not-locked': {
    zh: '没有锁定日期，无需解锁。',
    en: 'It has no lock date: there is nothing to unlock.',
  },
  'until-past': {
    zh: '解锁的最后一天已经过去。请另选今天或以后的日期。',
    en: 'The last day of the unlocking is over. Choose today or a later day.',
  },
} as const;

export type RefusalCode = keyof typeof refusals;
