import { addressOf } from '../flows/hers/address.ts';
import type { BindProposal } from '../flows/hers/proposed.ts';
import { texts } from '../text/texts.ts';

const rows = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);

const arrangements = (n: number): string => (n === 1 ? '1 arrangement' : `${n} arrangements`);

/** 使用我现有的表格. */
export const hersText = texts(
  {
    use: '使用我现有的表格',
    hint: '工作簿里已有表格：可以直接用它填报，也可以点“拉取”另生成台账。',
    again: '重新对应',
    heading: '使用我现有的表格',
    intro: '核对下面的列和行，点一下可定位到表格。确认后只写入一个隐藏的行键列，您的列、颜色和公式不变。',
    sheet: '工作表',
    anew: '表格刚被改动，已重新读取，请再核对一遍。',
    none: '工作簿中没有可用的表格。',
    counts: (bound: number, asked: number) =>
      asked > 0 ? `对应 ${bound} 行，待确认 ${asked} 行` : `对应 ${bound} 行`,
    unreadRows: (n: number, kinds: string) => `不上报 ${n} 行：${kinds}`,
    reports: (n: number) => `，共 ${n} 项填报`,
    unreadColumns: (n: number, names: string) => `不读取 ${n} 列：${names}`,
    kinds: {
      arrangement: (n: number) => `清单中找不到 ${n}`,
      task: (n: number) => `一行多项 ${n}`,
      enterprise: (n: number) => `企业明细 ${n}`,
      category: (n: number) => `分类标题 ${n}`,
      total: (n: number) => `合计 ${n}`,
      note: (n: number) => `备注 ${n}`,
      'other-unit': (n: number) => `非本单位 ${n}`,
      'struck-out': (n: number) => `已划去 ${n}`,
      'own-work': (n: number) => `清单外工作 ${n}`,
      blank: (n: number) => `空行 ${n}`,
    },
    why: {
      hidden: '隐藏的工作表',
      empty: '空表',
      'no-table': '没有找到表头',
      instructions: '填表说明',
      summary: '汇总表，数据来自其他表',
      'other-year': '其他年度的表',
      'other-unit': '其他单位的表',
      copy: '另一张表的副本',
      'left-out': '已选择不读',
      'nothing-of-the-list': '没有清单中的工作',
      'upload-form': '表单里有填报内容与标签写在同一格，或一项写了几格，无法逐格写入。请用“上传”填报',
      'upload-task': '一行写着几项工作，进展写在同一格里，无法逐项写入。请用“上传”填报',
      'upload-enterprise': '一家企业一行，数量要从各行数出来，无法逐项写入。请用“上传”填报',
      'upload-turned': '一项工作一列，旁边还有别的表格，无法逐格写入。请用“上传”填报',
      'upload-several': '一张工作表里有几张表格。请分到几张工作表，或用“上传”填报',
      'upload-choices': '状态分在几列里打勾，无法逐行写入。请改成一列“完成情况”，或用“上传”填报',
      'upload-days': '一天一列，一期占了几列，无法逐期写入。请用“上传”填报',
      'upload-repeated': '同一栏目出现了几次，分不清各是哪一期。请写明报告期，或用“上传”填报',
      'no-value-columns': '没有找到状态、数量或工作情况列，请在下面指定',
    },
    toUpload: '打开上传页',
    columns: '列',
    across: (periods: number, n: number) => `按期横排：${periods} 期，${n} 列`,
    acrossColumns: '按期横排的列',
    indicator: (indicator: string, heading: string) => `指标“${indicator}”：${heading}列`,
    column: (letter: string, heading: string) => `${letter} 列 ${heading}`,
    role: (heading: string) => `“${heading}”是什么`,
    roles: {
      arrangements: '工作安排',
      name: '重点工作',
      period: '报告期',
      deadline: '截止日期',
      unread: '不读取',
    },
    formulas: (n: number) => `${n} 处公式，只读取，不写入`,
    asked: (n: number) => `请确认（${n} 行）`,
    matched: (n: number) => `已对应（${n} 行）`,
    row: (row: number) => `第 ${row} 行`,
    where: (row: number) => `第 ${row} 行`,
    whereCell: (address: string) => `单元格 ${address} `,
    match: (where: string) => `${where}对应哪一项`,
    confirm: '就是这项',
    leaveOut: '不上报',
    other: '其他工作…',
    ofNone: (n: number) => `清单中找不到（${n} 行）`,
    search: (where: string) => `查找${where}对应的工作`,
    searchHint: '输入编号或文字',
    whyNot: {
      'no-period': '没有可报的报告期',
      twice: '与上面一行是同一项',
      merged: '填报的单元格与上一行合并了，请取消合并',
      'no-cell': '缺少其他表单都有的一格，请补上后再试',
    },
    /** Where a report has cells of her sheet, and no row. */
    inCells: {
      intro:
        '核对下面的栏目和各项工作，点一下可定位到单元格。确认后只按格填写，不在表里加行加列，您的颜色和公式不变；校验结果在这里查看。',
      counts: (bound: number, asked: number) =>
        asked > 0 ? `对应 ${bound} 项工作，待确认 ${asked} 项` : `对应 ${bound} 项工作`,
      unreadRows: (n: number, kinds: string) => `不上报 ${n} 项：${kinds}`,
      unreadColumns: (n: number, names: string) => `不读取 ${n} 栏：${names}`,
      columns: '栏目',
      across: (periods: number, n: number) => `按期排列：${periods} 期，${n} 栏`,
      acrossColumns: '按期排列的栏目',
      column: (address: string, heading: string) => `${address} ${heading}`,
      asked: (n: number) => `请确认（${n} 项）`,
      matched: (n: number) => `已对应（${n} 项）`,
      ofNone: (n: number) => `清单中找不到（${n} 项）`,
      bind: (n: number) => `使用这张表（${n} 项）`,
      gone: (n: number) =>
        `${n} 项的格子已删去，或栏目名称、位置已变，不会上报；请重新对应。已报的不会撤回。`,
    },
    period: {
      asked: '每期覆盖填写的内容，现在填的是',
      sync: '本次填报的是哪一期？',
      once: '一次性工作按哪一期的列上报',
    },
    result: '在右侧加一列“校验结果”',
    bind: (n: number) => `使用这张表（${n} 行）`,
    cancel: '取消',
    syncNow: '确认并同步',
    strays: (n: number) => `表格中另有 ${n} 行没有对应的应报事项，不会上报。`,
    elsewhere: (n: number) => `另有 ${n} 行应报事项不在这张表里。`,
    gone: (n: number) => `${n} 行已从表格中删去，已报的不会撤回。`,
    more: (n: number) => `再显示 ${n} 行`,
    file: {
      open: '打开我的表格',
      lost: '从文件读入的是内容、公式、合并、列宽和底色。图表、下拉、条件格式和批注没有读入；要保留原文件，请用“上传”。',
      failed: {
        'too-large': '文件超过 10 MB，请删去不用的工作表和图片后再试。',
        kind: '只能打开 .xlsx 和 .csv 文件。旧的 .xls 请在 Excel 或 WPS 中另存为 .xlsx。',
        unreadable: '这个文件读不出来，请在 Excel 或 WPS 中打开并另存为 .xlsx 后再试。',
      },
    },
  },
  {
    use: 'Use my own table',
    hint: 'There is a table in this workbook: report in it as it is, or press Pull for a ledger beside it.',
    again: 'Match again',
    heading: 'Use my own table',
    intro:
      'Look through columns and rows; a click goes to the cell. Only a hidden column of keys is written. Your columns, colours and formulas stay.',
    sheet: 'Sheet',
    anew: 'The table has just been changed and was read again. Please look once more.',
    none: 'No table of this workbook can be used.',
    counts: (bound, asked) =>
      asked > 0 ? `${rows(bound)} matched, ${asked} to confirm` : `${rows(bound)} matched`,
    unreadRows: (n, kinds) => `${rows(n)} not reported: ${kinds}`,
    reports: (n) => `, ${n === 1 ? '1 report' : `${n} reports`} in all`,
    unreadColumns: (n, names) => `${n === 1 ? '1 column' : `${n} columns`} not read: ${names}`,
    kinds: {
      arrangement: (n) => `not in the list ${n}`,
      task: (n) => `several items in one row ${n}`,
      enterprise: (n) => `enterprises ${n}`,
      category: (n) => `headings ${n}`,
      total: (n) => `sums ${n}`,
      note: (n) => `notes ${n}`,
      'other-unit': (n) => `of other units ${n}`,
      'struck-out': (n) => `struck out ${n}`,
      'own-work': (n) => `work beside the list ${n}`,
      blank: (n) => `blank ${n}`,
    },
    why: {
      hidden: 'hidden sheet',
      empty: 'empty',
      'no-table': 'no header found',
      instructions: 'instructions',
      summary: 'a summary of other sheets',
      'other-year': 'of another year',
      'other-unit': 'of another unit',
      copy: 'a copy of another sheet',
      'left-out': 'left out',
      'nothing-of-the-list': 'nothing of the list',
      'upload-form':
        'forms with a value in one cell with its label, or in several cells: it cannot be written cell by cell. Please upload it',
      'upload-task': 'several items in one row, told in one cell. Please upload it',
      'upload-enterprise': 'a row for each enterprise: numbers are counted from them. Please upload it',
      'upload-turned': 'an arrangement for each column, beside another table. Please upload it',
      'upload-several': 'several tables in one sheet: give each a sheet of its own, or upload it',
      'upload-choices': 'the status is ticked in one of several columns: make it one column, or upload it',
      'upload-days': 'a column for each day: a period has several of them. Please upload it',
      'upload-repeated':
        'a heading comes several times, and nothing tells of which period each is: name the periods, or upload it',
      'no-value-columns': 'no column of status, count or note found; name one below',
    },
    toUpload: 'Open the page for uploads',
    columns: 'Columns',
    across: (periods, n) => `Side by side: ${periods} periods, ${n} columns`,
    acrossColumns: 'Columns side by side',
    indicator: (indicator, heading) => `Indicator “${indicator}”: column ${heading}`,
    column: (letter, heading) => `${letter} ${heading}`,
    role: (heading) => `What “${heading}” is`,
    roles: {
      arrangements: 'Arrangement',
      name: 'Task',
      period: 'Period',
      deadline: 'Due date',
      unread: 'Not read',
    },
    formulas: (n) => `${n === 1 ? '1 formula' : `${n} formulas`}: read, never written`,
    asked: (n) => `To confirm (${rows(n)})`,
    matched: (n) => `Matched (${rows(n)})`,
    row: (row) => `Row ${row}`,
    where: (row) => `row ${row}`,
    whereCell: (address) => `cell ${address}`,
    match: (where) => `What ${where} is`,
    confirm: 'That is it',
    leaveOut: 'Not reported',
    other: 'Another arrangement…',
    ofNone: (n) => `Not found in the list (${rows(n)})`,
    search: (where) => `Look for what ${where} is`,
    searchHint: 'Number or words',
    whyNot: {
      'no-period': 'no period that is asked for',
      twice: 'the same as a row above',
      merged: 'its cells are merged with a row above: please unmerge them',
      'no-cell': 'it has no cell for something that the others have one for: please add it',
    },
    inCells: {
      intro:
        'Look through headings and arrangements; a click goes to the cell. Only values are filled in: no row or column is added, your colours and formulas stay. How each stands is shown here.',
      counts: (bound, asked) =>
        asked > 0 ? `${arrangements(bound)} matched, ${asked} to confirm` : `${arrangements(bound)} matched`,
      unreadRows: (n, kinds) => `${n} not reported: ${kinds}`,
      unreadColumns: (n, names) => `${n === 1 ? '1 heading' : `${n} headings`} not read: ${names}`,
      columns: 'Headings',
      across: (periods, n) => `By period: ${periods} periods, ${n} headings`,
      acrossColumns: 'Headings by period',
      column: (address, heading) => `${address} ${heading}`,
      asked: (n) => `To confirm (${n})`,
      matched: (n) => `Matched (${n})`,
      ofNone: (n) => `Not found in the list (${n})`,
      bind: (n) => `Use this table (${arrangements(n)})`,
      gone: (n) =>
        `Cells of ${n} have gone, or their headings have changed or moved: nothing is sent of them until they are matched again. What was reported stays.`,
    },
    period: {
      asked: 'What is overwritten each period now stands for',
      sync: 'Which period is reported now?',
      once: 'What falls due once is reported from the column of',
    },
    result: 'Add a column 校验结果 on the right',
    bind: (n) => `Use this table (${rows(n)})`,
    cancel: 'Cancel',
    syncNow: 'Confirm and sync',
    strays: (n) => `${rows(n)} of the table match nothing that is asked for, and are not reported.`,
    elsewhere: (n) => `${rows(n)} that are asked for are not in this table.`,
    gone: (n) => `${rows(n)} have gone from the table; what was reported stays.`,
    more: (n) => `Show more (${n} left)`,
    file: {
      open: 'Open my own table',
      lost: 'What is read of a file: content, formulas, merges, widths and fills. Charts, dropdowns, conditional formats and comments are not; to keep the file as it is, upload it.',
      failed: {
        'too-large': 'The file is over 10 MB. Remove sheets and pictures that are not needed, and try again.',
        kind: 'Only .xlsx and .csv can be opened. Save an old .xls as .xlsx in Excel or WPS first.',
        unreadable: 'This file cannot be read. Open it in Excel or WPS, save it as .xlsx, and try again.',
      },
    },
  },
);

type Words = (typeof hersText)['zh'];

/** The words for a proposal: of rows and columns, or of cells. */
export const wordsFor = (text: Words, { places }: Pick<BindProposal, 'places'>): Omit<Words, 'inCells'> =>
  places === null ? text : { ...text, ...text.inCells };

/** Where a cell of a proposal stands in her sheet; `null`: rows and columns are hers. */
export function addressIn(
  { places }: Pick<BindProposal, 'places'>,
  row: number,
  column: number,
): string | null {
  const place = places?.[row]?.[column] ?? null;
  return place === null ? null : addressOf(place);
}
