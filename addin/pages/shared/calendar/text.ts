import { texts } from '../../../text/texts.ts';

/** What is said of links of calendars. */
export const calendarText = texts(
  {
    title: '日历订阅',
    shows:
      '把到期日显示在 Outlook、企业微信或手机日历里：有事的日子一条，写明当天到期的工作安排；办结后自动消失，延期后自动移到新的日期。',
    secret: '链接本身就是凭证：谁有链接，谁就能看到该单位的到期日（看不到填报内容）。请勿转发，不用时停用。',
    label: '给谁用（例如：王芳的手机）',
    make: '生成链接',
    once: '链接只显示这一次，请现在复制。',
    copy: '复制链接',
    copied: '已复制',
    how: '怎样订阅',
    ways: [
      'Outlook：日历 › 添加日历 › 从 Web 订阅，粘贴链接。',
      '企业微信：日程 › 右上角设置 › 订阅日历（没有此项时，用手机日历订阅）。',
      'iPhone：设置 › App › 日历 › 日历账户 › 添加已订阅的日历。安卓手机：在日历的设置里选“URL 导入”或“订阅日历”。',
      '要提前一天上午九点提醒，在链接末尾加上 ?alarm=1。',
    ],
    columns: {
      unit: '单位',
      label: '给谁用',
      madeBy: '生成人',
      created: '生成',
      used: '最近读取',
      acts: '操作',
    },
    none: '还没有在用的链接。',
    unnamed: '（未注明）',
    keyRevoked: '其密钥已停用',
    never: '从未',
    revoke: '停用',
    revokeTitle: '停用日历订阅',
    revokeAsk: (label: string, unit: string) =>
      `停用${unit}的链接“${label}”？停用后对方的日历不再更新，不能恢复；需要时可以另外生成。`,
    leave: '取消',
    close: '已复制，收起',
  },
  {
    title: 'Calendar',
    shows:
      'Due dates in Outlook, WeCom or a phone: one event for each day on which something is due, with what it is. What is done goes, what is extended moves.',
    secret:
      'Whoever has the link sees the due dates of that unit, and nothing of its reports. Do not pass it on; revoke it when it is not used.',
    label: 'For whom (for example: Wang Fang’s phone)',
    make: 'Make a link',
    once: 'The link is shown this once. Copy it now.',
    copy: 'Copy the link',
    copied: 'Copied',
    how: 'How to subscribe',
    ways: [
      'Outlook: calendar › add calendar › subscribe from web, and paste the link.',
      'WeCom: schedule › settings › subscribe to a calendar (where it is not there, use the phone’s calendar).',
      'iPhone: settings › apps › calendar › calendar accounts › add subscribed calendar. Android: “import by URL” in the calendar’s settings.',
      'For a reminder at nine on the day before, write ?alarm=1 at the end of the link.',
    ],
    columns: {
      unit: 'Unit',
      label: 'For',
      madeBy: 'Made by',
      created: 'Made',
      used: 'Last read',
      acts: 'Acts',
    },
    none: 'No link is in use.',
    unnamed: '(not named)',
    keyRevoked: 'whose key is revoked',
    never: 'never',
    revoke: 'Revoke',
    revokeTitle: 'Revoke a link',
    revokeAsk: (label, unit) =>
      `Revoke the link “${label}” of ${unit}? That calendar is updated no more, for good; another can be made.`,
    leave: 'Cancel',
    close: 'Copied, close',
  },
);
