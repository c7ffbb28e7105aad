import { trimBlanks } from '../import/text/characters.ts';
import type { Match, ReportProposal } from './proposal.ts';
import { askOfRow, reportsFor, type Said } from './proposeReports.ts';
import { matchAt, type SheetContext } from './sheetContext.ts';
import type { AskReason } from './values.ts';

const circled = '①②③④⑤⑥⑦⑧⑨⑩';
const lineStart =
  /(?:^|[\n。；;！？\s])(?:[（(]?(\d{1,2})[)）]?[.．、)）](?!\d{1,2}[.．]?\d*%)|((?:[①-⑩])+))/gu;

/** Progress that is numbered as the items beside it: what is said of each (by place, since printed numbers repeat). */
function splitProgress(text: string, items: number): ({ text: string; isShared: boolean } | null)[] | null {
  const found: { numbers: number[]; from: number; to: number }[] = [];
  for (const match of text.matchAll(lineStart)) {
    const numbers =
      match[2] === undefined ? [Number(match[1])] : [...match[2]].map((mark) => circled.indexOf(mark) + 1);
    const expected = found.length === 0 ? 1 : (found.at(-1)!.numbers.at(-1) ?? 0) + 1;
    if (numbers[0] !== expected || numbers.some((each) => each > items)) continue;
    const lead = /^[\n。；;！？\s]/u.test(match[0]) ? 1 : 0;
    found.push({ numbers, from: match.index + match[0].length, to: match.index + lead });
  }
  if (found.length === 0) return null;
  const said: ({ text: string; isShared: boolean } | null)[] = Array.from({ length: items }, () => null);
  found.forEach(({ numbers, from }, at) => {
    const words = trimBlanks(text.slice(from, found[at + 1]?.to ?? text.length));
    for (const each of numbers) said[each - 1] = { text: words, isShared: numbers.length > 1 };
  });
  return said;
}

/** A row for a task: its items are arrangements, and what is said beside them is numbered likewise, or one remark for all. */
export function readTaskRow(
  items: readonly string[],
  { said, task, row }: { said: Said; task: string; row: number },
  context: SheetContext,
): { matches: Match[]; reports: ReportProposal[] } | null {
  const { known, period } = context;
  const matches = items.map((text, item) => matchAt(context, row, item, { text, task, number: '' }));
  const codes = new Set(matches.map(({ code, candidates }) => code ?? candidates[0]));
  if (codes.size < 2) return null;
  const progress = said.note === '' ? null : splitProgress(said.note, items.length);
  const reports = matches.flatMap(({ code, confidence, why }, at): ReportProposal[] => {
    if (code === null) return [];
    const own = progress === null ? { text: said.note, isShared: true } : (progress[at] ?? null);
    if (own === null || own.text === '') return [];
    const isAsked = confidence === 'ask' ? (why as AskReason) : null;
    const problems = said.problems === '无' ? '' : said.problems;
    if (progress === null)
      return reportsFor(
        code,
        { ...said, note: own.text, isShared: true },
        period,
        known,
        isAsked ?? 'one-remark-for-several',
      );
    const ofItem: Said = { ...said, status: null, count: null, completedOn: null, problems, note: own.text };
    const made = askOfRow(reportsFor(code, ofItem, period, known, isAsked), said, known);
    return own.isShared ? made.map(remarkAsked) : made;
  });
  return { matches, reports };
}

/** A remark that stands for several items at once is put to the clerk; the status that it plainly says is not. */
function remarkAsked({ values: { note: remark, ...values }, ...report }: ReportProposal): ReportProposal {
  if (remark === undefined) return { ...report, values };
  return {
    ...report,
    values,
    ask: [...report.ask, { field: 'note', proposal: remark, why: 'one-remark-for-several' }],
  };
}
