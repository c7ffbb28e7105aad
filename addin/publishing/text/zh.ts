import type { Diagnostic } from '../../../shared/taskList/diagnostic.ts';
import type { Indicator, Schedule, ScheduleKind } from '../../../shared/taskList/taskList.ts';
import type {
  ArrangementChange,
  ArrangementMatch,
  FieldChange,
  MatchCandidate,
} from '../../../shared/wire/comparison.ts';
import type { Shown } from '../model/shownRows.ts';
import type { MarkKind } from '../model/segments.ts';

const kinds: Record<ScheduleKind, string> = {
  once: '截止',
  window: '期间',
  weekly: '每周',
  monthly: '每月',
  'two-monthly': '每两个月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  undated: '未定时限',
};

/** The page's sentences in Chinese; `en` has the same. */
export const zh = {
  title: '清单导入与更正',
  intake: {
    heading: '导入任务清单',
    intro: '把清单文件拖到这里，或从 Word、Excel、网页中复制表格后粘贴。先试读，发布之前不会保存任何内容。',
    drop: '松开鼠标，读取这个文件',
    choose: '选择文件',
    forms: '可读 .xlsx、.docx、.txt、.html，最大 10 MB',
    paste: '粘贴表格或文字',
    placeholder: '在此按 Ctrl+V 粘贴。连同标题和表头一起复制。',
    readText: '读取文字',
    nothing: '没有可读取的内容。请先复制表格，或选择文件。',
    year: '年度（标题写明年份时不必填）',
    yearWrong: '年度应是 2000 至 2100 之间的四位数字。',
    stored: (year: number) => `打开已发布的 ${year} 年清单`,
    another: '换一份清单',
    officer: '当前密钥可以试读和比对；发布需要管理员密钥。',
  },
  reading: (name: string | null) => (name === null ? '正在读取粘贴的内容…' : `正在读取“${name}”…`),
  comparing: '正在与已发布的清单比对…',
  summary: (categories: number, tasks: number, arrangements: number) =>
    `${categories} 个类别，${tasks} 项重点工作，${arrangements} 条工作安排`,
  pasted: '粘贴的内容',
  published: (year: number, version: number | null) =>
    `已发布的 ${year} 年清单${version === null ? '' : `，第 ${version} 版`}`,
  tabList: '清单的各个部分',
  tabs: {
    sentences: (n: number) => `逐条核对 ${n}`,
    decisions: (n: number) => (n === 0 ? '待定事项' : `待定事项 ${n}`),
    changes: (n: number) => (n === 0 ? '变化' : `变化 ${n}`),
    notes: (n: number) => `文件与合计 ${n}`,
    history: (_: number) => '发布记录',
  },
  shown: {
    label: '只看',
    all: '全部',
    decision: '需要决定的',
    diagnosed: '有提示的',
    changed: '有变化的',
  } satisfies Record<Shown | 'label', string>,
  find: '查找',
  findHint: '编号、文字或单位',
  noneShown: '没有这样的工作安排。',
  pages: {
    label: '翻页',
    at: (page: number, pages: number, total: number) => `第 ${page} / ${pages} 页，共 ${total} 条`,
    before: '上一页',
    after: '下一页',
  },
  marks: {
    deadline: '时限',
    timeWords: '未读成时限的时间表述',
    quantity: '数量',
    unit: '责任单位',
    unknownUnit: '名册中没有的单位',
  } satisfies Record<MarkKind, string>,
  legend: '图例',
  severities: { error: '错误', warning: '提醒', decision: '待定', info: '说明' } satisfies Record<
    Diagnostic['severity'],
    string
  >,
  cell: (row: number, column: number) => `第 ${row} 行第 ${column} 列`,
  goal: '目标',
  units: '责任单位',
  entry: '时限栏',
  printed: (number: string | null) => (number === null ? '没有印编号' : `印作 ${number}`),
  facts: '读出的内容',
  schedule: ({ kind, start, due, season }: Schedule) => {
    const when =
      kind === 'once'
        ? `${due ?? ''} 前完成`
        : kind === 'window'
          ? `${start ?? ''} 至 ${due ?? ''}`
          : kinds[kind];
    return season === undefined ? when : `${season}：${when}`;
  },
  from: (words: string) => `原文“${words}”`,
  indicator: ({ id, label, unitOfMeasure, target, baseline }: Indicator) => {
    if (id === 'done') return '完成与否';
    if (target !== null) return `${label} ${target} ${unitOfMeasure}`;
    return `${label}，现有 ${baseline ?? '？'} ${unitOfMeasure}（基数，不是目标）`;
  },
  mode: { cumulative: '累计', perPeriod: '每期' },
  factNames: { schedule: '时限', indicator: '指标' },
  crossFoots: '数量合计',
  crossFootsNone: '清单没有印出可以核对的合计。',
  general: '文件的提示',
  generalNone: '文件没有需要提示的地方。',
  decisions: {
    none: '没有需要决定的事项。',
    required: '必须先定',
    requiredHint: '下列事项定好之后才能发布。',
    optional: '可以先发布，以后再定',
    optionalHint: '未定的季节和时限按“未定时限”处理：随时可报，不计逾期。',
    matches: '可能是已有的工作安排',
    matchHint: '选定后，原编号和已有的填报随它保留。',
    isNew: '新增的工作安排',
    similarity: (share: number) => `文字相同 ${Math.round(share * 100)}%`,
    retired: '已撤下',
    taken: (place: string) => `已对应 ${place}`,
    units: '名册中没有的单位',
    unitHint: '选定后随清单保留，下次导入不必再选。名册中没有的单位，请先加入名册。',
    unitOf: (name: string) => `“${name}”是哪个单位`,
    inTasks: (codes: string) => `见 ${codes}`,
    choose: '请选择…',
    unitKinds: '单位',
    groupKinds: '单位组',
    seasons: '季节的月份',
    seasonOf: (season: string) => `“${season}”是哪几个月`,
    month: (month: number) => `${month}月`,
    undated: '没有可计算的时限',
    undatedWords: (words: string) => `原文：${words}`,
    when: '由区局指定',
    leftUndated: '暂不指定（未定时限）',
    whens: {
      once: '截止日期',
      window: '起止日期',
      weekly: '每周',
      monthly: '每月',
      'two-monthly': '每两个月',
      quarterly: '每季度',
      'half-yearly': '每半年',
    },
    start: '开始',
    due: '截止',
    daysMissing: (year: number) => `请填写 ${year} 年内的日期`,
    sentence: (place: string) => `看原文 ${place}`,
  },
  changes: {
    first: (year: number) => `${year} 年还没有发布清单，下列各条全部是新增。`,
    none: '与已发布的清单完全相同。',
    title: (before: string, after: string) => `标题由“${before}”改为“${after}”。`,
    kinds: {
      added: '新增',
      returned: '恢复',
      changed: '更改',
      moved: '移动',
      gone: '撤下',
    } satisfies Record<ArrangementChange['kind'], string>,
    unchanged: (n: number) => `未变 ${n}`,
    fields: {
      text: '文字',
      textAsPrinted: '印出的字形',
      printedNumber: '印出的编号',
      taskName: '重点工作',
      category: '类别',
      goal: '年度目标',
      schedules: '时限',
      indicators: '指标',
      target: '目标',
      units: '责任单位',
    } satisfies Record<FieldChange['field'], string>,
    before: '原来',
    after: '现在',
    nothing: '（无）',
    from: (place: string) => `原在 ${place}`,
    retires: '有填报或分解，撤下后保留为已撤销',
    filter: '只看',
    all: '全部',
  },
  hangs: (h: MatchCandidate['hangs']) =>
    [
      h.submissions > 0 && `填报 ${h.submissions} 条`,
      h.drafts > 0 && `草稿 ${h.drafts} 条`,
      h.allocations > 0 && `分解指标 ${h.allocations} 条`,
      h.narrowings > 0 && `分工调整 ${h.narrowings} 次`,
    ]
      .filter(Boolean)
      .join('，'),
  nothingHangs: '尚无填报',
  confidence: {
    exact: '与已有的相同',
    sure: '对应已有的',
    uncertain: '可能是已有的',
    chosen: '人工对应',
    new: '新增',
  } satisfies Record<ArrangementMatch['confidence'], string>,
  publish: {
    label: '发布',
    act: '发布…',
    open: (n: number) => `还有 ${n} 项必须先定`,
    show: '去决定',
    unchanged: '与已发布的清单相同，没有要发布的内容。',
    notAdmin: '发布需要管理员密钥。',
    ready: '可以发布',
    heading: (year: number) => `发布 ${year} 年清单`,
    first: '这是本年度第一次发布，将按责任单位和时限生成全年应报项。',
    again: '应报项将随之调整；已有的填报都会保留。',
    counts: (added: number, changed: number, moved: number, gone: number) =>
      `新增 ${added} 条，更改 ${changed} 条，移动 ${moved} 条，撤下 ${gone} 条。`,
    unread: (n: number) =>
      `原文有 ${n} 处未能读出，发布的清单中没有这些内容；请先看“逐条核对”和“文件与合计”。`,
    withoutUnits: (n: number) => `${n} 项任务没有责任单位，发布后没有单位填报。`,
    losing: (arrangements: number, submissions: number) =>
      `撤下的有 ${arrangements} 条已有内容（填报 ${submissions} 条），将保留为已撤销，不再要求填报。`,
    settings: '所定的单位、月份、日期或频次一并保存。',
    optional: (n: number) => `${n} 项未定，可以以后再定。`,
    confirm: '确认发布',
    cancel: '取消',
    publishing: '正在发布…',
    done: (year: number, version: number) => `${year} 年清单已发布，现为第 ${version} 版。`,
    same: (year: number) => `${year} 年清单没有变化，所定事项已保存。`,
    again409: '重新比对',
    bureau: '查看进度',
  },
  history: {
    none: (year: number) => `${year} 年还没有发布过清单。`,
    version: (version: number) => `第 ${version} 版`,
    undoes: (version: number) => `撤销第 ${version} 版`,
    retired: (n: number) => `其中 ${n} 条保留为已撤销。`,
    undo: '撤销这次发布…',
    blocked: '此后可能已有新的填报、分解指标或分工，不一定能撤销。',
    undoHeading: (version: number) => `撤销第 ${version} 版`,
    undoHint: '恢复上一版清单，应报项随之调整；已有的填报都会保留，所定的月份、日期和单位不变。',
    confirm: '确认撤销',
    again: '刷新',
  },
};
