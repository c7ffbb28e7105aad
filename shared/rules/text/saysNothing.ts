const noteFillers = new Set(
  (
    '无 没有 暂无 同上 同前 见上 见附件 正常 一切正常 良好 符合 符合要求 完成 已完成 已办结 办结 进行中 推进中 ' +
    '已开展 已落实 落实 按要求落实 按要求完成 按计划推进 略 同意 ok ×'
  ).split(' '),
);
const explanationFillers = new Set(
  (
    '核实无误 已核实 已核实无误 经核实无误 核实正确 核实属实 已核实属实 情况属实 数据属实 属实 无误 数据无误 确认无误 ' +
    '已确认 已确认无误 数据已核实 数据已核实无误 数据核实无误 经核实数据无误 已经核实 已经核实无误 以上数据已核实 以上数据核实无误 ' +
    '核对无误 已核对 已核对无误 数据正确 数据准确 数据准确无误 准确无误 正确无误 没有问题 没问题'
  ).split(' '),
);
const marks = /[\p{P}\p{S}\p{Z}\s]+/gu;

/** Words only, so that a closing mark or blanks make no difference. */
function words(text: string): string {
  return text.replace(marks, '').toLowerCase();
}

/** Whether a note as a whole tells nothing: 无, 同上, 正常, or nothing but marks. */
export function saysNothing(note: string): boolean {
  const plain = words(note);
  return plain === '' || noteFillers.has(plain);
}

/** Whether an explanation only claims to have checked: 核实无误. */
export function explainsNothing(explanation: string): boolean {
  const plain = words(explanation);
  return explanationFillers.has(plain) || saysNothing(explanation);
}
