import type { LedgerProposal } from '../../../shared/ledgers/proposal.ts';
import { linesOf } from './lines.ts';

/** How a ledger was read beside the truth, in the order of faults. */
export interface Measure {
  /** Reports that the truth has not: another unit’s, perhaps. */
  invented: number;
  /** Values that are certain, and that the truth has not. */
  wrong: number;
  /** Reports of the truth that are not read. */
  missing: number;
  /** Reports and values that are asked. */
  questions: number;
}

interface Told {
  target: string;
  isAsked: boolean;
  certain: string[];
  asked: number;
}

const told = (line: string): Told => {
  const [target = '', period = '', ...rest] = line.split(/ (?=[?\w]+[=?]|\?20|20)/u);
  return {
    target: `${target} ${period.replace('?', '')}`,
    isAsked: period.startsWith('?'),
    certain: rest.filter((each) => /^\w+=/u.test(each)),
    asked: rest.filter((each) => /^\w+\?/u.test(each)).length,
  };
};

/** Measures what was read against lines as `line` writes them. */
export function measured({ sheets }: LedgerProposal, truth: readonly string[]): Measure {
  const wanted = truth.map(told);
  const read = sheets.flatMap(linesOf).map(told);
  const of = (target: string, all: readonly Told[]): Told[] => all.filter((each) => each.target === target);
  return {
    invented: read.filter(({ target }) => of(target, wanted).length === 0).length,
    wrong: read
      .filter(({ isAsked }) => !isAsked)
      .flatMap(({ target, certain }) =>
        certain.filter((each) => of(target, wanted).every((other) => !other.certain.includes(each))),
      ).length,
    missing: wanted.filter(({ target }) => of(target, read).length === 0).length,
    questions: read.reduce((sum, { isAsked, asked }) => sum + asked + Number(isAsked), 0),
  };
}
