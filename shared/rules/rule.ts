import type { RowColumn, RowField, TextField } from '../row/columns.ts';
import type { RowValues, Status } from '../row/row.ts';
import type { RowContext } from './context.ts';
import type { Severity } from './finding.ts';
import type { RuleId } from './ruleIds.ts';

/** What a cell of each kind holds once it has been read. */
interface Held {
  status: Status;
  count: number;
  /** `YYYY-MM-DD`. */
  date: string;
  text: string;
}

/** A row whose cells have been read: `null` where a cell is blank, and where it could not be read. */
export type ReadRow = { [C in RowColumn as C['field']]: Held[C['holds']] | null } & {
  /** The cells as the clerk left them; blank is `null`. */
  typed: RowValues;
};

/** What a sentence needs besides cell and value: limits, dates, suggestions. */
export type Params<Name extends string = string> = Record<Name, string | number | null>;

/** What a sentence is made of. */
export interface Words<Name extends string> {
  /** The column, as 【数量】. */
  cell: string;
  /** The cell's value, as 「86」. */
  value: string;
  /** A parameter; empty where it is absent. */
  p: (name: Name) => string;
}

/**
 * A rule (校验规则): a name, how much it weighs, what it looks for, and what it says in each language: the cell, the value, the fix.
 * The sentences know no other parameters than those that `check` gives.
 */
export interface Rule<Id extends string, Name extends string, Given extends unknown[]> {
  /** Stable: verdicts, explanations and SPEC refer to it. */
  id: Id;
  /** An `error` is wrong whatever the reason; a `warning` may be true, and says so by an explanation (核实说明). */
  severity: Severity;
  /** The parameters of what it found, or `null`. Pure; never throws on content. */
  check: (...given: Given) => Params<Name> | null;
  zh: (words: Words<Name>) => string;
  en: (words: Words<Name>) => string;
}
/** What an id looks like; only those of `rules` are ids. */
type IdShape = `V-${string}`;

/** Looks at the row as a whole, and speaks of one field. */
export interface RowRule<Id extends string = IdShape, Name extends string = string> extends Rule<
  Id,
  Name,
  [row: ReadRow, context: RowContext]
> {
  field: RowField;
}

/** Looks at one cell of text. */
export interface TextRule<Id extends string = IdShape, Name extends string = string> extends Rule<
  Id,
  Name,
  [text: string, field: TextField, context: RowContext]
> {
  looksAt: 'text';
}

/** A rule that a reader calls with what it reads. */
export function rule<const Id extends IdShape, Name extends string, Given extends unknown[]>(
  parts: Rule<Id, Name, Given>,
): Rule<Id, Name, Given> {
  return parts;
}

export function rowRule<const Id extends IdShape, Name extends string>(
  parts: RowRule<Id, Name>,
): RowRule<Id, Name> {
  return parts;
}

export function textRule<const Id extends IdShape, Name extends string>(
  parts: Omit<TextRule<Id, Name>, 'looksAt'>,
): TextRule<Id, Name> {
  return { ...parts, looksAt: 'text' };
}

/** The end of a warning's sentence: what lets it pass. */
export const explain = {
  zh: '如属实，请在【核实说明】中写明原因。',
  en: 'If it is true, give the reason in "Explanation".',
} as const;

/** What a rule has found; row key and the cell's value are added when it becomes a finding. */
export interface Found {
  /** One of `rules`: what is not listed there finds nothing. */
  rule: Rule<RuleId, string, never>;
  field: RowField;
  params: Params;
}

/** What the first rule that finds anything has found. */
export function firstOf<Given>(
  rules: readonly Rule<RuleId, string, [Given]>[],
  field: RowField,
  given: Given,
): Found | null {
  for (const each of rules) {
    const params = each.check(given);
    if (params) return { rule: each, field, params };
  }
  return null;
}
