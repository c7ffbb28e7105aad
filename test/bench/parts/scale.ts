/** How much is measured. */
export interface Scale {
  /** Runs of a push, by its rows. */
  pushRuns: Record<number, number>;
  /** One-row pushes: rounds, and how many a round. */
  singleRounds: number;
  singles: number;
  /** Units that push at once, 500 rows each. */
  crowd: number;
  pullRuns: number;
  /** Units with 5,300 submissions each, smaller and larger store. */
  storedUnits: [number, number];
  /** Revisions in the store at each question of the progress. */
  revisions: number[];
  units: number[];
  /** Units of a district whose list is changed widely. */
  districts: number[];
  /** Units beside those of the list whose obligations are given out as files. */
  exportedUnits: number;
  checkRuns: number;
  parseRuns: number;
  coldRuns: number;
}

export const full: Scale = {
  pushRuns: { 1: 60, 50: 25, 400: 11, 5000: 7 },
  singleRounds: 7,
  singles: 80,
  crowd: 100,
  pullRuns: 15,
  storedUnits: [2, 19],
  revisions: [10_000, 100_000, 1_000_000],
  units: [12, 120, 1200],
  districts: [12, 1200],
  exportedUnits: 400,
  checkRuns: 20,
  parseRuns: 15,
  coldRuns: 7,
};

export const quick: Scale = {
  pushRuns: { 1: 15, 50: 7, 400: 4, 5000: 2 },
  singleRounds: 5,
  singles: 32,
  crowd: 20,
  pullRuns: 5,
  storedUnits: [1, 4],
  revisions: [10_000, 100_000],
  units: [12, 120],
  districts: [12, 120],
  exportedUnits: 80,
  checkRuns: 5,
  parseRuns: 5,
  coldRuns: 2,
};
