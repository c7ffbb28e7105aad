import type { ProblemCode } from './catalogue.ts';

/**
 * One line of the log: a request that was not answered as it was meant. It names no person, no key and no value of a
 * row: the route as it is declared, not the address; of an exception its class and where it was thrown, no sentence.
 */
export interface FailureLine {
  level: 'error' | 'warn';
  requestId: string;
  method: string;
  route: string;
  status: number;
  code: ProblemCode;
  /** Of what nobody has foreseen: classes of the exception and its causes, D1's own words, and the stack. */
  exception?: { classes: string[]; database: string | null; stack: string[] };
}

/** Takes lines; a deployment's goes to the console, as one line of JSON. */
export type FailureLog = (line: FailureLine) => void;

export const consoleLog: FailureLog = (line) => {
  console[line.level](JSON.stringify(line));
};

function chainOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...chainOf(error.cause)] : [];
}

/** D1 names tables, columns and its own codes; what it quotes of a value or a statement is left out. */
function databaseWords(chain: readonly Error[]): string | null {
  const words = chain.map(
    ({ message }) => /^(?:D1_ERROR: |internal error; reference)[^"'“‘]{0,200}/u.exec(message)?.[0],
  );
  return words.find((each) => each !== undefined) ?? null;
}

export function exceptionOf(error: unknown): NonNullable<FailureLine['exception']> {
  const chain = chainOf(error);
  return {
    classes: chain.map(({ name }) => name),
    database: databaseWords(chain),
    // The first lines of a stack are the sentence, which may quote anything.
    stack: (chain.at(-1)?.stack ?? '')
      .split('\n')
      .filter((each) => /^\s+at /u.test(each))
      .slice(0, 12)
      .map((each) => each.trim()),
  };
}
