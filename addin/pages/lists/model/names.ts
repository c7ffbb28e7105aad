import type { NameChoice, UnknownName } from '../../../../shared/names/nameChoice.ts';
import { withNames, type NameFault } from '../../../../shared/names/withNames.ts';
import type { Roster } from '../../../../shared/roster/roster.ts';
import type { MeantByName } from '../../../../shared/taskList/listSettings.ts';

/** What the person at the page has said of a name; `open`: nothing yet. */
export type NameAnswers = Readonly<Record<string, NameChoice | 'open'>>;

/** A name as it is asked. */
export interface NameRow {
  name: string;
  arrangements: readonly string[];
  /** What it becomes in the roster; `open`: nothing, for now. */
  answer: NameChoice | 'open';
  /** Who is meant in this list alone; it goes before the answer. */
  meant: MeantByName | undefined;
  /** What the answer lacks. */
  fault: NameFault | null;
}

export type NamePart = 'look' | NameChoice['kind'];
const parts: readonly NamePart[] = ['look', 'unit', 'alias', 'group'];

export interface AskedNames {
  /** By what was proposed, so that no row moves while it is answered; those to be looked at come first. */
  parts: { part: NamePart; rows: NameRow[] }[];
  /** What confirming writes. */
  chosen: Record<string, NameChoice>;
  /** The roster once it is confirmed. */
  roster: Roster;
  faults: number;
  /** How many stay open. */
  left: number;
}

const isEmpty = (choice: NameChoice): boolean => choice.kind === 'group' && choice.members.length === 0;

/** The names that the roster does not know, with their answers: the proposals, until somebody says otherwise. */
export function askedNames(
  names: readonly UnknownName[],
  answers: NameAnswers,
  meant: Readonly<Record<string, MeantByName>>,
  roster: Roster,
): AskedNames {
  const answerOf = ({ name, proposal }: UnknownName): NameChoice | 'open' =>
    answers[name] ?? (isEmpty(proposal) ? 'open' : proposal);
  const chosen = Object.fromEntries(
    names.flatMap((each) => {
      const answer = answerOf(each);
      return answer === 'open' || each.name in meant ? [] : [[each.name, answer] as const];
    }),
  );
  const written = withNames(roster, chosen);
  const rows = names.map((each) => ({
    part: each.sure ? each.proposal.kind : ('look' as const),
    row: {
      ...{ name: each.name, arrangements: each.arrangements, answer: answerOf(each) },
      ...{ meant: meant[each.name], fault: written.faults.get(each.name) ?? null },
    },
  }));
  return {
    parts: parts.flatMap((part) => {
      const own = rows.flatMap((each) => (each.part === part ? [each.row] : []));
      return own.length > 0 ? [{ part, rows: own }] : [];
    }),
    chosen,
    roster: written.roster,
    faults: written.faults.size,
    left: rows.filter(({ row }) => row.answer === 'open' && row.meant === undefined).length,
  };
}
