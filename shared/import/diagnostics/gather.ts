import type { UnknownName } from '../../names/nameChoice.ts';
import { questionsOf, unknownNamesOf } from '../../names/unknownNames.ts';
import type { Roster } from '../../roster/roster.ts';
import type { Diagnostic } from '../../taskList/diagnostic.ts';
import type { Gathered } from '../../taskList/gathered.ts';
import type { TaskList } from '../../taskList/taskList.ts';
import type { DiagnosticCode } from './catalogue.ts';

type Collective = (all: { count: number; words: string; wordsEn: string }) => { zh: string; en: string };

/** What is said of several places at once; of other codes the first sentence stands for all. */
const collective: Partial<Record<DiagnosticCode, Collective>> = {
  'number-missing': ({ count }) => ({
    zh: `${count} 条工作安排没有印编号，按先后编码。请核对它们是否各是单独的一项。`,
    en: `${count} arrangements print no number and are coded in order. Check that each is an item of its own.`,
  }),
  'category-unnumbered': ({ count, words, wordsEn }) => ({
    zh: `${count} 个类别没有印序号，按先后编号：${words}。请核对。`,
    en: `${count} categories print no numeral and were numbered in order: ${wordsEn}. Check them.`,
  }),
  'column-unread': ({ count, words, wordsEn }) => ({
    zh: `表头有 ${count} 栏不在清单的栏目之内，未读入：${words}。如含要求，请并入工作安排。`,
    en: `${count} columns are none of a task list’s and were left out: ${wordsEn}. If they hold requirements, write them into the arrangements.`,
  }),
  'shares-unread': ({ count, words, wordsEn }) => ({
    zh: `${count} 行各单位栏内的数没有作为分解指标读入，只据此认定由谁填报：${words}。请发布后在分解指标中填写。`,
    en: `The numbers beneath the units in ${count} rows were not read as their shares, only as who reports: ${wordsEn}. Enter them as allocations once the list is published.`,
  }),
  'row-unread': ({ count, words, wordsEn }) => ({
    zh: `${count} 行不像任务，未读入：${words}。如属正文，请补上序号和名称。`,
    en: `${count} rows do not look like tasks and were left out: ${wordsEn}. If they are, give them a number and a name.`,
  }),
  'number-unread': ({ count, words, wordsEn }) => ({
    zh: `${count} 处的数没有读成数量或时限：${words}，不会据此考核。如需考核，请在原文中写成“数字+计量单位+对象”后重新导入；否则无需处理。`,
    en: `The numbers at ${count} places were read neither as quantities nor as times: ${wordsEn}. If something should be asked for by them, write number, measure and what is counted and import again; else nothing needs doing.`,
  }),
  'deadline-inherited': ({ count }) => ({
    zh: `${count} 条的时限栏为空，沿用上一行的时限。如不是合并单元格，请补上时限。`,
    en: `The deadline column of ${count} arrangements is empty; that of the row above was taken, as from a merged cell. If it was none, fill it in.`,
  }),
  'deadline-unread': ({ count, words, wordsEn }) => ({
    zh: `${count} 处时间表述没有读成时限：${words}，不会据此生成应报项。如需按它填报，请写成明确的日期或频次后重新导入。`,
    en: `${count} expressions of time were not read as schedules: ${wordsEn}. If something should fall due by them, write plain dates or cadences and import again.`,
  }),
  'cadence-day-open': ({ count, words, wordsEn }) => ({
    zh: `${count} 处写明了期内的某一天：${words}，报告期仍按期末截止。如须按那一天，请逐个写明日期后重新导入；否则无需处理。`,
    en: `${count} places name a day within the period: ${wordsEn}; reports still fall due at its end. If the day matters, write each date and import again; else nothing needs doing.`,
  }),
  undated: ({ count, words, wordsEn }) => ({
    zh: `${count} 条没有可以认定的时限${words && `（原文：${words}）`}，暂列为未定。请一并给出日期或频次。`,
    en: `${count} arrangements state no deadline that can be relied on${wordsEn && ` (its words: ${wordsEn})`} and are undated. Give them a date or a cadence.`,
  }),
  'season-months-open': ({ count, words, wordsEn }) => ({
    zh: `${count} 条只在${words}有效。请确定是哪几个月。`,
    en: `${count} arrangements hold in ${wordsEn} only. Decide which months these are.`,
  }),
  'units-of-row': ({ count }) => ({
    zh: `${count} 条所在行的责任单位与该任务其他行不同；指明之前，由该任务的全部责任单位填报。可一次定为只由所在行的单位填报。`,
    en: `The rows of ${count} arrangements name other units than other rows of their tasks: all units of the task report until a person says whose they are. One answer can give each to the units of its row.`,
  }),
};

/** Of a decision: what makes two of them one. Warnings are one by their code. */
function keyOf({ code, severity, text, at, cell }: Diagnostic): string {
  if (severity === 'warning' || code === 'units-of-row') return code;
  // The last words are those of the column of deadlines, which stand in many rows.
  if (code === 'undated' && text !== null) return `${code} ${text.split('、').at(-1)}`;
  if (code === 'season-months-open') return `${code} ${text ?? ''}`;
  return JSON.stringify([code, at, cell, text]);
}

const once = <T>(all: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];

function gatherOne(all: readonly Diagnostic[], arrangements: number): Gathered {
  const [first] = all as [Diagnostic];
  const words = [...new Set(all.flatMap(({ text }) => text ?? []))];
  const count = all.length;
  const said = collective[first.code as DiagnosticCode];
  const shown = words.slice(0, 12);
  const isCut = words.length > shown.length;
  const sentences = (): { zh: string; en: string } => {
    if (count === 1) return first;
    if (said) {
      return said({
        count,
        words: shown.map((each) => `“${each}”`).join('、') + (isCut ? '等' : ''),
        wordsEn: shown.map((each) => `“${each}”`).join(', ') + (isCut ? ' and more' : ''),
      });
    }
    return {
      zh: `${first.zh}（同样的另有 ${count - 1} 处。）`,
      en: `${first.en} (So do ${count - 1} other places.)`,
    };
  };
  const { zh, en } = sentences();
  // A list whose items have no numbers at all has none by its layout: there is nothing to look at.
  const isLayout = first.code === 'number-missing' && count === arrangements;
  return {
    ...{ code: first.code, severity: isLayout ? 'info' : first.severity, count },
    at: [...new Set(all.flatMap(({ at }) => at ?? []))],
    cells: once(
      all.flatMap(({ cell }) => cell ?? []),
      ({ row, column }) => `${row} ${column}`,
    ),
    ...{ words, zh, en },
  };
}

/** The names that the roster does not know, as the questions that they are. */
function gatherNames(names: readonly UnknownName[], told: readonly Diagnostic[]): Gathered[] {
  return questionsOf(names).map((group) => {
    const [first] = group as [UnknownName];
    const words = group.map(({ name }) => name);
    const here = told.filter(({ text }) => words.includes(text ?? ''));
    const listed = words.slice(0, 12).map((name) => `“${name}”`);
    return {
      ...{ code: 'unknown-unit', severity: 'decision' as const, count: group.length },
      at: [...new Set(group.flatMap(({ arrangements }) => arrangements))],
      cells: once(
        here.flatMap(({ cell }) => cell ?? []),
        ({ row, column }) => `${row} ${column}`,
      ),
      words,
      zh: first.sure
        ? `${group.length > 1 ? `${group.length} 个名称` : '名称'}不在名册里，已按字面给出建议：${listed.join('、')}${words.length > 12 ? '等' : ''}。请一并确认。`
        : `“${first.name}”不在名册里，请指明是新单位、已有单位的别名，还是单位组。`,
      en: first.sure
        ? `${group.length} names are not in the roster; their words say what they are: ${listed.join(', ')}${words.length > 12 ? ' and more' : ''}. Confirm the proposals.`
        : `“${first.name}” is not in the roster; say whether it is a new unit, another name of a known one, or a group.`,
    };
  });
}

/**
 * Everything that a reading asks and tells, each once (I12.1): the gravest first, in the order of the document.
 * @param arrangements how many its list has.
 */
export function gather(
  diagnostics: readonly Diagnostic[],
  names: readonly UnknownName[],
  arrangements = 0,
): Gathered[] {
  const [ofNames, others] = [true, false].map((isName) =>
    diagnostics.filter(({ code }) => (code === 'unknown-unit') === isName),
  ) as [Diagnostic[], Diagnostic[]];
  const all = [
    ...gatherNames(names, ofNames),
    ...[...Map.groupBy(others, keyOf).values()].map((group) => gatherOne(group, arrangements)),
  ];
  const order: readonly Gathered['severity'][] = ['error', 'decision', 'warning', 'info'];
  return all.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/**
 * What a reading asks and tells, each once, and the names that the roster does not know.
 * @param known the roster with the names that the list's own decisions know as well.
 */
export function gatherReading(
  { taskList, diagnostics }: { taskList: TaskList | null; diagnostics: readonly Diagnostic[] },
  roster: Roster,
  known: Roster = roster,
): { names: UnknownName[]; gathered: Gathered[] } {
  const names = taskList ? unknownNamesOf(taskList, roster, known) : [];
  const count = taskList?.tasks.flatMap((task) => task.arrangements).length;
  return { names, gathered: gather(diagnostics, names, count) };
}
