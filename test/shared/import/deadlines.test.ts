import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { gridWith, readSentence } from '../../support/import/published.ts';
import { codesFor, inShort } from '../../support/import/sentences.ts';

describe('I6: the grammar of deadlines', () => {
  test.for<[string, string[]]>([
    ['3月底前，完成整改。', ['once 2024-03-31 "3月底前"']],
    ['2 月底之前，完成整改。', ['once 2024-02-29 "2 月底之前"']],
    ['３月底前，督促企业整改。', ['once 2024-03-31 "３月底前"']],
    [
      '三月底前，摸清底数；十二月底前，完成整改。',
      ['once 2024-03-31 "三月底前"', 'once 2024-12-31 "十二月底前"'],
    ],
    ['2024年3月底前，完成整改。', ['once 2024-03-31 "2024年3月底前"']],
    ['2025年2月底前，完成整改。', ['once 2025-02-28 "2025年2月底前"']],
    ['6月30日前，完成培训。', ['once 2024-06-30 "6月30日前"']],
    ['3月底完成方案制定。', ['once 2024-03-31 "3月底"']],
    ['二季度末前，完成评估。', ['once 2024-06-30 "二季度末前"']],
    ['年底前，建成示范点。', ['once 2024-12-31 "年底前"']],
    ['2024年年底前，建成示范点。', ['once 2024-12-31 "2024年年底前"']],
    ['3月底前、9月底前，报送总结。', ['once 2024-03-31 "3月底前"', 'once 2024-09-30 "9月底前"']],
    [
      '1月至3月、7月至9月，开展检查。',
      ['window 2024-01-01 2024-03-31 "1月至3月"', 'window 2024-07-01 2024-09-30 "7月至9月"'],
    ],
    ['第一季度，组织演练。', ['window 2024-01-01 2024-03-31 "第一季度"']],
    ['1-6月，开展检查。', ['window 2024-01-01 2024-06-30 "1-6月"']],
    ['5月10日至6月20日，集中整治。', ['window 2024-05-10 2024-06-20 "5月10日至6月20日"']],
    [
      '4月份，开展宣传；于9月开展检查。',
      ['window 2024-04-01 2024-04-30 "4月份"', 'window 2024-09-01 2024-09-30 "9月"'],
    ],
    ['6月上旬，动员部署。', ['window 2024-06-01 2024-06-10 "6月上旬"']],
    ['2月下旬，动员部署。', ['window 2024-02-21 2024-02-29 "2月下旬"']],
    ['下半年，组织演练。', ['window 2024-07-01 2024-12-31 "下半年"']],
    ['2024年1月至2024年6月，开展整治。', ['window 2024-01-01 2024-06-30 "2024年1月至2024年6月"']],
    ['一至三季度，分批检查。', ['window 2024-01-01 2024-09-30 "一至三季度"']],
    ['今年内完成改造。', ['window 2024-01-01 2024-12-31 "今年内"']],
    ['年内完成改造。', ['window 2024-01-01 2024-12-31 "年内"']],
    ['按周调度、按月通报。', ['weekly "按周"', 'monthly "按月"']],
    ['每两个月检查一次。', ['two-monthly "每两个月"']],
    ['每个季度至少检查一次。', ['quarterly "每个季度"']],
    ['每半年评估一次；按半年通报。', ['half-yearly "每半年"']],
    ['3.15前，完成排查。', ['once 2024-03-15 "3.15前"']],
    ['每月调度，每月通报。', ['monthly "每月"']],
    ['每月底前调度，每季度末前通报。', ['monthly "每月底前"', 'quarterly "每季度末前"']],
    ['二○二五年六月三十日前，完成整改。', ['once 2025-06-30 "二○二五年六月三十日前"']],
    ['二零二四年十月底前，完成整改。', ['once 2024-10-31 "二零二四年十月底前"']],
    ['2024.6.30前，完成整改。', ['once 2024-06-30 "2024.6.30前"']],
    ['6.30前，完成整改。', ['once 2024-06-30 "6.30前"']],
    ['6/30前，完成整改。', ['once 2024-06-30 "6/30前"']],
    ['6-30之前，完成整改。', ['once 2024-06-30 "6-30之前"']],
    ['2024年6.30前，完成整改。', ['once 2024-06-30 "2024年6.30前"']],
    ['20240630前，完成整改。', ['once 2024-06-30 "20240630前"']],
    ['2024/6/30前，完成整改。', ['once 2024-06-30 "2024/6/30前"']],
    ['2024-06-30以前，完成整改。', ['once 2024-06-30 "2024-06-30以前"']],
    ['6.30完成整改。', ['once 2024-06-30 "6.30"']],
    ['2024/6/30完成整改。', ['once 2024-06-30 "2024/6/30"']],
    ['20240630完成整改。', ['once 2024-06-30 "20240630"']],
    ['11月底，完成整改。', ['once 2024-11-30 "11月底"']],
    ['每季度末，通报情况。', ['quarterly "每季度末"']],
    ['每月调度，月底前报送。', ['monthly "每月"']],
    ['每季度检查，季度末前通报。', ['quarterly "每季度"']],
    ['五月十日至六月二十日，集中整治。', ['window 2024-05-10 2024-06-20 "五月十日至六月二十日"']],
    ['每季度首月10日前报送。', ['quarterly "每季度首月10日前"']],
  ])('%s', ([sentence, expected]) => expect(inShort(sentence)).toEqual(expected));

  test.for<[string, string[] | undefined]>([
    ['适时开展排查。', ['适时']],
    ['按照上级统一部署，择机开展演练。', ['按照上级统一部署', '择机']],
    ['按照市局部署开展检查。', ['按照市局部署']],
    ['在规定的时限内办结，及时反馈。', ['在规定的时限内', '及时']],
    ['春节前，开展检查。', ['春节前']],
    ['6月前完成整改。', ['6月前']],
    ['6月中旬前完成整改。', ['6月中旬前']],
    ['9月1日起实施。', ['9月1日起']],
    ['2月30日前完成整改。', ['2月30日前']],
    ['11月至次年3月，开展防控。', ['11月至次年3月']],
    ['2024年11月至2025年2月，开展防控。', ['2024年11月至2025年2月']],
    ['明年3月底前，完成整改。', ['明年3月底前']],
    ['复核去年12月底前和上年二季度末前完成的整改。', undefined],
    ['复核近年内和两年内完成的整改。', undefined],
    ['10月至5月，开展防控。', ['10月至5月']],
    ['3、6、9月底前，分别报送。', ['3、6、9月底前']],
    ['上、下半年各检查一次。', ['上、下半年']],
    ['结合6月安全生产月开展宣传，对上半年工作进行总结。', ['6月', '上半年']],
    ['至12月底，完成整改。', ['12月底']],
    ['岁末年初开展检查。', ['岁末年初']],
    ['一、二季度，分批开展。', ['一、二季度']],
    ['3月、6月、9月底前各报送一次。', ['3月、6月、9月底前']],
    ['3月和6月15日前，分别报送。', ['3月和6月15日前']],
    ['3月5日、15日，开展检查。', ['3月5日、15日']],
    ['3月底前、6月、9月各检查一次。', ['3月底前、6月、9月']],
    ['2024年3月、2025年3月，开展检查。', ['2024年3月、2025年3月']],
    ['2023年3月、2024年3月，开展检查。', ['2023年3月、2024年3月']],
    ['每年5月12日前后，开展宣传。', ['每年5月12日前后']],
    ['15日前报送月报，5个工作日前通知。', ['15日前']],
    ['6月前后、年底前后，开展检查。', ['6月前后', '年底前后']],
    ['一季度左右，开展检查。', ['一季度左右']],
    ['每学期评估一次，每两周调度。', ['每学期', '每两周']],
    ['每隔半年评估一次。', ['每隔半年']],
    ['15个工作日内办结。', ['15个工作日内']],
    ['对一季度检查发现的问题进行整改。', ['一季度']],
    ['一季度检查发现的问题全部整改。', ['一季度']],
    ['月底前，完成整改。', ['月底前']],
    ['本月底前，完成整改。', ['本月底前']],
    ['季度末前，完成整改。', ['季度末前']],
    ['季度末，通报情况。', ['季度末']],
    ['核对月末库存。', undefined],
    ['6.30，完成整改。', undefined],
    ['压力不低于3.15完成测试。', undefined],
    ['落实3.15要求，按6/30比例、6-30人一组、编号20240630开展。', undefined],
    ['2.30前完成整改。', ['2.30前']],
    ['5.12前后开展宣传。', ['5.12前后']],
    ['3.15、6.15前各报一次。', ['3.15、6.15前']],
    ['20241340前完成整改。', undefined],
    ['20230630前印发的文件。', undefined],
    ['加强巡查。', undefined],
    ['研判重点时段性风险。', undefined],
    ['，2024年1月以来发生的事故全部复盘。', undefined],
    ['落实二〇二三年底前和两年底线要求，按季节变化调整，历年年末和近年末的问题。', undefined],
    ['对5年内的装置进行排查，开展三年行动，制定五年计划。', undefined],
    ['对2021年以来的项目、2021年至2023年的检查和2023年度报告进行复核。', undefined],
    ['落实2023年12月底前印发的文件。', undefined],
    ['按照《2024年3月底前完成整改的通知》和“每周一查”要求，对照〔2024〕3号开展工作。', undefined],
    ['制定2024年工作方案。', undefined],
    ['按照每周期一评估的要求开展。', undefined],
  ])('I6.1, I6.2: what it does not know it does not guess: %s', ([sentence, words]) => {
    const { schedules, undatedWords } = readSentence(sentence);
    expect(schedules.map(({ kind }) => kind)).toEqual(['undated']);
    expect(undatedWords).toEqual(words);
    expect(schedules[0]?.source?.text).toBe(words?.[0]);
  });

  test.for<[string, string[]]>([
    [
      '3月底、6月底、9月底前分别报送。',
      ['once 2024-03-31 "3月底"', 'once 2024-06-30 "6月底"', 'once 2024-09-30 "9月底前"'],
    ],
    ['6月15日和12月15日前各报一次。', ['once 2024-06-15 "6月15日"', 'once 2024-12-15 "12月15日前"']],
    ['6月底和年底前各报送一次。', ['once 2024-06-30 "6月底"', 'once 2024-12-31 "年底前"']],
    ['3月底、9月底各报送一次。', ['once 2024-03-31 "3月底"', 'once 2024-09-30 "9月底"']],
    ['3月底前、9月底前，各报送一次。', ['once 2024-03-31 "3月底前"', 'once 2024-09-30 "9月底前"']],
    [
      '2024年6月底及12月底前，各报送1次总结和计划。',
      ['once 2024-06-30 "6月底"', 'once 2024-12-31 "12月底前"'],
    ],
    ['每年6月底、12月底前各开展一次演练。', ['once 2024-06-30 "6月底"', 'once 2024-12-31 "12月底前"']],
    ['3月、9月各开展1次检查。', ['window 2024-03-01 2024-03-31 "3月"', 'window 2024-09-01 2024-09-30 "9月"']],
    [
      '一季度、三季度各开展1次检查。',
      ['window 2024-01-01 2024-03-31 "一季度"', 'window 2024-07-01 2024-09-30 "三季度"'],
    ],
    [
      '上半年、下半年各开展1次检查。',
      ['window 2024-01-01 2024-06-30 "上半年"', 'window 2024-07-01 2024-12-31 "下半年"'],
    ],
  ])(
    'I6.7: several dates with words that are said of each are one schedule each: %s',
    ([sentence, expected]) => {
      expect(inShort(sentence)).toEqual(expected);
      expect(codesFor(sentence)).toEqual([]);
    },
  );

  test.for<[string, string]>([
    ['3月底、9月底前分别完成方案制定和整改。', '3月底、9月底前'],
    ['3月底、9月底前分别报送计划、总结。', '3月底、9月底前'],
    ['甲、乙方案，3月底、9月底前分别报送。', '3月底、9月底前'],
    ['甲局、乙局3月底、9月底前分别报送。', '3月底、9月底前'],
    ['3月底、9月底前各镇报送一次。', '3月底、9月底前'],
    ['3月底、9月底前报送总结。', '3月底、9月底前'],
    ['3月、9月各检查2次。', '3月、9月'],
    ['3月、9月各检查5家企业1次。', '3月、9月'],
    ['11月、3月各检查一次。', '11月、3月'],
    ['2025年3月底、9月底前各报送一次。', '2025年3月底、9月底前'],
    ['2月底、2月30日前各报送一次。', '2月底、2月30日前'],
    ['4月31日、9月30日前各报送一次。', '4月31日、9月30日前'],
  ])('I6.7: several dates that may be of several things are left to a person: %s', ([sentence, words]) => {
    expect(inShort(sentence)).toEqual([`undated "${words}"`]);
    expect(codesFor(sentence)).toContain(`undated ${words}`);
  });

  test.for<[string, string[], string[]]>([
    ['落实《三年行动方案》2026年6月底前完成。', ['once 2026-06-30 "2026年6月底前"'], []],
    ['组织“安全生产月”6月30日前活动。', ['once 2024-06-30 "6月30日前"'], []],
    ['落实《方案》12月20日前上报。', ['once 2024-12-20 "12月20日前"'], []],
    ['落实〔2024〕12号6月30日前完成。', ['once 2024-06-30 "6月30日前"'], []],
    ['落实[附件]6月底前完成。', ['once 2024-06-30 "6月底前"'], []],
    ['培训“三类人员”300人次。', ['undated ""'], ['300人次']],
    ['整治“厂中厂”20家。', ['undated ""'], ['20家']],
    ['发放《告知书》300份。', ['undated ""'], ['300份']],
    ['对照〔2024〕12号、〔2023〕70和〔2024〕第3号检查。', ['undated ""'], []],
  ])(
    'I6.2: only behind the year of a document are digits its number: %s',
    ([sentence, expected, counted]) => {
      expect(inShort(sentence)).toEqual(expected);
      const counts = readSentence(sentence).indicators.filter(({ id }) => id !== 'done');
      expect(counts.map(({ target, unitOfMeasure }) => `${target}${unitOfMeasure}`)).toEqual(counted);
    },
  );

  test('I6.1: time words beside a real deadline are dropped, but an unread deadline beside one is said', () => {
    expect(readSentence('3月底前，按照上级统一部署，适时开展检查。').undatedWords).toBeUndefined();
    expect(codesFor('3月底前，适时开展检查。')).toEqual([]);
    expect(codesFor('6月底前，部署；9月中旬前，检查。')).toEqual(['deadline-unread 9月中旬前']);
  });

  test.for<[string, string[], string[]]>([
    [
      '年初制定计划，年中评估，年末考核。',
      ['once 2024-12-31 "年末"'],
      ['deadline-unread 年初', 'deadline-unread 年中'],
    ],
    ['2024年初，部署；6月底前，整改。', ['once 2024-06-30 "6月底前"'], ['deadline-unread 2024年初']],
    ['每年年初制定计划。', ['undated "每年年初"'], ['undated 每年年初']],
    ['年终前完成验收，6月底前部署。', ['once 2024-06-30 "6月底前"'], ['deadline-unread 年终前']],
    ['3月底前部署，年度终了前总结。', ['once 2024-03-31 "3月底前"'], ['deadline-unread 年度终了前']],
    ['半年、年底前报送总结。', ['once 2024-12-31 "年底前"'], ['deadline-unread 半年']],
    ['落实年初会议精神，按2024年中央文件，6月底前整改。', ['once 2024-06-30 "6月底前"'], []],
    ['2024年中小企业、2024年终端用户6月底前整改，2024年初级培训。', ['once 2024-06-30 "6月底前"'], []],
    ['6月底前报送年终总结、年中总结。', ['once 2024-06-30 "6月底前"'], []],
    ['6月15前完成整改。', ['undated "6月15前"'], ['undated 6月15前']],
    [
      '春节前、国庆前各检查1次，12月底前总结。',
      ['once 2024-12-31 "12月底前"'],
      ['deadline-unread 春节前', 'deadline-unread 国庆前'],
    ],
    ['元旦、春节期间值守，3月底前总结。', ['once 2024-03-31 "3月底前"'], ['deadline-unread 春节期间']],
    [
      '安全生产月期间宣传，11月底前总结。',
      ['once 2024-11-30 "11月底前"'],
      ['deadline-unread 安全生产月期间'],
    ],
    [
      '入汛前检查，节前巡查，12月底前总结。',
      ['once 2024-12-31 "12月底前"'],
      ['deadline-unread 入汛前', 'deadline-unread 节前'],
    ],
    ['施工期间加强值守，年前期工作推进，12月底前总结。', ['once 2024-12-31 "12月底前"'], []],
    ['主汛期来临前检查，11月底前总结。', ['once 2024-11-30 "11月底前"'], ['deadline-unread 主汛期来临前']],
    ['汛期前（5月31日前），完成检查。', ['once 2024-05-31 "5月31日前"'], []],
    [
      '“安全生产月”期间宣传，11月底前总结。',
      ['once 2024-11-30 "11月底前"'],
      ['deadline-unread “安全生产月”期间'],
    ],
    ['春节前（1月20日前），完成节前检查。', ['once 2024-01-20 "1月20日前"'], []],
    ['1月20日前，完成春节前检查。', ['once 2024-01-20 "1月20日前"'], []],
    ['“五一”前检查，6月底前总结。', ['once 2024-06-30 "6月底前"'], ['deadline-unread “五一”前']],
    [
      '在“十一”假期期间值守，6月底前总结。',
      ['once 2024-06-30 "6月底前"'],
      ['deadline-unread “十一”假期期间'],
    ],
    ['落实“五一”安排、做好“两会”安保，6月底前总结。', ['once 2024-06-30 "6月底前"'], []],
    [
      '2024.6-2024.9开展整治，10月底前总结。',
      ['once 2024-10-31 "10月底前"'],
      ['deadline-unread 2024.6-2024.9'],
    ],
    ['（3.1-5.31）开展整治，10月底前总结。', ['once 2024-10-31 "10月底前"'], ['deadline-unread 3.1-5.31']],
    ['检查储罐，1.5-2.5兆帕，10月底前总结。', ['once 2024-10-31 "10月底前"'], []],
    ['6月底前部署，隔月检查一次。', ['once 2024-06-30 "6月底前"'], ['deadline-unread 隔月']],
    [
      '6月底前部署，逐日调度、双月通报。',
      ['once 2024-06-30 "6月底前"'],
      ['deadline-unread 逐日', 'deadline-unread 双月'],
    ],
  ])('I6.1: another time beside a date is not passed over unsaid: %s', ([sentence, expected, told]) => {
    expect(inShort(sentence)).toEqual(expected);
    expect(codesFor(sentence)).toEqual(told);
  });

  test.for<[string, string[], string[]]>([
    ['6月1—7日，开展宣传。', ['window 2024-06-01 2024-06-07 "6月1—7日"'], []],
    ['六月一至七日，开展宣传。', ['window 2024-06-01 2024-06-07 "六月一至七日"'], []],
    ['5月10-6月5日，开展宣传。', ['window 2024-05-10 2024-06-05 "5月10-6月5日"'], []],
    ['6月中下旬，开展演练。', ['undated "6月中下旬"'], ['undated 6月中下旬']],
    ['4月上中旬完成。', ['undated "4月上中旬"'], ['undated 4月上中旬']],
    ['4月上、中旬前完成。', ['undated "4月上、中旬前"'], ['undated 4月上、中旬前']],
    ['到6月底，建成率达到100%。', ['once 2024-06-30 "6月底"'], []],
    ['到2024年底，完成改造。', ['once 2024-12-31 "2024年底"'], []],
    ['到9月底已完成的，复查。', ['undated "9月底"'], ['undated 9月底']],
  ])('I6: days of one month, and what comes up to a date: %s', ([sentence, expected, told]) => {
    expect(inShort(sentence)).toEqual(expected);
    expect(codesFor(sentence)).toEqual(told);
  });

  test.for<[string, string[], string[]]>([
    ['2025年1-3月每周检查。', ['undated "2025年1-3月每周"'], ['undated 2025年1-3月每周']],
    ['春节至3月底每周检查。', ['weekly "每周"'], ['deadline-unread 3月底']],
    ['5月至6月15日，检查。', ['window 2024-05-01 2024-06-15 "5月至6月15日"'], []],
    ['5月10日至6月底，检查。', ['window 2024-05-10 2024-06-30 "5月10日至6月底"'], []],
    ['4月至年底，检查。', ['window 2024-04-01 2024-12-31 "4月至年底"'], []],
    ['4月底至6月底，检查。', ['undated "4月底至6月底"'], ['undated 4月底至6月底']],
    ['一季度至6月底，检查。', ['undated "一季度至6月底"'], ['undated 一季度至6月底']],
    ['6月中旬至下旬，检查。', ['undated "6月中旬至下旬"'], ['undated 6月中旬至下旬']],
  ])('I6.10: a range is read from end to end, or left to a person: %s', ([sentence, expected, told]) => {
    expect(inShort(sentence)).toEqual(expected);
    expect(codesFor(sentence)).toEqual(told);
  });

  test.for<[string, string]>([
    ['对1月至3月检查发现的问题进行复查。', '1月至3月'],
    ['6月是安全月，开展宣传。', '6月'],
    ['复查1-3月发现的隐患。', '1-3月'],
    ['跟踪5月10日至6月20日检查出的问题。', '5月10日至6月20日'],
    ['对6月底前到期的许可证进行换证。', '6月底前'],
    ['对6月底前到期许可证进行换证。', '6月底前'],
    ['督促6月30日前到期的企业换证。', '6月30日前'],
    ['对6.30前到期的证书换证。', '6.30前'],
    ['推动6月底前摸排出的企业整改。', '6月底前'],
    ['完成3月底前上级部署的任务。', '3月底前'],
    ['对6月底前完成改造的企业进行验收。', '6月底前'],
    ['将3月底前的隐患清零。', '3月底前'],
    ['6月底前未完成整改的企业，责令停产。', '6月底前'],
    ['对每月检查发现的问题进行整改。', '每月'],
    ['将每季度排查出的隐患清零。', '每季度'],
  ])('I6.11: a date that qualifies a thing is no deadline, and is told: %s', ([sentence, words]) => {
    expect(inShort(sentence)).toEqual([`undated "${words}"`]);
    expect(codesFor(sentence)).toContain(`undated ${words}`);
  });

  test.for<[string, string[], string[]]>([
    ['6月底前完成省厅检查发现的问题整改。', ['once 2024-06-30 "6月底前"'], []],
    ['每月对检查发现的问题督办。', ['monthly "每月"'], []],
    ['每月上报完成的整改情况。', ['monthly "每月"'], []],
    ['对前期排查的企业6月底前整改。', ['once 2024-06-30 "6月底前"'], []],
    ['12月底前完成9月底前排查出的隐患整改。', ['once 2024-12-31 "12月底前"'], ['deadline-unread 9月底前']],
  ])('I6.11: a date beside such words is a deadline as ever: %s', ([sentence, expected, told]) => {
    expect(inShort(sentence)).toEqual(expected);
    expect(codesFor(sentence)).toEqual(told);
  });

  test.for<[string, string]>([
    ['6月第三周，开展宣传。', '6月第三周'],
    ['6月的第一个星期五前，报送。', '6月的第一个星期五前'],
    ['2024年6月最后一周，开展宣传。', '2024年6月最后一周'],
    ['6月末周，开展宣传。', '6月末周'],
    ['6月第1周，开展宣传。', '6月第1周'],
    ['6月首个工作日，开展宣传。', '6月首个工作日'],
    ['二季度第一个月，开展宣传。', '二季度第一个月'],
    ['6月中，开展宣传。', '6月中'],
  ])('I6.1: a week of a month is left to a person: %s', ([sentence, words]) => {
    expect(inShort(sentence)).toEqual([`undated "${words}"`]);
    expect(codesFor(sentence)).toEqual([`undated ${words}`]);
  });

  test('I6.1: a month behind the mark of an item within an item is told', () => {
    const arrangements = '（一）部署。1.3月底前印发；2.10月15日前宣贯；6月底前总结。（二）6月底前检查。';
    const { taskList, diagnostics } = parseTaskList(gridWith({ arrangements }));
    expect(taskList?.tasks[0]?.arrangements[0]?.schedules.map(({ due }) => due)).toEqual(['2024-06-30']);
    expect(diagnostics.map(({ code, text }) => `${code} ${text}`)).toEqual([
      'deadline-unread 1.3月底前',
      'deadline-unread 2.10月15日前',
    ]);
  });

  test('the year of the list dates what names no year', () => {
    const grid = gridWith({ arrangements: '1. 2月底前，完成整改。', title: '2023年工作任务清单' });
    const due = (year?: number) =>
      parseTaskList(grid, year === undefined ? {} : { year }).taskList?.tasks[0]?.arrangements[0]
        ?.schedules[0]?.due;
    expect([due(), due(2028)]).toEqual(['2023-02-28', '2028-02-29']);
  });

  test('more schedules than a list can hold are cut, with an error', () => {
    const months = (last: number) =>
      Array.from({ length: last }, (_, at) => `${at + 1}月底前，检查；`).join('');
    expect(readSentence(months(8)).schedules).toHaveLength(8);
    expect(codesFor(months(8))).toEqual([]);
    const sentence = months(9);
    expect(readSentence(sentence).schedules).toHaveLength(8);
    expect(codesFor(sentence)).toEqual(['too-many-schedules null']);
  });
});
