import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../worker/local/tool.ts';

/** A report as a careful person reads it. Values stand in neither `values` nor `ask` where the field must stay empty. */
export interface TrueReport {
  /** `1-3-1.1.i1`: arrangement, schedule, indicator. */
  target: string;
  period: string | string[];
  confidence: 'certain' | 'ask';
  values?: Record<string, string | number>;
  ask?: Record<string, unknown>;
}

/** What a careful person reads in a ledger: rows are 1-based, as a spreadsheet shows them. */
export interface Truth {
  file: string;
  unit: string;
  keptOn: string;
  sheets: {
    name: string;
    use: boolean;
    rows: {
      row: number;
      is: string;
      matches?: { code: string | null; confidence: string }[];
      reports?: TrueReport[];
    }[];
    /** Gathered from many rows. */
    reports?: TrueReport[];
  }[];
}

const folder = join(projectFolder, 'test/support/ledgers/six');

/** Six ledgers as clerks of towns keep them, each with what a careful person reads in it (`six/README.md`). */
export const keptSix = [
  '01-一季度落实情况台账.xlsx',
  '02-任务清单附进展.xlsx',
  '03-月调度表.xlsx',
  '04-企业明细台账.xlsx',
  '05-周调度台账.csv',
  '06-LO-任务跟踪表.xlsx',
] as const;

export const keptBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

export const truthOf = (name: string): Truth =>
  JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/u, '.truth.json')), 'utf8')) as Truth;
