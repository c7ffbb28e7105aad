import type { ActKind } from '../../../../shared/wire/act.ts';
import { texts } from '../../../text/texts.ts';

type Acts = Record<ActKind, string>;

/** The sentences of the bureau's acts. */
export const actsText = texts(
  {
    acts: {
      accept: '审核通过',
      return: '退回',
      reopen: '取消审核',
      extend: '延期',
      withdrawExtension: '撤回延期',
      declareNotApplicable: '本地无此类',
      withdrawDeclaration: '撤回“本地无此类”',
      unlock: '临时解锁',
      lock: '重新锁定',
    } as Acts,
    /** What it does, for who has not done it yet. */
    does: {
      accept: '这些填报审核通过。单位之后再改，会重新进入待审核。',
      return: '单位下次拉取时看到原因和答复期限，改好再报，就是重新提交。已收、按时等各项数字不变。',
      reopen: '审核结论作废，回到待审核。',
      extend: '原时限和新时限都会一直显示。是否按时尚未定下的，按新时限算；已经完成的不变。',
      withdrawExtension: '恢复延期前的时限。',
      declareNotApplicable:
        '区里认定该单位没有这类事项：从所选报告期起不再要求填报，也不会算作迟报。更早的各期不变。',
      withdrawDeclaration: '认定作废，恢复要求填报。',
      unlock: '已锁定的填报可以再改，到所填日期为止（含当日）。',
      lock: '立即恢复锁定。',
    } as Acts,
    heading: (act: string, count: number) => (count === 1 ? act : `${act}：${count.toLocaleString()} 项`),
    one: (unit: string, code: string, period: string) => `${unit} · ${code} · ${period}`,
    fromPeriod: (period: string) => `从${period}起。`,
    fromPeriods: '各从所选的报告期起。',
    reason: '原因',
    reasonHint: '单位看得到。',
    templates: '常用原因',
    useTemplate: (reason: string) => `填入：${reason}`,
    editTemplates: '编辑常用原因',
    templatesLabel: '每行一条，只保存在本浏览器',
    keepTemplates: '保存常用原因',
    templatesKept: '已保存',
    document: '文号',
    due: '新的时限',
    dueInsteadOf: (due: string) => `新的时限（现时限 ${due}）`,
    until: '解锁到',
    optional: (name: string) => `${name}（可不填）`,
    missing: {
      reason: '请写明原因。',
      document: '请填写文号。',
      due: '请选择新的时限。',
      until: '请选择日期。',
    },
    past: (today: string) => `请选择 ${today} 或之后的日期。`,
    notLater: (due: string) => `新的时限要在现时限 ${due} 之后。`,
    cancel: '取消',
    confirm: (act: string) => `确定${act}`,
    working: (act: string, done: number, total: number) =>
      `正在${act}：${done.toLocaleString()}/${total.toLocaleString()}`,
    result: (act: string, applied: number, unchanged: number, refused: number) =>
      [
        `${act}：已处理 ${applied.toLocaleString()} 项`,
        unchanged > 0 && `本来如此 ${unchanged.toLocaleString()} 项`,
        refused > 0 && `未能处理 ${refused.toLocaleString()} 项`,
      ]
        .filter(Boolean)
        .join('，'),
    outcomes: { applied: '已处理', unchanged: '本来如此', refused: '未能处理' },
    undo: (act: string) => `撤销（${act}）`,
    rows: '逐项结果',
    rest: (count: number) => `另有 ${count.toLocaleString()} 项`,
    open: '打开详情',
    dismiss: '收起',
    fresh: '刷新列表',
    again: '继续',
    halfway: (done: number, total: number) =>
      `${total.toLocaleString()} 项中 ${done.toLocaleString()} 项已有答复，其余未发出或没有收到答复。“继续”会接着做，不会重复。`,
  },
  {
    acts: {
      accept: 'Accept',
      return: 'Return',
      reopen: 'Reopen',
      extend: 'Extend',
      withdrawExtension: 'Withdraw the extension',
      declareNotApplicable: 'Not applicable here',
      withdrawDeclaration: 'Withdraw “not applicable”',
      unlock: 'Unlock',
      lock: 'Lock again',
    },
    does: {
      accept: 'The reports are accepted. What a unit changes later is to be accepted again.',
      return:
        'The unit sees the reason with its next pull, mends the row and submits it again. Received and on time stay as they are.',
      reopen: 'The decision is taken back; the report is to be accepted.',
      extend:
        'Both due dates stay visible. Punctuality that is not decided yet goes by the new one; what is done stays as it is.',
      withdrawExtension: 'The due date before the extension holds again.',
      declareNotApplicable:
        'There is nothing of this kind at the unit: from the chosen period on no report is expected, and none is late. Earlier periods stay as they are.',
      withdrawDeclaration: 'The declaration ends; reports are expected again.',
      unlock: 'A locked report can be changed up to and including the day that is given.',
      lock: 'The lock holds again at once.',
    },
    heading: (act, count) => (count === 1 ? act : `${act}: ${count.toLocaleString()} reports`),
    one: (unit, code, period) => `${unit} · ${code} · ${period}`,
    fromPeriod: (period) => ` From ${period} on.`,
    fromPeriods: ' Each from the chosen period on.',
    reason: 'Reason',
    reasonHint: 'The unit reads it.',
    templates: 'Usual reasons',
    useTemplate: (reason) => `Take: ${reason}`,
    editTemplates: 'Edit the usual reasons',
    templatesLabel: 'One on each line, kept in this browser only',
    keepTemplates: 'Keep them',
    templatesKept: 'Kept',
    document: 'Document number',
    due: 'New due date',
    dueInsteadOf: (due) => `New due date (now ${due})`,
    until: 'Unlocked until',
    optional: (name) => `${name} (optional)`,
    missing: {
      reason: 'Give a reason.',
      document: 'Give the document’s number.',
      due: 'Choose the new due date.',
      until: 'Choose a day.',
    },
    past: (today) => `Choose ${today} or a later day.`,
    notLater: (due) => `The new due date has to be after ${due}, the one in force.`,
    cancel: 'Cancel',
    confirm: (act) => act,
    working: (act, done, total) => `${act}: ${done.toLocaleString()} of ${total.toLocaleString()}`,
    result: (act, applied, unchanged, refused) =>
      [
        `${act}: ${applied.toLocaleString()} done`,
        unchanged > 0 && `${unchanged.toLocaleString()} were so already`,
        refused > 0 && `${refused.toLocaleString()} refused`,
      ]
        .filter(Boolean)
        .join(', '),
    outcomes: { applied: 'Done', unchanged: 'Was so already', refused: 'Refused' },
    undo: (act) => `Undo (${act})`,
    rows: 'Row by row',
    rest: (count) => `and ${count.toLocaleString()} more`,
    open: 'Open',
    dismiss: 'Close',
    fresh: 'Read the list anew',
    again: 'Go on',
    halfway: (done, total) =>
      `${done.toLocaleString()} of ${total.toLocaleString()} are answered; the others were not sent, or their answer did not arrive. “Go on” does the rest, and nothing twice.`,
  },
);
