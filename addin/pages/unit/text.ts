import { texts } from '../../text/texts.ts';
import { progressText } from '../shared/progress/text.ts';

/** What a unit's page alone says. */
export const unitText = texts(
  {
    title: '本单位进度',
    upload: '上传台账',
    waiting: '待办',
    group: {
      returned: (count: string, _rows: string) => `被退回 ${count} 项，请修改后重新提交`,
      overdue: (count: string, rows: string) => `逾期未完成 ${count} 项（${rows} 行）`,
      week: (count: string, rows: string) => `本周到期 ${count} 项（${rows} 行）`,
    },
    nothingDue: '没有逾期事项，本周也没有到期事项。',
    weekReported: '没有逾期事项，本周到期事项均已上报。',
    fillIn: '去填写',
    fillInThis: (what: string) => `去填写：${what}`,
  },
  {
    title: 'Progress of your unit',
    upload: 'Upload a ledger',
    waiting: 'To do',
    group: {
      returned: (count) => `${count} reports returned, to be submitted again`,
      overdue: (count, rows) => `${count} reports overdue (${rows} rows)`,
      week: (count, rows) => `${count} reports due this week (${rows} rows)`,
    },
    nothingDue: 'Nothing is overdue, and nothing falls due this week.',
    weekReported: 'Nothing is overdue, and all that falls due this week is reported.',
    fillIn: 'Fill in',
    fillInThis: (what) => `Fill in: ${what}`,
  },
);

/** What it says otherwise than the bureau's page. */
export const unitProgressText = texts(
  {
    ...progressText.zh,
    whole: '本单位',
    quantityIntro: '本单位已报的数量。“分解指标”是区局分给本单位的数量，“全区目标”是清单印出的。',
  },
  {
    ...progressText.en,
    whole: 'Your unit',
    quantityIntro: 'What your unit has reported, its share, and the target printed for the district.',
  },
);
