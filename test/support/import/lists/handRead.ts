/**
 * A task list of another district, written as such lists are written, and what a careful official reads in it: every sentence
 * by hand, none of it taken from the program's output. Districts, enterprises and counts are made up.
 */
export interface HandRead {
  /** What sets this list apart. */
  differs: string;
  /** The list as text, cells separated by tabs. */
  text: string;
  title: string;
  year: number;
  /** `number name`. */
  categories: string[];
  tasks: HandReadTask[];
  /** `severity code place words` of every diagnostic, in any order. */
  diagnostics: string[];
}

export interface HandReadTask {
  code: string;
  name: string;
  units: string[];
  /** `value measure label`. */
  goal: string[];
  /** `printed number | schedules | indicators | time words left to a person`, each part separated by `；`. */
  arrangements: string[];
}
