import type { Entry } from './catalogue.ts';

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
      `这是一段没有表格、也没有编号条目的文字${detail && `（像是${detail}）`}，读不出任务清单。请导入它所附的清单，或下载模板（GET /v1/task-lists/template）按格填写。`,
    en: ({ detail }) =>
      `This is text without a table or numbered items${detail && ` (it looks like ${detail})`}; no task list can be read in it. Import the list that goes with it, or fill in the template (GET /v1/task-lists/template).`,
  },
} as const satisfies Record<string, Entry>;
