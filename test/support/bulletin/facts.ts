import type { BulletinFacts, BulletinObligation } from '../../../shared/bulletin/facts.ts';

const heads = { title: null, office: null, code: null, salutation: null, signature: null };

/** An obligation of week 14 of 2024 that nobody has reported, with what differs. */
export const obligation = (
  unit: string,
  arrangement: string,
  more: Partial<BulletinObligation> = {},
): BulletinObligation => {
  const period = more.period ?? '2024-W14';
  return {
    key: `2024.${arrangement}.1.${unit}.${period}`,
    ...{ unit, arrangement, period, due: '2024-04-07' },
    ...{ expected: true, received: false, fulfilled: false, punctuality: null, returned: null },
    ...more,
  };
};

export const onTime = { received: true, fulfilled: true, punctuality: 'onTime' };
export const reportedLate = { ...onTime, punctuality: 'reportedLate' };
export const completedLate = { ...onTime, punctuality: 'completedLate' };
export const underWay = { received: true };

/** Facts of week 14 as on 10 April 2024: three units, of which nothing is due but what is given. */
export const factsOf = (
  obligations: readonly BulletinObligation[],
  more: Partial<BulletinFacts> = {},
): BulletinFacts => ({
  list: { year: 2024, title: '2024 年危险化学品安全监管工作任务清单' },
  units: [
    { id: 'bureau', name: '区应急管理局', kind: 'bureau' },
    { id: 'jia', name: '甲镇', kind: 'town' },
    { id: 'yi', name: '乙镇', kind: 'town' },
    { id: 'bing', name: '丙街道', kind: 'subdistrict' },
    { id: 'ding', name: '丁园区', kind: 'park' },
  ],
  texts: new Map([
    ['1-7-1', '每周调度装货企业。'],
    ['1-7-2', '每周检查1家企业。'],
    ['1-1-1', '3月底前完成全覆盖检查。'],
  ]),
  obligations: [...obligations].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)),
  ...{ preset: 'weekly', period: '2024-W14', from: '2024-04-01', to: '2024-04-07' },
  ...{
    asOf: '2024-04-10',
    change: 812,
    answerBy: '2024-04-15',
    heads,
    leftOut: new Set(),
    former: null,
    corrects: null,
  },
  ...more,
});
