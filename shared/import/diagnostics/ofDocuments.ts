import type { Entry } from './catalogue.ts';

/** What the readers of .xlsx, .docx and HTML have to say of a document, before its grid is read. */
export const documentDiagnostics = {
  'table-chosen': {
    severity: 'info',
    zh: ({ text, detail }) =>
      `文件中有多张表，读入的是第 ${detail} 张“${text}”。如不是这一张，请删去其余的再导入。`,
    en: ({ text, detail }) =>
      `The document holds several tables; number ${detail}, “${text}”, was read. If another was meant, delete the rest and import again.`,
  },
  'table-left-out': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `第 ${detail} 张表“${text}”未读入。如属清单，请并入同一张表（带表头）后重新导入。`,
    en: ({ text, detail }) =>
      `Table number ${detail}, “${text}”, was left out. If it is part of the list, join it to the other table, with a header, and import again.`,
  },
  'tracked-changes': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `文件带有修订记录：插入 ${text} 处，按正文读入；删除 ${detail} 处，未读入。请在 Word 中接受或拒绝全部修订，核对后再发布。`,
    en: ({ text, detail }) =>
      `The document has tracked changes: ${text} insertions were read, ${detail} deletions were not. Accept or reject them all in Word and check before publishing.`,
  },
  'notes-left-out': {
    severity: 'warning',
    zh: ({ detail }) => `${detail} 处脚注或尾注未读入。如含时限、数量等要求，请写进正文。`,
    en: ({ detail }) =>
      `${detail} footnotes or endnotes were left out. If they hold deadlines or quantities, write them into the text.`,
  },
  'hidden-text': {
    severity: 'warning',
    zh: ({ detail }) => `${detail} 处隐藏文字未读入。如属正文，请取消隐藏后重新导入。`,
    en: ({ detail }) =>
      `${detail} stretches of hidden text were left out. If they are part of the list, unhide them and import again.`,
  },
  'struck-text': {
    severity: 'warning',
    zh: ({ detail }) => `${detail} 处带删除线的文字未读入。如属正文，请去掉删除线后重新导入。`,
    en: ({ detail }) =>
      `${detail} stretches of text that is struck out were left out. If they are part of the list, remove the strikethrough and import again.`,
  },
  'boxes-left-out': {
    severity: 'warning',
    zh: () => '文本框中的文字未读入。如含标题或正文，请移到文本框之外后重新导入。',
    en: () =>
      'Text in text boxes was left out. If it holds the title or text, move it out of the box and import again.',
  },
  'hidden-rows': {
    severity: 'warning',
    zh: ({ detail }) => `第 ${detail} 行是隐藏行，已照常读入。如不属清单，请删除后重新导入。`,
    en: ({ detail }) =>
      `Rows ${detail} are hidden and were read all the same. If they are not part of the list, delete them and import again.`,
  },
  'cells-unread': {
    severity: 'warning',
    zh: ({ detail }) =>
      `单元格 ${detail} 的公式出错或没有存下结果，读不到内容。请在 Excel 中改为文字后重新导入。`,
    en: ({ detail }) =>
      `The formulas of cells ${detail} are in error or have no stored result, and nothing was read there. Replace them by their text in Excel and import again.`,
  },
  'hidden-columns': {
    severity: 'warning',
    zh: ({ detail }) => `${detail} 列是隐藏列，已照常读入。如不属清单，请删除后重新导入。`,
    en: ({ detail }) =>
      `Columns ${detail} are hidden and were read all the same. If they are not part of the list, delete them and import again.`,
  },
} as const satisfies Record<string, Entry>;
