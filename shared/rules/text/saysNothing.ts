const noteFillers = new Set(
  (
    '无 没有 暂无 同上 同前 见上 见附件 正常 一切正常 良好 符合 符合要求 完成 已完成 已办结 办结 进行中 推进中 ' +
    '已开展 已落实 落实 按要求落实 按要求完成 按计划推进 略 同意 ok ×'
  ).split(' '),
);
/** Words that claim to have checked; an explanation made of them alone gives no reason. */
const claims =
  /已经|再次|经过|以上|上述|本单位|我单位|我镇|我街道|我园区|数据|数字|数量|情况|信息|内容|填报|上报|核实|核对|核查|确认|审核|检查|属实|无误|正确|准确|真实|没有|问题|有效|完全|全部|确实|[经已均无且并了过的是为都]/g;
const marks = /[\p{P}\p{S}\p{Z}\s]+/gu;

/** Words only, so that a closing mark or blanks make no difference. */
export function words(text: string): string {
  return text.replace(marks, '').toLowerCase();
}

/** Whether a note as a whole tells nothing: 无, 同上, 正常, or nothing but marks. */
export function saysNothing(note: string): boolean {
  const plain = words(note);
  return plain === '' || noteFillers.has(plain);
}

/** Whether an explanation only claims to have checked (核实无误), or is no more than digits or one character over again. */
export function explainsNothing(explanation: string): boolean {
  const plain = words(explanation);
  if (saysNothing(explanation) || plain.replace(claims, '') === '') return true;
  return !/\p{L}/u.test(plain) || new Set(plain).size < 3;
}
