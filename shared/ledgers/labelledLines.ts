import { trimBlanks } from '../import/text/characters.ts';
import { labelled } from './labels.ts';
import type { LedgerCell } from './ledgerFile.ts';
import { headingPeriod, readPeriodWords } from './periodWords.ts';
import type { Match, ReportProposal } from './proposal.ts';
import { askOfRow, reportsFor, type Said } from './proposeReports.ts';
import { matchAt, type SheetContext } from './sheetContext.ts';
import { readLedgerStatus, type AskReason } from './values.ts';

/** A line of a cell that begins with what it is of. */
export interface LabelledLine {
  label: string;
  text: string;
}

const numbering = String.raw`(?:[（(][\d一二三四五六七八九十]{1,3}[)）]|[\d一二三四五六七八九十]{1,3}[、.．)）]|[①-⑳])`;
const ends = new RegExp(String.raw`[\n；;]+|(?<=。)(?=\s*${numbering})`, 'u');
const begins = new RegExp(String.raw`^\s*${numbering}?\s*([^：:。\n]{4,60})[：:]\s*(.*)$`, 'su');
/** So many lines of one cell are looked at. */
const most = 200;
/** So like an arrangement is what names one. */
const likely = 0.5;

/** The lines of a cell that begin with what they are of (1.机制建立：已完成7家；2.…：…); what follows without a label belongs to the last. */
export function labelledLines(text: string): LabelledLine[] {
  if (!/[：:]/u.test(text)) return [];
  const lines: LabelledLine[] = [];
  for (const piece of text.split(ends, most)) {
    const [, label, rest] = begins.exec(piece) ?? [];
    if (label !== undefined) lines.push({ label: trimBlanks(label), text: trimBlanks(rest!) });
    else if (lines.length > 0 && piece.trim() !== '') lines.at(-1)!.text += `\n${piece.trim()}`;
  }
  return lines;
}

/** Whether a label may name an arrangement: it is no label of values, no period, and like one. */
function namesWork(label: string, { matcher, known }: SheetContext): boolean {
  return (
    labelled(label) === null && headingPeriod(label, known.year) === null && matcher.likeness(label) >= likely
  );
}

/** What a line says: a number with what it is of, a status by itself, or a remark. */
function saidOfLine(text: string, year: number): Pick<Said, 'status' | 'count' | 'note'> {
  const cell: LedgerCell = { text, value: text };
  if (/^\d{1,5}\p{Script=Han}{0,2}$/u.test(text)) return { status: null, count: cell, note: '' };
  const isStatus =
    readPeriodWords(text, year) === null &&
    text.length <= 6 &&
    !/\d/u.test(text) &&
    readLedgerStatus(cell, false).is === 'value';
  return isStatus ? { status: cell, count: null, note: '' } : { status: null, count: null, note: text };
}

/** What lines are of. `isAlone`: nothing else in the row says which arrangement it is of, so that one line is enough. */
export function matchLines(
  lines: readonly LabelledLine[],
  { row, task, isAlone }: { row: number; task: string; isAlone: boolean },
  context: SheetContext,
): Match[] | null {
  const matches = lines.map(({ label }, item): Match => {
    const own = context.said.has(`${row}.${item}`) || namesWork(label, context);
    return own
      ? matchAt(context, row, item, { text: label, task, number: '' })
      : { code: null, confidence: 'none', candidates: [], why: 'own-work' };
  });
  const codes = new Set(matches.flatMap(({ code, candidates }) => code ?? candidates[0] ?? []));
  const isAny = matches.some(({ confidence, why }) => confidence === 'certain' || why === 'not-assigned');
  return codes.size > 1 || (isAlone && isAny) ? matches : null;
}

/** The reports of lines that each begin with what they are of. `beside`: what else the row says, which is of all of them. */
export function readLines(
  lines: readonly LabelledLine[],
  matches: readonly Match[],
  beside: Said,
  { known, period }: SheetContext,
  isOfOthers: boolean,
): ReportProposal[] {
  return matches.flatMap(({ code, confidence, why }, at): ReportProposal[] => {
    if (code === null || lines[at]!.text === '') return [];
    const isAsked: AskReason | null =
      confidence === 'ask' ? (why as AskReason) : isOfOthers ? 'several-units' : null;
    const said: Said = { ...beside, ...saidOfLine(lines[at]!.text, known.year), completedOn: null };
    const own = readPeriodWords(lines[at]!.label.slice(0, 40), known.year, period);
    const made = reportsFor(code, said, own ?? period, known, isAsked);
    return askOfRow(made, beside, known);
  });
}
