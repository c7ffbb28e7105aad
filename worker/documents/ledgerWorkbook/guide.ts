import { columnOf } from '../../../shared/row/columns.ts';
import { cadenceStatuses, statuses, type RowField } from '../../../shared/row/row.ts';
import { fieldsOf, headerOf } from '../../../shared/sheet/ledgerLayout.ts';
import type { Sheet } from '../../../shared/wire/sheet.ts';

const most = (field: RowField): string => `最多 ${columnOf(field).longest ?? 0} 字。`;

/** What is said where a cell of a field is entered. */
export const prompts: Readonly<Record<RowField, string>> = {
  status: '从下拉列表中选择。',
  count: '填整数，不带单位；填到本报告期为止的累计数。没有填 0，不涉及留空。',
  completedOn: '填完成当天，如 2024-03-15 或 3月15日。未完成留空。',
  note: `写明做了什么、结果如何。${most('note')}`,
  problems: `没有可留空。${most('problems')}`,
  contact: `姓名和电话。${most('contact')}`,
  evidence: `材料名称或存放位置。${most('evidence')}`,
  explanation: `校验提示“请核实”时，在此说明原因。${most('explanation')}`,
};

/** The sheet of instructions: what to fill in, what to leave, how it is handed in. */
export function guideRows({ list, unit, columns }: Pick<Sheet, 'list' | 'unit' | 'columns'>): string[][] {
  return [
    [`${unit.name} ${list.title} 填报说明`],
    ['填什么', '白色各列由本单位填写；灰色各列是工作任务，请勿改动。每行是一个报告期的一项应报内容。'],
    ...fieldsOf(columns).map((field) => [headerOf(field, columns), told(field)]),
    ['可以做', '排序、筛选、调整列宽、增加自己的列和工作表，都不影响填报。'],
    ['请勿做', '不要删除表头，不要删除或改动隐藏的“行标识”“基准版本”两列，不要复制整行。'],
    [
      '怎样交',
      '保存后在“上传台账”页面上传本文件，核对后提交。有误的行会在返回的文件中加批注，其余各行照常接收。',
    ],
    ['软件', '可用 Excel、WPS 或 LibreOffice 填写，请保存为 .xlsx。工作簿没有设保护。'],
  ];
}

const told = (field: RowField): string =>
  field === 'status'
    ? `一次性任务选：${statuses.join('、')}；按周、月、季等上报的任务选：${cadenceStatuses.join('、')}。`
    : prompts[field];
