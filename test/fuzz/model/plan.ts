/** What the model is told of the list: plain data. */
export interface PlannedObligation {
  key: string;
  arrangement: string;
  task: string;
  category: number;
  schedule: number;
  unit: string;
  period: string;
  cadence: boolean;
  opensOn: string;
  dueOn: string | null;
  rows: { key: string; indicator: string; target: number | null }[];
}

export interface Plan {
  year: number;
  bureau: string;
  /** Members of the group that every task names. */
  towns: readonly string[];
  /** Arrangements that are the bureau's too. */
  bureauToo: readonly string[];
  obligations: PlannedObligation[];
}

export const fields = [
  'status',
  'count',
  'completedOn',
  'note',
  'problems',
  'contact',
  'evidence',
  'explanation',
] as const;
export type Field = (typeof fields)[number];
export type Cell = string | number | boolean | null;
export type Values = Record<Field, Cell>;

export const blank: Values = {
  status: null,
  count: null,
  completedOn: null,
  note: null,
  problems: null,
  contact: null,
  evidence: null,
  explanation: null,
};

export const isBlank = (values: Values): boolean => fields.every((field) => values[field] === null);
export const differing = (a: Values, b: Values): Field[] => fields.filter((field) => a[field] !== b[field]);
