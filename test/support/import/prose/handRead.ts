/**
 * A list without a table, written as such plans are written, and what a careful official reads in it. The reading was written down
 * before any program saw the text. Districts, units and counts are made up.
 */
export interface HandReadProse {
  /** What sets this list apart. */
  differs: string;
  text: string;
  title: string;
  year: number;
  /** In order, without their numerals; the title where the list has no categories. */
  categories: string[];
  tasks: HandReadProseTask[];
  /** Words of lines that are no part of the list, and have to be told. */
  leftOut: string[];
}

export interface HandReadProseTask {
  /** How its name begins. */
  name: string;
  /** All units of the task, those that lead first. */
  units: string[];
  arrangements: HandReadProseArrangement[];
}

export interface HandReadProseArrangement {
  /** Words of its text; blanks do not count. */
  contains: string;
  /** `kind start due`, what is left out not there. */
  schedules: string[];
  /** `count measure noun`. */
  targets: string[];
  /** Units of its own, where its task has others too. */
  units?: string[];
}
