import type { RowValues } from '../../../shared/row/row.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { serverRow } from '../../addin/flows/support/rows.ts';

/** Tasks as long as published ones are: what has to fit into a pane 320 pixels wide. */
const tasks: [name: string, sentence: string, counted: string][] = [
  [
    '推进企业安全生产标准化创建',
    '9月底前，8家危险化学品企业全部通过二级标准化评审，并在省应急管理信息系统中完成备案公告。',
    '标准化证书',
  ],
  [
    '落实企业主要负责人安全生产责任',
    '每月对危险化学品企业主要负责人履职情况开展一次线上巡查，发现问题及时约谈。',
    '约谈企业',
  ],
  [
    '开展重大危险源企业专项检查督导',
    '对全区重大危险源企业全覆盖开展专项检查，落实“消地协作”机制，隐患整改率达到100%。',
    '重大危险源企业',
  ],
  ['强化装卸环节安全管控', '每周抽查液化烃、液氯等装卸作业现场，并通报结果。', '装货企业'],
  [
    '推进老旧装置淘汰退出和更新改造',
    '对评估为高风险的老旧装置逐套制定“一装置一策”方案，年底前完成改造或者淘汰。',
    '老旧装置',
  ],
  ['夯实从业人员培训基础', '组织危险化学品企业特种作业人员参加仿真实操培训和考核。', '培训人员'],
  ['建设双重预防数字化系统', '推动企业双重预防机制数字化系统与省平台实时联通。', '接入企业'],
  ['规范危险化学品经营许可', '对辖区内带储存设施的经营企业开展许可条件复核。', '经营企业'],
];

/** A row of the ledger with a task's own words; rows of one number share the key of `keyOf(number)`. */
export function paneRow(
  number: number,
  values: Partial<RowValues> | null = null,
  part: Partial<SheetRow> = {},
): SheetRow {
  const [taskName, arrangementText, indicatorLabel] = tasks[(number - 1) % tasks.length]!;
  const row = serverRow(number, values, { taskName, arrangementText, indicatorLabel, ...part });
  return {
    ...row,
    context: {
      ...row.context,
      dueOn: row.due,
      indicator: { ...row.context.indicator, label: indicatorLabel },
    },
  };
}
