const name = 'taizhang.returnReasons';

/** What is kept at most. */
const most = { reasons: 30, characters: 300 };

/** Reasons for a return that officers give again and again, until they keep their own. */
export const firstReasons = [
  '填报内容过于笼统，请写明具体做了什么、涉及哪些企业。',
  '数量与说明不一致，请核对后重新填报。',
  '缺少佐证材料，请在佐证材料一栏写明材料名称或文号。',
  '完成日期与实际不符，请核实。',
] as const;

/** Reasons from a text with one on each line; blank lines and repetitions are left out. */
export function reasonsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, most.characters));
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, most.reasons);
}

/** The reasons that this browser has kept. */
export function readReasons(storage: () => Storage = () => localStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(name) ?? 'null');
    if (Array.isArray(kept)) return reasonsOf(kept.filter((each) => typeof each === 'string').join('\n'));
  } catch {
    // What cannot be read is as if nothing had been kept.
  }
  return [...firstReasons];
}

/** Keeps them in this browser; without any, the first ones are offered again. */
export function keepReasons(reasons: readonly string[], storage: () => Storage = () => localStorage): void {
  try {
    if (reasons.length === 0) storage().removeItem(name);
    else storage().setItem(name, JSON.stringify(reasons));
  } catch {
    // A browser that keeps nothing offers the first ones again.
  }
}
