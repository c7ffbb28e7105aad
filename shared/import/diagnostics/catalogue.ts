import { columnNames } from '../../taskList/columnNames.ts';
import type { Diagnostic } from '../../taskList/diagnostic.ts';
import { columnDiagnostics } from './ofColumns.ts';
import { documentDiagnostics } from './ofDocuments.ts';
import { proseDiagnostics } from './ofProse.ts';

/** What a sentence is made from: where it is, the words concerned, and one more detail (a number, a name, a sum). */
export type Particulars = { at: string; text: string; detail: string };
type Sentence = (particulars: Particulars) => string;
export type Entry = { severity: Diagnostic['severity']; zh: Sentence; en: Sentence };

/** Some of the names that a column goes by. */
const known = (column: keyof typeof columnNames) => columnNames[column].slice(0, 5).join('、');

/** Every diagnostic of the importer: its code, its severity, and its sentence (what, where, how to mend it). */
const catalogue = {
  ...documentDiagnostics,
  ...proseDiagnostics,
  ...columnDiagnostics,
  'header-missing': {
    severity: 'error',
    zh: ({ detail }) =>
      `没有找到表头${detail && `：这一行像表头，但缺少“${detail}”`}。表头需有任务（${known('name')}等）、安排（${known('arrangements')}、${known('content')}等）和单位（${known('units')}等）各一栏；安排也可以写在任务一栏。请连同表头一起导入，或改用上述栏名。`,
    en: ({ detail }) =>
      `No header row was found${detail && `: this row looks like one, but lacks ${detail}`}. It must hold a column of tasks (${known('name')}), one of arrangements (${known('arrangements')}、${known('content')}) and one of units (${known('units')}); the arrangements may stand in the column of tasks. Import the table with its header, or name its columns so.`,
  },
  'column-missing': {
    severity: 'error',
    zh: ({ detail }) => `表头缺少“${detail}”一列。请补上这一列后重新导入。`,
    en: ({ detail }) => `The header lacks the column ${detail}. Add it and import again.`,
  },
  'column-unread': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `${text === '' ? `第 ${detail} 列没有栏名` : `表头的“${text}”一栏不在清单的栏目之内`}，该栏内容未读入。如含要求，请并入工作安排。`,
    en: ({ text, detail }) =>
      `${text === '' ? `Column ${detail} has no name` : `The column “${text}” is none of a task list’s`}, and was left out. If it holds requirements, write them into the arrangements.`,
  },
  'column-uncertain': {
    severity: 'decision',
    zh: ({ text, detail }) =>
      `${text === '' ? '没有栏名的一栏' : `表头的“${text}”一栏`}暂按“${detail}”读取，不能确定。请在表头上指明这一栏是什么。`,
    en: ({ text, detail }) =>
      `The column ${text === '' ? 'without a name' : `“${text}”`} was read as ${detail} for now, which is uncertain. Say at the header what it holds.`,
  },
  'column-of-text': {
    severity: 'error',
    zh: ({ text, detail }) =>
      `${text === '' ? `第 ${detail} 栏` : `表头的“${text}”一栏`}没有读入，其文字却比工作安排还长，可能写有要求。请在表头上指明这一栏是什么，或指明不读入。`,
    en: ({ text, detail }) =>
      `The column ${text === '' ? detail : `“${text}”`} was not read, while its texts are longer than the arrangements and may ask for something. Say at the header what it holds, or that it is to be left out.`,
  },
  'supporting-units': {
    severity: 'warning',
    zh: ({ text }) =>
      `“${text}”等配合单位与牵头单位一样列为填报单位。不需要配合单位填报的，请从文件的该栏删去后重新导入。`,
    en: ({ text }) =>
      `Supporting units (such as ${text}) report like those that lead. Where they are not to, take them out of that column and import again.`,
  },
  'year-missing': {
    severity: 'error',
    zh: () => '表头上方没有写明年份的标题（如“2024年……任务清单”）。请补上标题，或在导入时指定年份。',
    en: () =>
      'No title with a year stands above the header (such as 2024年…任务清单). Add it, or name the year when importing.',
  },
  'year-invalid': {
    severity: 'error',
    zh: ({ detail }) => `指定的年份“${detail}”不是 2000 至 2100 之间的年份。请更正后重新导入。`,
    en: ({ detail }) =>
      `The year “${detail}” that was asked for is not between 2000 and 2100. Correct it and import again.`,
  },
  'year-differs': {
    severity: 'warning',
    zh: ({ text, detail }) => `标题“${text}”的年份与指定的 ${detail} 年不同，已按 ${detail} 年读取。请核对。`,
    en: ({ text, detail }) =>
      `The year of the title “${text}” differs from ${detail}, which was asked for; ${detail} was used. Check which is right.`,
  },
  'year-chosen': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `清单的年份读作“${text}”，表头上方还写有${detail}。请核对，如不对请在导入时指定年份。`,
    en: ({ text, detail }) =>
      `The list was read as one of ${text}, and ${detail} stands above its header too. Check it, and name the year when importing if it is another.`,
  },
  'title-missing': {
    severity: 'warning',
    zh: ({ detail }) => `表头上方没有标题，暂以“${detail}”为题。请在原文件中补上标题。`,
    en: ({ detail }) =>
      `No title stands above the header; “${detail}” stands in for it. Add the title to the document.`,
  },
  'tasks-missing': {
    severity: 'error',
    zh: () => '表头之下没有读到任何重点工作。请检查表格内容是否完整。',
    en: () => 'No task could be read below the header. Check that the table is complete.',
  },
  'row-unread': {
    severity: 'warning',
    zh: ({ text }) => `这一行不像任务，未读入：“${text}”。如属正文，请补上序号和名称。`,
    en: ({ text }) =>
      `This row does not look like a task and was left out: “${text}”. If it is one, give it a number and a name.`,
  },
  'text-below': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `表格之后的文字（${detail} 行，自“${text}”起）不在表内，未作为任务读入。如含要求，请并入表格。`,
    en: ({ text, detail }) =>
      `The text below the table (${detail} lines from “${text}” on) is no part of it and was not read as tasks. If it holds requirements, write them into the table.`,
  },
  'row-continued': {
    severity: 'info',
    zh: ({ detail }) => `这一行没有自己的序号和名称，已作为“${detail}”的续行读入。请核对。`,
    en: ({ detail }) =>
      `This row has no number and name of its own and was read as the continuation of “${detail}”. Check it.`,
  },
  'measure-numbered': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `序号 ${detail} 的一行没有名称，已作为“${text}”的一项工作安排读入。如是另一项重点工作，请补上名称。`,
    en: ({ text, detail }) =>
      `The row numbered ${detail} has no name and was read as one more arrangement of “${text}”. Give it a name if it is a task of its own.`,
  },
  'category-missing': {
    severity: 'error',
    zh: ({ text }) => `“${text}”之前没有任何类别，未读入。请补上类别一栏。`,
    en: ({ text }) => `“${text}” comes before any category and was left out. Fill in its category.`,
  },
  'category-none': {
    severity: 'info',
    zh: ({ text }) => `表中没有类别，全部任务归为一类：“${text}”。如应分类，请补上类别一栏。`,
    en: ({ text }) =>
      `The table has no categories; all tasks are put into one, “${text}”. If they should be divided, add a column 类别.`,
  },
  'category-unnumbered': {
    severity: 'warning',
    zh: ({ text, detail }) => `类别“${text}”没有印序号，编为第 ${detail} 类。请核对。`,
    en: ({ text, detail }) =>
      `The category “${text}” prints no numeral and was given number ${detail}. Check it.`,
  },
  'category-number-repeated': {
    severity: 'warning',
    zh: ({ text, detail }) =>
      `类别“${text}”的序号与前面的类别重复，编为第 ${detail} 类。请更正原文件的序号。`,
    en: ({ text, detail }) =>
      `The category “${text}” prints the numeral of another one and was given number ${detail}. Correct the numeral in the document.`,
  },
  'sequence-none': {
    severity: 'info',
    zh: () => '表中没有序号一栏，重点工作按先后顺序编号。如应另编，请补上序号一栏。',
    en: () =>
      'The table has no column of numbers; its tasks were numbered in order. Add a column 序号 if they should be numbered otherwise.',
  },
  'sequence-missing': {
    severity: 'warning',
    zh: ({ at, text, detail }) => `“${text}”的序号“${detail}”读不出，按位置编为 ${at}。请更正序号。`,
    en: ({ at, text, detail }) =>
      `The number “${detail}” of “${text}” cannot be read; by its place it is ${at}. Correct the number.`,
  },
  'sequence-repeated': {
    severity: 'warning',
    zh: ({ at, text, detail }) => `“${text}”的序号 ${detail} 在本类别中重复，编为 ${at}。请更正序号。`,
    en: ({ at, text, detail }) =>
      `The number ${detail} of “${text}” is used twice in its category; it became ${at}. Correct the number.`,
  },
  'sequence-skipped': {
    severity: 'warning',
    zh: ({ at, detail }) => `${at} 之前缺少序号 ${detail}，编号照印，未作改动。请核对是否漏了一项。`,
    en: ({ at, detail }) =>
      `Number ${detail} is missing before ${at}; nothing was renumbered. Check that no task was lost.`,
  },
  'name-missing': {
    severity: 'error',
    zh: ({ detail }) => `序号 ${detail} 的重点工作没有名称，未读入。请补上名称。`,
    en: ({ detail }) => `Task number ${detail} has no name and was left out. Give it a name.`,
  },
  'arrangements-missing': {
    severity: 'error',
    zh: ({ at, text }) => `${at}“${text}”没有工作安排，未读入。请补上工作安排。`,
    en: ({ at, text }) => `${at} “${text}” has no arrangements and was left out. Fill them in.`,
  },
  'html-stripped': {
    severity: 'warning',
    zh: ({ at, text }) => `${at} 的单元格里混有网页标记“${text}”，已去除。请在原文件中删去。`,
    en: ({ at, text }) =>
      `The cell of ${at} holds stray HTML “${text}”, which was stripped. Delete it in the document.`,
  },
  'number-missing': {
    severity: 'warning',
    zh: ({ at }) => `${at} 没有印编号，按位置编码。请核对它是否单独的一项。`,
    en: ({ at }) => `${at} prints no number and is coded by its place. Check that it is an item of its own.`,
  },
  'number-repeated': {
    severity: 'warning',
    zh: ({ at, text }) => `${at} 印的编号“${text}”与前面重复，编号照印，按位置编码。请更正原文件。`,
    en: ({ at, text }) =>
      `${at} prints the number “${text}” a second time; it is kept as printed and coded by its place. Correct the document.`,
  },
  'number-skipped': {
    severity: 'warning',
    zh: ({ at, text, detail }) =>
      `${at} 印的编号是“${text}”，其前缺少 ${detail}，编号照印，按位置编码。请核对是否漏了一项。`,
    en: ({ at, text, detail }) =>
      `${at} prints the number “${text}” and ${detail} is missing before it; it is kept as printed and coded by its place. Check that no item was lost.`,
  },
  'number-out-of-order': {
    severity: 'warning',
    zh: ({ at, text }) => `${at} 印的编号“${text}”顺序颠倒，编号照印，按位置编码。请更正原文件。`,
    en: ({ at, text }) =>
      `${at} prints the number “${text}” out of order; it is kept as printed and coded by its place. Correct the document.`,
  },
  'number-glued': {
    severity: 'info',
    zh: ({ at, text, detail }) => `${at} 的编号与正文连写“${text}”，已读作第 ${detail} 项。请核对。`,
    en: ({ at, text, detail }) =>
      `The number of ${at} is glued to its text, “${text}”, and was read as item ${detail}. Check it.`,
  },
  'number-inside': {
    severity: 'warning',
    zh: ({ at, text }) => `${at} 的正文中有编号“${text}”，没有另作一项。如是另一项，请在其前换行。`,
    en: ({ at, text }) =>
      `The text of ${at} holds the number “${text}”, which was not read as an item of its own. If it is one, begin a new line before it.`,
  },
  'item-empty': {
    severity: 'warning',
    zh: ({ at, text }) => `${at} 的第“${text}”项没有正文，未读入。请补上或删去编号。`,
    en: ({ at, text }) =>
      `Item “${text}” of ${at} has no text and was left out. Fill it in or delete its number.`,
  },
  'units-missing': {
    severity: 'decision',
    zh: ({ at }) => `${at} 没有写责任单位。请指定责任单位。`,
    en: ({ at }) => `${at} names no responsible unit. Decide who is responsible.`,
  },
  'unknown-unit': {
    severity: 'decision',
    zh: ({ at, text }) => `${at} 的责任单位“${text}”不在名册里。请加入名册、登记为别名，或更正名称。`,
    en: ({ at, text }) =>
      `The unit “${text}” of ${at} is not in the roster. Add it, register it as an alias, or correct the name.`,
  },
  'units-of-row': {
    severity: 'decision',
    zh: ({ at, text }) =>
      `${at} 所在行的责任单位是“${text}”，与该任务其他行不同；指明之前，由该任务的全部责任单位填报。请指明由哪些单位填报。`,
    en: ({ at, text }) =>
      `The row of ${at} names “${text}”, and other rows of its task name others: all units of the task report on it until a person says whose it is.`,
  },
  undated: {
    severity: 'decision',
    zh: ({ at, text }) =>
      `${at} 没有可以认定的时限${text === '' ? '' : `（原文：${text}）`}，暂列为未定。请给出日期或频次。`,
    en: ({ at, text }) =>
      `${at} states no deadline that can be relied on${text === '' ? '' : ` (its words: ${text})`} and is undated. Give it a date or a cadence.`,
  },
  'deadline-unread': {
    severity: 'warning',
    zh: ({ at, text }) =>
      `${at} 另有时间表述“${text}”没有读成时限，不会据此生成应报项。如需按它填报，请在原文中写成明确的日期或频次，再重新导入。`,
    en: ({ at, text }) =>
      `${at} also says “${text}”, which was not read as a schedule: nothing falls due by it. If something should, write a plain date or cadence in the document and import it again.`,
  },
  'deadline-differs': {
    severity: 'decision',
    zh: ({ at, text, detail }) =>
      `${at} 的正文写“${text}”，时限栏写“${detail}”，指明之前按时限栏。请指明以哪个为准，或两个都要填报。`,
    en: ({ at, text, detail }) =>
      `The sentence of ${at} says “${text}”, its deadline column “${detail}”; the column prevails until a person says which holds, or both.`,
  },
  'deadline-entries-differ': {
    severity: 'warning',
    zh: ({ at, text, detail }) =>
      `${at} 的时限栏“${text}”与 ${detail} 项工作安排对不上，未采用。请在原文中逐项写明时限（或一格只写一个）后重新导入；正文没有时限的各项，也可在“待定事项”里逐项给出。`,
    en: ({ at, text, detail }) =>
      `The deadline column of ${at}, “${text}”, does not fit its ${detail} arrangements and was not used. Give one entry for each in the document, or one for all, and import again; arrangements whose sentence names no time can be given one among the open decisions.`,
  },
  'deadline-inherited': {
    severity: 'warning',
    zh: ({ at, text }) => `${at} 的时限栏为空，沿用上一行的“${text}”。如不是合并单元格，请补上时限。`,
    en: ({ at, text }) =>
      `The deadline column of ${at} is empty; “${text}” of the row above was taken, as from a merged cell. If it was none, fill it in.`,
  },
  'season-months-open': {
    severity: 'decision',
    zh: ({ at, text }) => `${at} 只在“${text}”有效。请确定“${text}”是哪几个月。`,
    en: ({ at, text }) => `${at} holds in “${text}” only. Decide which months these are.`,
  },
  'cadence-day-open': {
    severity: 'warning',
    zh: ({ at, text }) =>
      `${at} 的“${text}”写明了期内的某一天，报告期仍按期末截止，不能提前。如须按那一天，请在原文中逐个写明日期，再重新导入；否则无需处理。`,
    en: ({ at, text }) =>
      `“${text}” of ${at} names a day within the period; its reports still fall due at the end of the period. If that day matters, write each date in the document and import it again; else nothing needs doing.`,
  },
  'too-many-schedules': {
    severity: 'error',
    zh: ({ at, detail }) => `${at} 的时限超过 ${detail} 个，多出的未读入。请拆成几项。`,
    en: ({ at, detail }) =>
      `${at} has more than ${detail} schedules; the rest was not read. Split it into several items.`,
  },
  'quantity-inexact': {
    severity: 'decision',
    zh: ({ at, text }) => `${at} 的数量“${text}”没有作为指标：不是全年的一个确数。如需考核，请给出确数。`,
    en: ({ at, text }) =>
      `The quantity “${text}” of ${at} is not one exact number for the year and was not made a target. Give an exact number if it is to count.`,
  },
  'number-unread': {
    severity: 'warning',
    zh: ({ at, text }) =>
      `${at} 的“${text}”中的数没有读成数量或时限，不会据此考核。如需考核，请在原文中写成“数字+计量单位+对象”（如“10家企业”），再重新导入；否则无需处理。`,
    en: ({ at, text }) =>
      `The number in “${text}” of ${at} was read neither as a quantity nor as a time: nothing is asked for by it. If something should be, write number, measure and what is counted (10家企业) and import again; else nothing needs doing.`,
  },
  'goal-inexact': {
    severity: 'info',
    zh: ({ at, text }) => `${at} 目标中的数量“${text}”不是全年的一个确数，没有用来核对合计。无需处理。`,
    en: ({ at, text }) =>
      `The quantity “${text}” in the goal of ${at} is not one exact number for the year and was not used to check sums. Nothing needs doing.`,
  },
  'too-many-quantities': {
    severity: 'error',
    zh: ({ at, detail }) => `${at} 的数量超过 ${detail} 个，多出的未读入。请拆成几项。`,
    en: ({ at, detail }) =>
      `${at} has more than ${detail} quantities; the rest was not read. Split it into several items.`,
  },
  'cross-foot': {
    severity: 'info',
    zh: ({ at, text, detail }) => `${at} 的数量相符：${text}，即 ${detail}。无需处理。`,
    en: ({ at, text, detail }) =>
      `The quantities of ${at} agree: ${text}, that is ${detail}. Nothing needs doing.`,
  },
  'cell-too-long': {
    severity: 'error',
    zh: ({ text, detail }) =>
      `单元格“${text}”太长（${detail} 个字符），整个清单未读入。请拆成几行后重新导入。`,
    en: ({ text, detail }) =>
      `The cell “${text}” is too long (${detail} characters); the list was not read. Divide it into several rows and import again.`,
  },
  'text-too-long': {
    severity: 'error',
    zh: ({ at, text, detail }) =>
      `${at} 的“${text}”太长（${detail} 个字符），整个清单未读入。请缩短，或拆成几项后重新导入。`,
    en: ({ at, text, detail }) =>
      `“${text}” of ${at} is too long (${detail} characters); the list was not read. Shorten it, or split it into several items, and import again.`,
  },
  'too-many-items': {
    severity: 'error',
    zh: ({ at, detail }) =>
      `${at} 的工作安排太多（${detail} 项），整个清单未读入。请拆成几项重点工作后重新导入。`,
    en: ({ at, detail }) =>
      `${at} has too many arrangements (${detail}); the list was not read. Divide the task into several and import again.`,
  },
  'limit-exceeded': {
    severity: 'error',
    zh: ({ at, detail }) =>
      `${at} 超出了允许的长度或数目（${detail}），整个清单未读入。请缩短或拆分后重新导入。`,
    en: ({ at, detail }) =>
      `${at} is longer or more than is allowed (${detail}); the list was not read. Shorten or split it and import again.`,
  },
} as const satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof catalogue;

/** The codes of all diagnostics of the importer; stable. */
export const diagnosticCodes = Object.keys(catalogue) as DiagnosticCode[];

/** Words longer than this are cut in a diagnostic, which only points at them. */
const longestQuote = 120;

/** Collects the diagnostics of one import, and makes their sentences. */
export type Report = (
  code: DiagnosticCode,
  particulars?: { at?: string; text?: string; detail?: string; row?: number; column?: number },
) => void;

/**
 * A report that appends to `into`. `row` and `column` are 0-based positions in the grid; the diagnostic carries them 1-based.
 */
export function reportInto(into: Diagnostic[]): Report {
  return (code, { at, text, detail = '', row, column } = {}) => {
    const quoted =
      text !== undefined && text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
    const entry: Entry = catalogue[code];
    const particulars = { at: at ?? '', text: quoted ?? '', detail };
    into.push({
      code,
      severity: entry.severity,
      cell: row === undefined ? null : { row: row + 1, column: (column ?? 0) + 1 },
      at: at ?? null,
      text: quoted === undefined || quoted === '' ? null : quoted,
      zh: entry.zh(particulars),
      en: entry.en(particulars),
    });
  };
}
