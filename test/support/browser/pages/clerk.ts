import type { ColumnId, LedgerColumn, WorkbookPort } from '../../../../addin/workbook/port.ts';
import { openBook } from '../../../../addin/workbook/univer/open.ts';

declare global {
  interface Window {
    port?: WorkbookPort;
    /** Opens the ledger anew, in another spreadsheet: to load the page again takes several times as long. */
    beginAnew?: () => Promise<void>;
  }
}

const columns: LedgerColumn[] = (
  [
    ['result', '校验结果', 170, 'status'],
    ['task', '重点工作', 140, 'identity'],
    ['arrangement', '工作安排', 240, 'identity'],
    ['target', '目标数', 70, 'identity'],
    ['status', '完成状态', 96, 'value'],
    ['count', '完成数量', 84, 'value'],
    ['completedOn', '完成日期', 106, 'value'],
    ['note', '进展说明', 220, 'value'],
    ['key', '行键', 60, 'hidden'],
    ['base', '基准', 60, 'hidden'],
  ] satisfies [ColumnId, string, number, LedgerColumn['role']][]
).map(([id, header, width, role]) => ({ id, header, width, role }));

/** A small ledger under a clerk's hands: no pane, no server. */
const ledger = {
  columns,
  rows: Array.from({ length: 12 }, (_, index) => ({
    statusChoices:
      index % 3 === 0 ? ['已开展', '未开展', '本地无此类'] : ['未开始', '进行中', '已完成', '本地无此类'],
    cells: {
      task: '开展重大危险源企业专项检查督导',
      arrangement: `1-6-${index + 1} 对全区重大危险源企业全覆盖开展专项检查，6月底前完成`,
      target: 86 - index,
      key: `row-${index + 1}`,
      base: 1,
    },
  })),
};

let endLast = () => {};

window.beginAnew = async () => {
  endLast();
  const container = document.createElement('div');
  container.style.height = '100%';
  document.getElementById('sheet')!.replaceChildren(container);
  const { port, end } = await openBook(container, { language: 'zh' });
  endLast = end;
  await port.layOut(ledger);
  window.port = port;
};
