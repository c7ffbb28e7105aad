import type { Status } from '../row/row.ts';

const yes = /^(?:[√✓✔☑✅]|是|有|已|对|yes|y|ok|true|1)$/iu;
const no = /^(?:[×✗✘☒❌xX]|否|没有|未|no|n|false)$/iu;

/** Whether a text is a plain yes or no: a tick, a cross, 是, 否. */
export const isNo = (text: string): boolean => no.test(text);

/** The status that a plain yes or no means beyond doubt; `null`: none. That nothing was done of what falls due once is asked. */
export function plainStatus(text: string, isCadence: boolean): Status | null {
  if (yes.test(text)) return isCadence ? '已开展' : '已完成';
  return isCadence && no.test(text) ? '未开展' : null;
}
