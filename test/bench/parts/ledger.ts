import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../worker/local/tool.ts';
import { xlsxOf } from '../../support/documents/xlsx.ts';
import { ms, number, times, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import { ledgerSent } from './ledgerSent.ts';
import type { Scale } from './scale.ts';

const rows = 10_000;
const works = [
  '完善内部隐患举报制度，建立“吹哨人”机制',
  '主要负责人完成职工代表评议并报告履职情况',
  '调度装货企业“五必查”核验并通报',
  '每月调度举报奖励制度执行情况',
  '对照“70号文”核对危化品企业标准化班组建设',
];
const header =
  '序号 周次 工作安排 责任人 完成时限 完成情况 完成数量 完成时间 工作开展情况 存在问题 佐证材料'.split(' ');

/** A clerk's own ledger of 10,000 rows, in a process of its own: read, proposed, answered with keys and a thousand comments; and over HTTP. */
export async function measureLedger(bundles: Bundles, folder: string, scale: Scale): Promise<Section> {
  const file = join(folder, 'ledger.xlsx');
  const body = await xlsxOf([
    {
      name: '台账',
      grid: [
        header,
        ...Array.from({ length: rows }, (_, at) => [
          ...[{ number: at + 1, style: 0 }, `第${(at % 14) + 1}周`, works[at % works.length]!],
          ...['张测试 13800000001', '每周', at % 3 === 0 ? '推进中' : '已完成', { number: at % 9, style: 0 }],
          ...[
            { number: 45_379, style: 1 },
            `第${at}项，已检查${at % 9}家，2家记录不全。`,
            '制度未上墙',
            `截图${at}`,
          ],
        ]),
      ],
    },
  ]);
  writeFileSync(file, body);
  const script = join(projectFolder, 'test/bench/data/ledgerInNode.ts');
  const printed = execFileSync(process.execPath, [script, file, String(Math.min(scale.parseRuns, 5) + 1)]);
  const found = JSON.parse(printed.toString()) as {
    times: Record<'read' | 'propose' | 'patch', number[]>;
    rows: number;
    reports: number;
    answered: number;
    loadedMb: number;
    peakMb: number;
  };
  if (found.rows !== rows + 1) throw new Error(`${found.rows} rows were read of ${rows + 1}`);
  const line = (what: string, [first = NaN, ...warm]: number[]) => ({
    what,
    ...times(warm),
    note: `the first time ${ms(first)}`,
  });
  return {
    title: `A clerk's ledger of ${number(rows)} rows × ${header.length} columns, ${number(body.length / 1000)} kB, in Node`,
    lines: [
      line('read', found.times.read),
      line(`proposed: ${number(found.reports)} rows with reports`, found.times.propose),
      line(`answered: ${number(found.answered / 1000)} kB`, found.times.patch),
      {
        what: 'memory, all three after each other',
        figure: `${number(found.peakMb)} MB`,
        note: `resident at the most, ${number(found.loadedMb)} MB before the first reading`,
      },
      ...(await ledgerSent(bundles, folder, rows, Math.min(scale.parseRuns, 3))),
    ],
  };
}
