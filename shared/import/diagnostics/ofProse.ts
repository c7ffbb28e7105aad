import type { Entry } from './catalogue.ts';

/** What text without numbers may be, and the words by which it is told; the first that fits. */
export const textKinds = {
  speech: { words: /同志们|讲话|致辞/u, zh: '一篇讲话', en: 'a speech' },
  report: {
    words: /工作(?:总结|汇报|报告)|情况的?(?:汇报|报告|通报)|总结如下|汇报如下|(?:通报|报告)$/mu,
    zh: '一份总结、汇报或通报',
    en: 'a report',
  },
  statement: { words: /责任书|承诺书/u, zh: '一份责任书', en: 'a statement of responsibility' },
  notice: {
    words: /印发|请认真贯彻|特此通知|请(?:遵照|照此|认真)/u,
    zh: '一份通知（清单可能在附件里）',
    en: 'a notice (the list may be an enclosure)',
  },
  news: { words: /政策解读|答记者问|记者/u, zh: '一篇报道或解读', en: 'news, or an explanation' },
} as const;

const isKind = (detail: string): detail is keyof typeof textKinds => Object.hasOwn(textKinds, detail);

/** What is to say of a list without a table. */
export const proseDiagnostics = {
  'prose-read': {
    severity: 'info',
    zh: ({ text, detail }) =>
      `这份清单没有表格，按条目读取如下：${detail}（从“${text}”起）。请核对；哪一级是任务、哪一级是工作安排，可以改。`,
    en: ({ text, detail }) =>
      `This list has no table and was read by its numbered items: ${detail} (from “${text}” on). Check it; which level is a task and which an arrangement can be changed.`,
  },
  'prose-left-out': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `这 ${detail} 行不属于任何条目，未读入：“${text}”。如含任务，请编上号后重新导入。`,
    en: ({ text, detail }) =>
      `${detail} lines belong to no item and were left out: “${text}”. If they hold a task, number it and import again.`,
  },
  'list-missing': {
    severity: 'error',
    zh: ({ detail }) =>
      `这是一段没有表格、也没有写明单位或时限的编号条目的文字${isKind(detail) ? `，像是${textKinds[detail].zh}` : ''}，读不出任务清单。请导入它所附的清单，或下载清单模板按格填写（接口：GET /v1/task-lists/template）。`,
    en: ({ detail }) =>
      `This is text without a table, and without numbered items that say who or until when${isKind(detail) ? `, and looks like ${textKinds[detail].en}` : ''}; no task list can be read in it. Import the list that goes with it, or fill in the template of a list (API: GET /v1/task-lists/template).`,
  },
} as const satisfies Record<string, Entry>;
