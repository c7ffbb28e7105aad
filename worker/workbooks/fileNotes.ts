import type { LedgerProposal } from '../../shared/ledgers/proposal.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import type { WorkbookOutcome } from '../../shared/wire/workbookOutcome.ts';
import type { FileNotes } from '../documents/patch/annotate.ts';
import { isTaken, outcomeNames, outcomeWords } from './outcomeWords.ts';

type Told = WorkbookOutcome['reports'][number];
type Comment = FileNotes['sheets'][number]['comments'][number];

/** The column of a sheet that holds a field; else that of the work itself. */
export function columnOfField(proposal: LedgerProposal, sheet: string, field: string): number | null {
  const columns = proposal.sheets.find(({ name }) => name === sheet)?.columns ?? [];
  const of = (role: string): number | undefined => columns.find((each) => each.role === role)?.column;
  return of(field) ?? of('arrangements') ?? of('name') ?? null;
}

/**
 * What is written into her file: a comment at each wrong cell, the keys of rows, and a line for each report. `lines` are said
 * before them.
 */
export function fileNotesOf(
  proposal: LedgerProposal,
  told: readonly Told[],
  lines: readonly string[],
): FileNotes {
  const sheets = proposal.sheets.map(({ name }) => {
    const own = told.filter((each) => each.sheet === name);
    const comments = new Map<string, Comment>();
    const comment = (row: number, column: number, text: string, kind: Comment['kind']): void => {
      const before = comments.get(`${row} ${column}`);
      comments.set(`${row} ${column}`, {
        ...{ row, column, text: before === undefined ? text : `${before.text}\n${text}` },
        kind: before?.kind === 'error' ? 'error' : kind,
      });
    };
    for (const each of own) {
      if (each.row === null || isTaken(each.outcome)) continue;
      const findings = each.findings ?? [];
      for (const finding of findings) {
        const column = columnOfField(proposal, name, finding.field);
        if (column !== null) comment(each.row, column, sentenceFor(finding, 'zh'), finding.severity);
      }
      if (findings.length === 0 && each.column !== null)
        comment(each.row, each.column, outcomeWords(each, 'zh'), 'error');
    }
    const rows = Map.groupBy(
      own.filter(({ row }) => row !== null),
      ({ row }) => row!,
    );
    // A row that several reports came of is known by its words, not by one of their keys.
    const keys = [...rows].flatMap(([row, of]) => (of.length === 1 ? [{ row, key: of[0]!.key }] : []));
    return { name, comments: [...comments.values()], keys };
  });
  const results = told.map(({ sheet, row, column, arrangement, outcome, said }) => ({
    ...{ sheet, row, column, arrangement },
    ...{ outcome: outcomeNames[outcome], message: said.zh, isBad: !isTaken(outcome) },
  }));
  return { sheets, results, lines };
}
