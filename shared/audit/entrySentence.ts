import type { AuditItem } from '../wire/audit.ts';

type Language = 'zh' | 'en';

/** A few names, and how many there are where there are more. */
function few(names: readonly string[], language: Language, of: { zh: string; en: string }): string {
  const shown = names.slice(0, 3).join(language === 'zh' ? '、' : ', ');
  if (names.length <= 3) return shown;
  return language === 'zh'
    ? `${shown}等 ${names.length} ${of.zh}`
    : `${shown} and others (${names.length} ${of.en})`;
}

const zh: Record<AuditItem['kind'], (of: Said) => string> = {
  push: ({ units }) => `填报${units}的台账`,
  upload: ({ units }) => `上传${units}自己的表格并填报`,
  accept: ({ what }) => `审核通过${what}`,
  return: ({ what }) => `退回${what}`,
  reopen: ({ what }) => `取消审核${what}`,
  extend: ({ what }) => `给${what}延期`,
  withdrawExtension: ({ what }) => `撤销${what}的延期`,
  declareNotApplicable: ({ what }) => `认定${what}本地无此类`,
  withdrawDeclaration: ({ what }) => `撤销对${what}的本地无此类认定`,
  unlock: ({ what }) => `临时解锁${what}`,
  lock: ({ what }) => `恢复锁定${what}`,
  settings: ({ year }) => `修改${year}清单的设置`,
  assignments: ({ arrangements }) => `调整${arrangements}由谁承担`,
  allocations: ({ units, arrangements }) => `设定${units}的分解指标（${arrangements}）`,
  publish: ({ year }) => `发布${year}清单`,
  undo: ({ year }) => `撤销${year}清单最近一次发布`,
  roster: ({ units }) => (units === '' ? '修改名册' : `修改名册（${units}）`),
  draftBulletin: ({ year }) => `起草${year}通报`,
  editBulletin: ({ year }) => `修改${year}通报的草稿`,
  issueBulletin: ({ year }) => `印发${year}通报`,
  deleteBulletin: ({ year }) => `删除${year}通报的草稿`,
  issueKey: ({ units }) => `给${units || '区局人员'}发放密钥`,
  revokeKey: ({ units }) => `停用${units || '区局人员'}的密钥`,
  issueCalendar: ({ units }) => `生成${units}的日历订阅链接`,
  revokeCalendar: ({ units }) => `停用${units}的日历订阅链接`,
  reminders: () => '修改自动提醒的设置',
};

const en: Record<AuditItem['kind'], (of: Said) => string> = {
  push: ({ units }) => `reported for ${units}`,
  upload: ({ units }) => `uploaded a ledger of ${units}’s own`,
  accept: ({ what }) => `accepted ${what}`,
  return: ({ what }) => `returned ${what}`,
  reopen: ({ what }) => `reopened ${what}`,
  extend: ({ what }) => `extended ${what}`,
  withdrawExtension: ({ what }) => `withdrew the extension of ${what}`,
  declareNotApplicable: ({ what }) => `declared ${what} not applicable`,
  withdrawDeclaration: ({ what }) => `withdrew the declaration of ${what}`,
  unlock: ({ what }) => `unlocked ${what}`,
  lock: ({ what }) => `locked ${what} again`,
  settings: ({ year }) => `changed the settings of the list of ${year}`,
  assignments: ({ arrangements }) => `changed who does ${arrangements}`,
  allocations: ({ units, arrangements }) => `set shares of ${units} (${arrangements})`,
  publish: ({ year }) => `published the list of ${year}`,
  undo: ({ year }) => `took back the last publishing of ${year}`,
  roster: ({ units }) => (units === '' ? 'changed the roster' : `changed the roster (${units})`),
  draftBulletin: ({ year }) => `drafted a bulletin of ${year}`,
  editBulletin: ({ year }) => `edited the draft of a bulletin of ${year}`,
  issueBulletin: ({ year }) => `issued a bulletin of ${year}`,
  deleteBulletin: ({ year }) => `deleted the draft of a bulletin of ${year}`,
  issueKey: ({ units }) => `issued a key to ${units || 'somebody of the bureau'}`,
  revokeKey: ({ units }) => `revoked a key of ${units || 'somebody of the bureau'}`,
  issueCalendar: ({ units }) => `made a calendar link of ${units}`,
  revokeCalendar: ({ units }) => `revoked a calendar link of ${units}`,
  reminders: () => 'changed the settings of reminders',
};

interface Said {
  units: string;
  arrangements: string;
  /** Units and arrangements together. */
  what: string;
  year: string;
}

/** What somebody did, as a sentence that follows the person's name. */
export function entrySentence(
  {
    kind,
    units: all,
    arrangements: codes,
    year,
  }: Pick<AuditItem, 'kind' | 'units' | 'arrangements' | 'year'>,
  language: Language,
): string {
  const units = few(
    all.map(({ name }) => name),
    language,
    { zh: '个单位', en: 'units' },
  );
  const arrangements = few(codes, language, { zh: '项工作安排', en: 'arrangements' });
  const said = year === null ? '' : String(year);
  const sentences = language === 'zh' ? zh : en;
  return sentences[kind]({
    ...{ units, arrangements },
    what: [units, arrangements].filter((words) => words !== '').join(' '),
    year: language === 'zh' && said !== '' ? ` ${said} 年` : said,
  }).trim();
}
