import { isBureauResult } from '../../shared/sheet/bureauResult.ts';
import type { StandingKind } from './standing.ts';

/** What the result column (校验结果) says. The sheet speaks Chinese whatever the pane speaks. */
export const resultText: Record<StandingKind, (fields: string, count: number) => string> = {
  empty: () => '',
  prefilled: () => '○ 已预填，请补全',
  synced: () => '✓ 已同步',
  returned: () => '↩ 已退回',
  changed: () => '● 待同步',
  error: (fields, count) => `✗ ${count} 处错误：${fields}`,
  warning: (fields) => `! 需核实说明：${fields}`,
  conflict: (fields) => `≠ 冲突：${fields}`,
  locked: () => '已锁定',
  unknown: () => '✗ 清单中没有这一行',
  waived: () => '— 已免报',
};

/** What an untouched draft says: its findings are known at the server, and nothing waits for a sync. */
export const draftText = {
  error: (fields: string, count: number) => `✗ 草稿已存，${count} 处错误：${fields}`,
  warning: (fields: string) => `! 草稿已存，需核实说明：${fields}`,
};

export const overdueText = '○ 逾期未报';
export const lockedEdit = '已锁定，改动未上报';
/** On the archive sheet. */
export const retiredText = '— 已不再要求填报';
export const duplicateText = '≠ 重复行，请在侧栏选定一份';
/** `shows`: the row whose content stands there, by its code; empty where that cannot be told. */
export const misplacedText = (shows: string): string =>
  shows ? `≠ 显示的是 ${shows} 的内容，请在侧栏确认` : '≠ 显示的不是本行任务，请在侧栏确认';
export const olderText = '≠ 恢复成了较早的内容，请在侧栏确认';
export const spareCopyText = '重复副本，不会上报';
export const foreignText = '✗ 与任务的对应关系丢失，不会上报';
export const strayText = '这一行不属于台账，不会上报';

export const markText = {
  changed: '已修改，待同步',
  conflict: (theirs: string) => `与他人的修改冲突。服务器上的值：${theirs}`,
};

/** Whether a row was left in conflict, where nothing but its result is left to tell. */
export function saysConflict(result: unknown): boolean {
  return String(result ?? '').startsWith(resultText.conflict('', 0));
}

/** Whether an earlier scan may have left marks on the row that says this. */
export function mayBeMarked(result: string): boolean {
  return (
    !isBureauResult(result) &&
    ![
      '',
      overdueText,
      resultText.synced('', 0),
      resultText.prefilled('', 0),
      resultText.waived('', 0),
    ].includes(result)
  );
}
