import type { ListSettings } from '../../../../shared/taskList/listSettings.ts';
import { type NumberName, numbers } from './form.ts';

const bounds = (name: NumberName): string => `${numbers[name].min}–${numbers[name].max}`;

const zh = {
  holidays: '截止日期遇放假',
  dueOnHoliday: {
    keep: '不顺延，按清单写明的日期',
    offHolidays: '只遇法定节假日（含调休放假）顺延，到下一个工作日',
    nextWorkingDay: '遇节假日或周末都顺延，到下一个工作日',
  } satisfies Record<ListSettings['dueOnHoliday'], string>,
  moveWeeks: '每周的报告也顺延（不勾选则仍是星期日截止）',
  unknown: (years: readonly number[]) =>
    `${years.join('、')} 年的放假安排尚未收录：落在其中的截止日期不顺延，工作日按周一至周五计算。更新程序后即可识别。`,
  lock: '锁定与联系',
  lights: '亮灯',
  returned: '退回',
  numbers: {
    lockDaysAfterDue: { before: '截止后', after: '天锁定，不再接受修改（留空则不锁定）' },
    blueDays: { before: '蓝灯：截止前', after: '天起提醒' },
    paceMargin: { before: '黄灯：进度落后时间', after: '个百分点以上' },
    answerWithinWorkingDays: { before: '退回后', after: '个工作日内答复' },
  } satisfies Record<NumberName, { before: string; after: string }>,
  lightsHint:
    '黄灯只看有分解指标的累计指标：已报数占分解数的比例，与已过时间占全程的比例相比。退回的也亮黄灯。',
  contact: '被锁定或退回时联系谁（姓名、电话）',
  fault: (name: NumberName) => `请填 ${bounds(name)} 的整数`,
  save: '保存设置',
  saving: '正在保存…',
  saved: '已保存，应报项已按此更新。',
  changed: '有改动未保存',
  same: '与已保存的设置一致',
  none: '发布清单后才能设置。',
  again: '重新读取设置',
};

const en: typeof zh = {
  holidays: 'Due dates on days off',
  dueOnHoliday: {
    keep: 'They stay as the list prints them',
    offHolidays: 'Off statutory holidays only (days in lieu included), to the next working day',
    nextWorkingDay: 'Off holidays and weekends, to the next working day',
  },
  moveWeeks: 'Weekly reports move as well (else they stay due on Sundays)',
  unknown: (years) =>
    `The holidays of ${years.join(', ')} are not known yet: due dates there stay, and working days are counted from Monday to Friday. An update of the program brings them.`,
  lock: 'Lock and contact',
  lights: 'Lights',
  returned: 'Returned reports',
  numbers: {
    lockDaysAfterDue: { before: 'Locked', after: 'days after the due date (blank: never)' },
    blueDays: { before: 'Blue from', after: 'days before the due date on' },
    paceMargin: { before: 'Yellow where it lags behind time by more than', after: 'percentage points' },
    answerWithinWorkingDays: { before: 'To be answered within', after: 'working days' },
  },
  lightsHint:
    'Yellow looks at running totals with a share: what is reported of the share, beside what has passed of the time. A returned report is yellow too.',
  contact: 'Whom to ask about a locked or returned report (name, telephone)',
  fault: (name) => `Fill in a whole number, ${bounds(name)}`,
  save: 'Save the settings',
  saving: 'Saving…',
  saved: 'Saved; the obligations follow.',
  changed: 'Changed, not saved yet',
  same: 'As it is stored',
  none: 'Publish the list first.',
  again: 'Read the settings again',
};

export const settingsText = { zh, en };
