import { describe, expect, test } from 'vitest';
import { codesFor, inShort } from '../../../support/import/sentences.ts';

describe('I6: the grammar of cadences and seasons', () => {
  test.for<[string, string[]]>([
    ['一月一检查，一季度一总结。', ['monthly "一月一检查"', 'quarterly "一季度一总结"']],
    ['一季度一调度。', ['quarterly "一季度一调度"']],
    ['一周一通报，一季一评。', ['weekly "一周一通报"', 'quarterly "一季一评"']],
    ['汛期一周一次。', ['weekly in 汛期 "汛期一周一次"']],
    ['一个月一次。', ['monthly "一个月一次"']],
    ['一月一主题。', ['undated "一月一主题"']],
    ['一月两次。', ['undated "一月两次"']],
    ['一日一报。', ['undated "一日一报"']],
    ['两周一次。', ['undated "两周一次"']],
    ['1月1次。', ['undated "1月1次"']],
    ['半年一总结。', ['undated "半年一总结"']],
    ['一季度一次，二季度开展检查。', ['window 2024-04-01 2024-06-30 "二季度"']],
    ['一季度一般企业全部检查。', ['window 2024-01-01 2024-03-31 "一季度"']],
    ['一季度，一级重大危险源全部检查。', ['window 2024-01-01 2024-03-31 "一季度"']],
    ['一季度一次性完成。', ['window 2024-01-01 2024-03-31 "一季度"']],
    ['2024年一季度一次培训。', ['window 2024-01-01 2024-03-31 "2024年一季度"']],
    ['一月一日前完成。', ['once 2024-01-01 "一月一日前"']],
  ])('I6.9: 一月一次 and its like are cadences or left to a person: %s', ([sentence, expected]) =>
    expect(inShort(sentence)).toEqual(expected),
  );

  test.for<[string, string[]]>([
    ['冬春季节加强防控，暑期每周巡查。', ['window in 冬春季节 "冬春季节"', 'weekly in 暑期 "暑期每周"']],
    ['冬季每月、夏季每周检查1次。', ['monthly in 冬季 "冬季每月"', 'weekly in 夏季 "夏季每周"']],
    ['汛期，每周巡查。', ['weekly in 汛期 "汛期，每周"']],
    ['夏季、冬季每月检查。', ['monthly in 夏季、冬季 "夏季、冬季每月"']],
    ['在夏季高温期间，加强巡查。', ['window in 夏季高温 "夏季高温"']],
    ['在旅游旺季对景区开展检查。', ['window in 旅游旺季 "旅游旺季"']],
    ['分析汛期风险特点。', ['undated ""']],
    ['汛期前，完成整治。', ['undated "汛期前"']],
    ['开展夏季高温、汛期等重点时段排查。', ['undated "夏季高温"']],
  ])(
    'I6.3: a season binds to a cadence, stands alone as a window, or says nothing: %s',
    ([sentence, expected]) => expect(inShort(sentence)).toEqual(expected),
  );

  test.for<[string, string[]]>([
    ['每年组织1次演练。', ['window 2024-01-01 2024-12-31 "每年"']],
    ['带队检查每年两次。', ['half-yearly "每年两次"']],
    ['演练每年三次。', ['undated "每年三次"']],
    ['企业每年度开展评价。', ['window 2024-01-01 2024-12-31 "每年度"']],
    ['每年3月底前，报送计划。', ['once 2024-03-31 "每年3月底前"']],
    ['每年6月，开展宣传。', ['window 2024-06-01 2024-06-30 "每年6月"']],
    ['每年年底前，完成总结。', ['once 2024-12-31 "每年年底前"']],
    ['每年12月20日前，完成考核。', ['once 2024-12-20 "每年12月20日前"']],
    ['每年每季度通报。', ['quarterly "每季度"']],
    ['每年汛期每周巡查。', ['weekly in 汛期 "汛期每周"']],
    ['每年汛期前，完成整治。', ['undated "每年汛期"']],
    ['每年春节前，开展检查。', ['undated "每年春节"']],
    ['复核每年的报告。', ['undated ""']],
    ['每两年评估一次。', ['undated "每两年"']],
    ['每3年评估一次。', ['undated "每3年"']],
    ['长期坚持“一案一改”。', ['undated "长期坚持"']],
    ['发现隐患，即时处置。', ['undated "即时"']],
    ['通过即时通讯软件报送。', ['undated ""']],
    ['全年开展抽查。', ['undated "全年"']],
  ])('I6.6: each year comes once; what names no day is undated: %s', ([sentence, expected]) =>
    expect(inShort(sentence)).toEqual(expected),
  );

  test.for<[string, string[], string[]]>([
    [
      '按月调度、按季通报、半年小结、年度考核。',
      ['monthly "按月"', 'quarterly "按季"'],
      ['deadline-unread 半年小结', 'deadline-unread 年度考核'],
    ],
    ['每月调度，季度通报一次。', ['monthly "每月"'], ['deadline-unread 季度通报']],
    ['每月检查，年度考核按规定执行，半年报告及时上报。', ['monthly "每月"'], []],
    ['每月月中检查。', ['monthly "每月月中"'], ['cadence-day-open 每月月中']],
  ])(
    'I6.9: a rhythm that is said by its period alone is told beside another: %s',
    ([sentence, expected, told]) => {
      expect(inShort(sentence)).toEqual(expected);
      expect(codesFor(sentence)).toEqual(told);
    },
  );

  test('I6.8: the end of a month that is not named is that of each month where it is each month, else left to a person', () => {
    expect(codesFor('6月底前，部署；月底前，检查。')).toEqual(['deadline-unread 月底前']);
    expect(codesFor('每月调度，月底前报送。')).toEqual([]);
    expect(codesFor('每季度检查。月底前报送。')).toEqual(['deadline-unread 月底前']);
    expect(codesFor('6-10前，完成整改。')).toEqual(['undated 6-10前']);
  });

  test('I6.3: a day within a cadence, and the months of a season, wait for a decision', () => {
    expect(codesFor('每月5日前报送。')).toEqual(['cadence-day-open 每月5日前']);
    expect(codesFor('每季度末月通报。')).toEqual(['cadence-day-open 每季度末月']);
    expect(codesFor('每2个月通报。')).toEqual([]);
    expect(codesFor('汛期每周检查。')).toEqual(['season-months-open 汛期']);
    expect(codesFor('加强巡查。')).toEqual(['undated null']);
  });

  test.for<[string, string[], string[]]>([
    ['每月25日报送。', ['monthly "每月25日"'], ['cadence-day-open 每月25日']],
    ['每月二十五号前报送。', ['monthly "每月二十五号前"'], ['cadence-day-open 每月二十五号前']],
    ['每月于25日前报送。', ['monthly "每月于25日前"'], ['cadence-day-open 每月于25日前']],
    ['每月1至5日报送。', ['monthly "每月1至5日"'], ['cadence-day-open 每月1至5日']],
    ['每月中旬报送。', ['monthly "每月中旬"'], ['cadence-day-open 每月中旬']],
    ['每月首个工作日报送。', ['monthly "每月首个工作日"'], ['cadence-day-open 每月首个工作日']],
    ['每月第一个星期一报送。', ['monthly "每月第一个星期一"'], ['cadence-day-open 每月第一个星期一']],
    ['每月底前5日报送。', ['monthly "每月底前5日"'], ['cadence-day-open 每月底前5日']],
    ['每週五下班前報送。', ['weekly "每週五下班前"'], ['cadence-day-open 每週五下班前']],
    ['每周五17:00前报送。', ['weekly "每周五17:00前"'], ['cadence-day-open 每周五17:00前']],
    ['每周一调度。', ['weekly "每周一"'], ['cadence-day-open 每周一']],
    [
      '每季度最后一个月20日前报送。',
      ['quarterly "每季度最后一个月20日前"'],
      ['cadence-day-open 每季度最后一个月20日前'],
    ],
    ['每季度结束后10日内报送。', ['quarterly "每季度结束后10日内"'], ['cadence-day-open 每季度结束后10日内']],
    ['每月检查，每月25日报送。', ['monthly "每月"'], ['cadence-day-open 每月25日']],
    ['每月检查，25日报送。', ['monthly "每月"'], ['deadline-unread 25日']],
    ['每月检查，次月5日前报送。', ['monthly "每月"'], ['deadline-unread 次月5日前']],
    ['每月检查，次月底前报送。', ['monthly "每月"'], ['deadline-unread 次月底前']],
    ['每月5日、20日报送。', ['undated "每月5日、20日"'], ['undated 每月5日、20日']],
    ['每月5、15、25日报送。', ['undated "每月5、15、25日"'], ['undated 每月5、15、25日']],
    ['每月上旬、下旬检查。', ['undated "每月上旬、下旬"'], ['undated 每月上旬、下旬']],
    ['每周一、周四巡查。', ['undated "每周一、周四"'], ['undated 每周一、周四']],
    ['每周一至周五巡查。', ['undated "每周一至周五"'], ['undated 每周一至周五']],
    ['每月最后一天报送。', ['monthly "每月最后一天"'], []],
    ['每月初步检查。', ['monthly "每月"'], []],
    [
      '每周一次调度，每周一查，每周日常巡查，每周五家企业。',
      ['weekly "每周"'],
      ['quantity-inexact 每周五家'],
    ],
    ['每月3号罐检查，每月第一责任人检查。', ['monthly "每月"'], []],
  ])(
    'I6.3: a day within a cadence is told, and several are left to a person: %s',
    ([sentence, expected, told]) => {
      expect(inShort(sentence)).toEqual(expected);
      expect(codesFor(sentence)).toEqual(told);
    },
  );

  test.for<[string, string[], string[]]>([
    ['4-10月每月检查。', ['monthly in 4-10月 "4-10月每月"'], ['4-10月']],
    ['4月至10月，对企业每月检查。', ['monthly in 4月至10月 "4月至10月，对企业每月"'], ['4月至10月']],
    ['每年4-10月每月检查。', ['monthly in 4-10月 "每年4-10月每月"'], ['4-10月']],
    [
      '汛期（5月1日至9月30日）每周检查。',
      ['weekly in 汛期（5月1日至9月30日） "汛期（5月1日至9月30日）每周"'],
      ['汛期（5月1日至9月30日）'],
    ],
    ['每周检查（5月至9月）。', ['weekly in 5月至9月 "每周"'], ['5月至9月']],
    ['汛期每周检查（5月至9月）。', ['weekly in 汛期（5月至9月） "汛期每周"'], ['汛期（5月至9月）']],
    ['一季度每周检查。', ['weekly in 一季度 "一季度每周"'], ['一季度']],
    ['下半年每月检查。', ['monthly in 下半年 "下半年每月"'], ['下半年']],
    [
      '1月至3月、7月至9月每月检查。',
      ['monthly in 1月至3月、7月至9月 "1月至3月、7月至9月每月"'],
      ['1月至3月、7月至9月'],
    ],
    [
      '3月-5月，9月-11月，每周检查。',
      ['weekly in 3月-5月，9月-11月 "3月-5月，9月-11月，每周"'],
      ['3月-5月，9月-11月'],
    ],
    ['6月、7月每周检查。', ['weekly in 6月、7月 "6月、7月每周"'], ['6月、7月']],
    ['4月起至10月每月检查。', ['monthly in 4月起至10月 "4月起至10月每月"'], ['4月起至10月']],
    ['6月底前每周调度。', ['weekly in 6月底前 "6月底前每周"'], ['6月底前']],
    [
      '一季度每周、二季度每月检查。',
      ['weekly in 一季度 "一季度每周"', 'monthly in 二季度 "二季度每月"'],
      ['一季度', '二季度'],
    ],
    [
      '4-10月每周巡查、每月检查。',
      ['weekly in 4-10月 "4-10月每周"', 'monthly in 4-10月 "每月"'],
      ['4-10月', '4-10月'],
    ],
    [
      '7-8月每周、其余月份每月检查。',
      ['weekly in 7-8月 "7-8月每周"', 'monthly in 其余月份 "其余月份每月"'],
      ['7-8月', '其余月份'],
    ],
    [
      '夏季高温期间（6月至9月）每月检查。',
      ['monthly in 夏季高温期间（6月至9月） "夏季高温期间（6月至9月）每月"'],
      ['夏季高温期间（6月至9月）'],
    ],
    ['（6月至9月）每月检查。', ['monthly in 6月至9月 "（6月至9月）每月"'], ['6月至9月']],
    ['6月至9月高温期间，每周巡查。', ['weekly in 6月至9月 "6月至9月高温期间，每周"'], ['6月至9月']],
    ['自4月起，每季度通报。', ['quarterly in 4月起 "4月起，每季度"'], ['4月起']],
    ['6月底前，开展每月检查。', ['monthly in 6月底前 "6月底前，开展每月"'], ['6月底前']],
    ['年底前，开展每月检查。', ['once 2024-12-31 "年底前"', 'monthly "每月"'], []],
    ['年内每月检查。', ['monthly "每月"'], []],
    ['年底前每月通报。', ['once 2024-12-31 "年底前"', 'monthly "每月"'], []],
    ['一季度，完成方案制定，每月通报进展。', ['window 2024-01-01 2024-03-31 "一季度"', 'monthly "每月"'], []],
    ['一季度完成方案并每月通报。', ['window 2024-01-01 2024-03-31 "一季度"', 'monthly "每月"'], []],
    ['每周检查，一季度完成整改。', ['weekly "每周"', 'window 2024-01-01 2024-03-31 "一季度"'], []],
  ])('I6.10: months beside a cadence are its season: %s', ([sentence, expected, open]) => {
    expect(inShort(sentence)).toEqual(expected);
    expect(codesFor(sentence)).toEqual(open.map((season) => `season-months-open ${season}`));
  });
});
