import { describe, expect, test } from 'vitest';
import type { BulletinContent } from '../../../shared/bulletin/content.ts';
import { bulletinContent } from '../../../shared/bulletin/content.ts';
import type { BulletinFacts } from '../../../shared/bulletin/facts.ts';
import { makeBulletin } from '../../../shared/bulletin/makeBulletin.ts';
import { bulletinMarkdown } from '../../../shared/bulletin/markdown.ts';
import { shownSections } from '../../../shared/bulletin/shown.ts';
import {
  completedLate,
  factsOf,
  obligation,
  onTime,
  reportedLate,
  underWay,
} from '../../support/bulletin/facts.ts';

const paragraphs = ({ sections }: BulletinContent): string[] =>
  sections.flatMap(({ heading, sentences }) => [
    ...(heading === null ? [] : [heading]),
    ...sentences.map(({ made }) => made),
  ]);
const said = (content: BulletinContent, id: string): string | undefined =>
  content.sections.flatMap(({ sentences }) => sentences).find((each) => each.id === id)?.made;

const w13 = { period: '2024-W13', due: '2024-03-31' };
const mixed = factsOf([
  obligation('jia', '1-7-1', onTime),
  obligation('jia', '1-7-2', completedLate),
  obligation('yi', '1-7-1', reportedLate),
  obligation('yi', '1-7-2', underWay),
  obligation('bing', '1-7-1'),
  obligation('bing', '1-7-2'),
  obligation('bing', '1-7-1', w13),
  obligation('ding', '1-7-1', { ...onTime }),
  obligation('ding', '1-7-2', { ...onTime, period: '2024-W15', due: '2024-04-14' }),
  obligation('yi', '1-1-1', {
    ...{ period: '2024', due: '2024-12-31', received: true, fulfilled: true, punctuality: 'onTime' },
    returned: { reason: '缺少检查记录。', on: '2024-04-08', answerBy: '2024-04-11' },
  }),
]);

describe('B6.1: a weekly bulletin reads as an office writes it', () => {
  const made = makeBulletin(mixed);

  test('head and foot', () => {
    expect(bulletinContent.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      title: '关于2024年第14周危险化学品安全监管工作任务落实情况的通报',
      ...{ office: '区应急管理局', code: '', salutation: '各镇（街道）、园区：', signature: '区应急管理局' },
      ...{ date: '2024-04-10', number: null, corrects: null, asOf: '2024-04-10', change: 812 },
    });
  });

  test('sentence by sentence, in the order of a bulletin', () => {
    expect(paragraphs(made)).toEqual([
      '按照《2024年危险化学品安全监管工作任务清单》要求，现将2024年第14周（4月1日—7日）工作任务落实情况通报如下。',
      '一、总体情况',
      '截至4月10日，本周到期应报7项，已报5项，未报2项，上报率71.4%；已完成4项，其中按时完成2项、迟报1项、逾期完成1项，按时率28.6%；逾期未完成3项。',
      '从全年看，应报10项，已完成6项，占全年任务的60%。',
      '二、各单位情况',
      '上报率达到100%的单位有3个：甲镇、乙镇、丁园区。',
      '上报率低于总体水平（71.4%）的单位有1个，由低到高依次为：丙街道（0%）。',
      '各单位到期事项落实情况如下表。',
      '三、未报情况',
      '到期事项一项未报的单位有1个：丙街道（2项）。',
      '四、逾期情况',
      '到期事项逾期未完成3项，涉及2个单位：丙街道2项（最长逾期3天）、乙镇1项（最长逾期3天）。',
      '4月1日前到期、至今仍未完成的有1项，涉及1个单位：丙街道1项（最长逾期10天）。',
      '逾期未完成事项如下表。',
      '五、退回补正情况',
      '经审核退回、尚未重新报送的有1项：乙镇1项。',
      '退回待补正事项如下表。',
      '六、与上期相比',
      '本期为2024年首期周通报，没有上期可比。',
      '七、工作要求',
      '（一）限期补报。丙街道要逐项核对未报事项，查明原因，于4月15日前补报到位。',
      '（二）加快整改。对逾期未完成事项，各责任单位要明确责任人和完成时间，完成一项、报送一项。',
      '（三）及时补正。被退回的事项要按照退回原因修改完善，在补正期限前重新报送。',
      '（四）按时报送。各单位要对照任务清单倒排时间，指定专人负责，确保事项不漏、时限不误、数据真实。',
    ]);
  });

  test('tables: by unit with a sum, what is overdue by name with days, what is returned with its reason', () => {
    const tables = Object.fromEntries(made.sections.map(({ id, table }) => [id, table?.rows]));
    expect(tables.units).toEqual([
      ['甲镇', 2, 2, 1, 1, 0.5, 0, 0],
      ['乙镇', 2, 2, 1, 0, 0, 0, 1],
      ['丙街道', 2, 0, 0, 0, 0, 2, 2],
      ['丁园区', 1, 1, 1, 1, 1, 0, 0],
      ['合计', 7, 5, 5 / 7, 2, 2 / 7, 2, 3],
    ]);
    expect(tables.overdue).toEqual([
      ['乙镇', '1-7-2', '每周检查1家企业', '第14周', 1, '2024-04-07', 3],
      ['丙街道', '1-7-1', '每周调度装货企业', '第13周、第14周', 2, '2024-03-31', 10],
      ['丙街道', '1-7-2', '每周检查1家企业', '第14周', 1, '2024-04-07', 3],
    ]);
    expect(tables.returned).toEqual([
      ['乙镇', '1-1-1', '3月底前完成全覆盖检查', '2024年', '2024-04-08', '缺少检查记录。', '2024-04-11'],
    ]);
    expect(made.attachments).toEqual([]);
  });

  test('a long table is attached, and a sentence refers to it', () => {
    const many = Array.from({ length: 20 }, (_, at) => obligation('bing', `2-1-${at + 1}`));
    const one = makeBulletin(factsOf(many));
    expect(one.attachments.map(({ id, rows }) => [id, rows.length])).toEqual([['overdue', 20]]);
    expect(said(one, 'overdue.table')).toBe('逾期未完成事项详见附件。');
    const units = Array.from({ length: 20 }, (_, at) => ({ id: `u${at}`, name: `${at}镇`, kind: 'town' }));
    const two = makeBulletin(
      factsOf(
        units.map(({ id }) => obligation(id, '1-7-1')),
        { units },
      ),
    );
    expect(two.attachments.map(({ id }) => id)).toEqual(['units', 'overdue']);
    expect(said(two, 'units.table')).toBe('各单位到期事项落实情况详见附件1。');
    expect(said(two, 'overdue.table')).toBe('逾期未完成事项详见附件2。');
    expect(two.sections.every(({ table }) => table === null)).toBe(true);
  });

  test.each<[Partial<BulletinFacts>, string, string]>([
    [{ preset: 'monthly', period: '2024-03', from: '2024-03-01', to: '2024-03-31' }, '2024年3月', '本月'],
    [
      { preset: 'quarterly', period: '2024-Q1', from: '2024-01-01', to: '2024-03-31' },
      '2024年第一季度',
      '本季度',
    ],
    [
      { preset: 'span', period: null, from: '2024-03-20', to: '2024-04-05' },
      '2024年3月20日—4月5日',
      '3月20日—4月5日',
    ],
  ])('%o', (days, words, short) => {
    const made = makeBulletin(factsOf([obligation('jia', '1-7-1', w13)], days));
    expect(made.title).toBe(`关于${words}危险化学品安全监管工作任务落实情况的通报`);
    expect(said(made, 'opening')).toContain(`现将${words}工作任务落实情况通报如下。`);
    expect(said(made, 'overall.due')).toContain(`${short}到期应报1项`);
  });

  test('a long table that is left out is no attachment, and the others count on without it', () => {
    const many = ['jia', 'yi', 'bing', 'ding'].flatMap((unit) =>
      Array.from({ length: 5 }, (_, at) => obligation(unit, `1-9-${at + 1}`)),
    );
    const left = makeBulletin(factsOf(many, { leftOut: new Set(['overdue']) }));
    expect(left.attachments).toEqual([]);
    const section = left.sections.find(({ id }) => id === 'overdue')!;
    expect(section.table).toMatchObject({ id: 'overdue', leftOut: true });
    expect(section.sentences.map(({ id }) => id)).not.toContain('overdue.table');
    expect(bulletinMarkdown(left)).not.toContain('逾期未完成事项表');
    expect(shownSections(left).find(({ id }) => id === 'overdue')!.table).toBeNull();
  });

  test('days of another year than the bulletin’s stand with their year; across a year’s change all do', () => {
    const late = obligation('jia', '1-7-1', { period: '2024-W52', due: '2024-12-29' });
    const former = obligation('yi', '1-1-1', { period: '2024', due: '2024-03-31' });
    const days = { period: '2024-W52', from: '2024-12-23', to: '2024-12-29' };
    const next = makeBulletin(
      factsOf([late, former], { ...days, asOf: '2025-01-03', answerBy: '2025-01-08' }),
    );
    expect(said(next, 'overall.due')).toContain('截至2025年1月3日，');
    expect(said(next, 'overall.year')).toContain('从2024年全年看，');
    expect(said(next, 'overdue.earlier')).toContain('2024年12月23日前到期');
    expect(said(next, 'demands.missing')).toContain('于2025年1月8日前');
    expect(bulletinMarkdown(next)).toContain('| 1 | 2024年12月29日 |');
    const old = obligation('jia', '1-7-1', { period: '2023-12', due: '2023-12-31' });
    const within = makeBulletin(factsOf([obligation('yi', '1-7-1'), old]));
    expect(said(within, 'overall.due')).toContain('截至4月10日，');
    expect(bulletinMarkdown(within)).toContain('| 2023年12月31日 |');
    expect(bulletinMarkdown(within)).toContain('| 4月7日 |');
    const split = { period: '2025-W01', from: '2024-12-30', to: '2025-01-05' };
    const both = makeBulletin(factsOf([], { ...split, asOf: '2025-01-08', answerBy: '2025-01-13' }));
    expect(said(both, 'opening')).toContain('2025年第1周（2024年12月30日—2025年1月5日）');
    expect(said(both, 'overall.due')).toContain('截至2025年1月8日，');
    const free = { preset: 'span' as const, period: null, from: '2024-12-20', to: '2025-01-05' };
    expect(said(makeBulletin(factsOf([late], { ...free, asOf: '2025-01-08' })), 'overall.due')).toContain(
      '2024年12月20日—2025年1月5日到期应报1项',
    );
  });

  test('what an officer has set of head and foot stands', () => {
    const heads = {
      title: '通报',
      office: '安委办',
      code: '某安办',
      salutation: '各单位：',
      signature: null,
    };
    expect(makeBulletin(factsOf([], { heads }))).toMatchObject({
      ...{ title: '通报', office: '安委办', code: '某安办', salutation: '各单位：', signature: '安委办' },
    });
  });
});

describe('B6.3: what there is none of is said', () => {
  test('nothing is due', () => {
    const made = makeBulletin(factsOf([obligation('jia', '1-1-1', { due: '2024-12-31' })]));
    expect(made.sections.map(({ id }) => id)).toEqual(['opening', 'overall', 'compared', 'demands']);
    expect(said(made, 'overall.due')).toBe('截至4月10日，本周没有到期应报事项。');
    expect(said(made, 'demands.going')).toContain('（一）保持力度。');
  });

  test('nothing is due, and something was left from before', () => {
    const made = makeBulletin(factsOf([obligation('bing', '1-7-1', w13)]));
    expect(said(made, 'overdue.units')).toBeUndefined();
    expect(said(made, 'overdue.earlier')).toContain('至今仍未完成的有1项');
  });

  test('nobody is missing, nothing overdue', () => {
    const made = makeBulletin(
      factsOf([obligation('jia', '1-7-1', onTime), obligation('yi', '1-7-1', onTime)]),
    );
    expect(said(made, 'overall.due')).toBe(
      '截至4月10日，本周到期应报2项，已全部报送，上报率100%；全部完成，其中按时完成2项，按时率100%。',
    );
    expect(said(made, 'units.full')).toBe('各单位上报率均为100%。');
    expect(said(made, 'missing.none')).toBe('各单位到期应报事项均已报送，没有未报情况。');
    expect(said(made, 'overdue.units')).toBe('到期事项均已完成，没有逾期未完成情况。');
  });

  test('nobody has reported anything', () => {
    const made = makeBulletin(factsOf([obligation('jia', '1-7-1'), obligation('yi', '1-7-1')]));
    expect(said(made, 'overall.due')).toBe('截至4月10日，本周到期应报2项，均未报送，上报率0%；均未完成。');
    expect(said(made, 'units.full')).toBe('没有上报率达到100%的单位。');
    expect(said(made, 'units.below')).toBeUndefined();
    expect(said(made, 'missing.silent')).toBe('到期事项一项未报的单位有2个：甲镇（1项）、乙镇（1项）。');
  });

  test('somebody left something out, nobody all of it', () => {
    const made = makeBulletin(factsOf([obligation('jia', '1-7-1', onTime), obligation('jia', '1-7-2')]));
    expect(said(made, 'missing.silent')).toBe('没有到期事项一项未报的单位。');
    expect(said(made, 'missing.partly')).toBe('部分事项未报的单位有1个：甲镇（1项）。');
  });

  test('a span that is not over tells what is not due yet, outside the rates', () => {
    const days = { preset: 'span', period: null, from: '2024-04-01', to: '2024-04-14' } as const;
    const later = { period: '2024-W15', due: '2024-04-14' };
    const made = makeBulletin(
      factsOf([obligation('jia', '1-7-1', onTime), obligation('jia', '1-7-1', later)], days),
    );
    expect(said(made, 'overall.due')).toContain('4月1日—14日到期应报1项，已全部报送，上报率100%');
    expect(said(made, 'overall.due')).toContain('另有1项尚未到期，不计入以上比率。');
  });

  test('no rate reads 100 where something is left, none 0 where something is there', () => {
    const some = (count: number, more: object) =>
      Array.from({ length: count }, (_, at) => obligation('jia', `1-${at + 1}-1`, more));
    const nearly = makeBulletin(factsOf([...some(1999, onTime), obligation('yi', '1-7-1')]));
    expect(said(nearly, 'overall.due')).toContain('上报率99.9%');
    const hardly = makeBulletin(factsOf([...some(2999, {}), obligation('yi', '1-7-1', onTime)]));
    expect(said(hardly, 'overall.due')).toContain('上报率0.1%');
  });
});

describe('B6.4: against the last issued one of its kind', () => {
  const former = {
    ...makeBulletin(
      factsOf(
        [
          obligation('jia', '1-7-1', { ...w13, ...onTime }),
          obligation('jia', '1-7-2', w13),
          obligation('yi', '1-7-1', { ...w13, ...onTime }),
          obligation('yi', '1-7-2', { ...w13, ...onTime }),
          obligation('bing', '1-7-1', w13),
        ],
        { period: '2024-W13', from: '2024-03-25', to: '2024-03-31', asOf: '2024-04-03' },
      ),
    ),
    ...{ number: { year: 2024, sequence: 2 }, code: '某应急' },
  };
  const now = factsOf(
    [
      obligation('jia', '1-7-1', onTime),
      obligation('jia', '1-7-2', onTime),
      obligation('yi', '1-7-1', onTime),
      obligation('yi', '1-7-2'),
      obligation('bing', '1-7-1'),
      obligation('jia', '1-7-2', { ...w13, ...completedLate }),
      obligation('bing', '1-7-1', w13),
    ],
    { former },
  );

  test('who has improved, who has fallen behind, and what became of what was overdue', () => {
    const section = makeBulletin(now).sections.find(({ id }) => id === 'compared')!;
    expect(section.sentences.map(({ made }) => made)).toEqual([
      '与上期（某应急〔2024〕2号）相比，总体上报率持平，为60%。',
      '上报率提高的单位有1个：甲镇（由50%升至100%）。',
      '上报率下降的单位有1个：乙镇（由100%降至50%）。',
      '上期通报的逾期未完成2项中，已完成1项，仍有1项未完成。',
    ]);
    const settled = section.sentences.at(-1)!.figures;
    expect(settled.map(({ name, value }) => [name, value])).toEqual([
      ['formerOverdue', 2],
      ['settled', 1],
      ['stillOverdue', 1],
    ]);
    expect(settled[2]!.keys).toEqual(['2024.1-7-1.1.bing.2024-W13']);
  });

  test('the whole rises, falls, or stays with every unit', () => {
    const all = now.obligations.map((each) => ({ ...each, ...onTime }));
    const risen = makeBulletin({ ...now, obligations: all });
    expect(said(risen, 'compared.total')).toBe(
      '与上期（某应急〔2024〕2号）相比，总体上报率由60%提高到100%，提高40个百分点。',
    );
    expect(said(risen, 'compared.settled')).toBe('上期通报的逾期未完成2项已全部完成。');
    const none = now.obligations.map((each) => ({ ...each, received: false, fulfilled: false }));
    const fallen = makeBulletin({ ...now, obligations: none });
    expect(said(fallen, 'compared.total')).toContain('由60%下降到0%，下降60个百分点。');
    expect(said(fallen, 'compared.settled')).toContain('尚无一项完成，仍有2项未完成。');
    const same = makeBulletin({
      ...now,
      obligations: former.units.flatMap(({ id }) => [
        obligation(id, '1-7-1', id === 'bing' ? {} : onTime),
        ...(id === 'bing' ? [] : [obligation(id, '1-7-2', id === 'yi' ? onTime : {})]),
      ]),
    });
    expect(said(same, 'compared.same')).toBe('各单位上报率与上期持平。');
  });

  test('what is extended or asked no more is told apart', () => {
    const extended = now.obligations.map((each) =>
      each.unit === 'bing' && each.period === '2024-W13' ? { ...each, due: '2024-04-20' } : each,
    );
    expect(said(makeBulletin({ ...now, obligations: extended }), 'compared.settled')).toBe(
      '上期通报的逾期未完成2项中，已完成1项，1项已延期或不再要求。',
    );
  });
});

test('B6.8: a correction says what it corrects', () => {
  const corrects = { number: { year: 2024, sequence: 3 }, code: '某应急' };
  const made = makeBulletin(factsOf([], { corrects }));
  expect(made.title).toBe('关于2024年第14周危险化学品安全监管工作任务落实情况的通报（更正）');
  expect(made.corrects).toEqual(corrects.number);
  expect(said(made, 'opening')).toContain('工作任务落实情况更正通报如下。');
  expect(said(made, 'opening.corrects')).toBe(
    '某应急〔2024〕3号通报中有关情况与本通报不一致的，以本通报为准。',
  );
  expect(said(made, 'compared.first')).toBeUndefined();
});

test('B6.2: every figure is the number of its keys, each once', () => {
  const { sections, units } = makeBulletin(mixed);
  const figures = [...sections.flatMap((each) => each.sentences), ...units].flatMap((each) => each.figures);
  expect(figures.length).toBeGreaterThan(30);
  for (const { value, keys } of figures) {
    expect(keys).toHaveLength(value);
    expect(new Set(keys).size).toBe(value);
  }
});
