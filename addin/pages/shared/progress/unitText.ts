import type { Language } from '../../../text/text.ts';

/** What the page of one unit says otherwise than the bureau's. */
export const ofOneUnit = {
  zh: {
    totals: '本单位合计',
    whole: '本单位',
    quantityIntro: '本单位已报的数量。“已分解”是分给本单位的指标，“全区目标”是清单印出的。',
  },
  en: {
    totals: 'Totals of your unit',
    whole: 'Your unit',
    quantityIntro: 'What your unit has reported, its share, and the target printed for the district.',
  },
};

export interface UnitText {
  title: string;
  overdue: (count: string) => string;
  week: (count: string) => string;
  nothingDue: string;
  due: (on: string) => string;
  fillIn: string;
  fillInThis: (what: string) => string;
}

export const unitText: Record<Language, UnitText> = {
  zh: {
    title: '本单位进度',
    overdue: (count) => `逾期未完成 ${count} 项`,
    week: (count) => `本周到期 ${count} 项`,
    nothingDue: '没有逾期的，本周也没有到期的。',
    due: (on) => `${on} 到期`,
    fillIn: '去填写',
    fillInThis: (what) => `去填写：${what}`,
  },
  en: {
    title: 'Progress of your unit',
    overdue: (count) => `${count} overdue`,
    week: (count) => `${count} due this week`,
    nothingDue: 'Nothing is overdue, and nothing falls due this week.',
    due: (on) => `due ${on}`,
    fillIn: 'Fill in',
    fillInThis: (what) => `Fill in: ${what}`,
  },
};
