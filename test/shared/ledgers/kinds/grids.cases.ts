import { over } from '../../../support/ledgers/sheets.ts';
import { loading, of, rewards, whistle, type Kind } from './kinds.ts';

/** Calendars: a column for each weekday, days of a month in boxes, weeks beneath months. */
export const grids: readonly Kind[] = [
  {
    name: 'a column for each weekday: asked for the week, nothing of what falls due once',
    ledger: of([
      ['薛家镇危化品工作日志（4月1日-4月7日）'],
      ['序号', '工作事项', '周一', '周二', '周三', '周四', '周五'],
      [1, loading, '', '√', '', '×', ''],
      [2, whistle, '√', '', '', '√', ''],
      [3, '每周统计调度重大危险源安全包保责任和风险承诺公告', '', '', '', '', ''],
    ]),
    truth: ['1-7-1.1.done ?2024-W14 status=已开展'],
  },
  {
    name: 'weekdays in long names with what was done',
    ledger: of([
      ['薛家镇第14周工作安排及完成情况'],
      ['工作事项', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
      [loading, '', '调度5家装货企业', '', '', '通报', '', ''],
    ]),
    truth: ['1-7-1.1.done ?2024-W14 status=已开展 note=调度5家装货企业；通报'],
  },
  {
    name: 'a calendar of one month in boxes, one arrangement in the title',
    ledger: of([
      ['薛家镇2024年4月装货企业“五必查”核验调度日历'],
      ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
      [1, 2, 3, 4, 5, 6, 7],
      ['', '√', '', '', '', '', ''],
      [8, 9, 10, 11, 12, 13, 14],
      ['调度5家', '', '', '', '', '', ''],
      [15, 16, 17, 18, 19, 20, 21],
      ['', '', '', '', '', '', ''],
    ]),
    truth: ['1-7-1.1.done ?2024-W14 status=已开展', '1-7-1.1.done ?2024-W15 status=已开展 note=调度5家'],
  },
  {
    name: 'the same with day and what was done in one box',
    ledger: of([
      ['薛家镇装货企业“五必查”核验调度（2024年4月）'],
      ['一', '二', '三', '四', '五', '六', '日'],
      ['1', '2\n√', '3', '4', '5', '6', '7'],
      ['8\n已调度5家', '9', '10', '11', '12', '13', '14'],
    ]),
    truth: ['1-7-1.1.done ?2024-W14 status=已开展', '1-7-1.1.done ?2024-W15 status=已开展 note=已调度5家'],
  },
  {
    name: 'weeks beneath months across',
    ledger: of(
      [
        ['薛家镇2024年周调度台账'],
        ['序号', '工作内容', '3月', '', '', '', '4月', ''],
        ['', '', '第1周', '第2周', '第3周', '第4周', '第1周', '第2周'],
        [1, loading, '√', '√', '√', '×', '√', ''],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 4), over(1, 6, 1, 2)],
    ),
    truth: [
      '1-7-1.1.done ?2024-W10/2024-W09 status=已开展',
      '1-7-1.1.done ?2024-W11/2024-W10 status=已开展',
      '1-7-1.1.done ?2024-W12/2024-W11 status=已开展',
      '1-7-1.1.done ?2024-W13/2024-W12 status=未开展',
      '1-7-1.1.done 2024-W14 status=已开展',
    ],
  },
  {
    name: 'months down and weeks across, one arrangement in the title',
    ledger: of([
      ['薛家镇装货企业“五必查”核验情况周调度表'],
      ['月份', '第1周', '第2周', '第3周', '第4周', '第5周'],
      ['3月', '√', '√', '√', '×', ''],
      ['4月', '√', '', '', '', ''],
    ]),
    truth: [
      '1-7-1.1.done ?2024-W10/2024-W09 status=已开展',
      '1-7-1.1.done ?2024-W11/2024-W10 status=已开展',
      '1-7-1.1.done ?2024-W12/2024-W11 status=已开展',
      '1-7-1.1.done ?2024-W13/2024-W12 status=未开展',
      '1-7-1.1.done 2024-W14 status=已开展',
    ],
  },
  {
    name: 'numbers in the columns of weeks: that something was done is asked',
    ledger: of([['薛家镇周调度'], ['序号', '工作内容', '第13周', '第14周', '合计'], [1, loading, 5, 0, 5]]),
    truth: ['1-7-1.1.done 2024-W13 status?已开展 count?', '1-7-1.1.done 2024-W14 count=0 status?未开展'],
  },
  {
    name: 'a register of days: 3月 above 1 to 31, numbers in the cells',
    ledger: of(
      [
        ['薛家镇打卡登记'],
        ['工作安排', '3月', '', '', '', '', '4月', ''],
        ['', 25, 26, 27, 28, 29, 1, 2],
        [loading, '', 1, '', '', 1, '', 2],
        [rewards, '', '', 1, '', '', '', ''],
      ],
      [over(1, 0, 2, 1), over(1, 1, 1, 5), over(1, 6, 1, 2)],
    ),
    truth: [
      '1-7-1.1.done ?2024-W13 status=已开展',
      '1-7-1.1.done ?2024-W14 status=已开展',
      '1-3-2.1.done ?2024-03 status=已开展',
    ],
  },
];
