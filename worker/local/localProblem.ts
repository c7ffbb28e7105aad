/** Something that a person at the terminal can mend: two sentences, no stack. */
export class LocalProblem extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'LocalProblem';
    this.zh = zh;
    this.en = en;
  }
}

/** Runs a command's main function: a `LocalProblem` is printed in both languages, and the exit code is 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof LocalProblem)) throw error;
    console.error(`\n${error.zh}\n${error.en}\n`);
    process.exitCode = 1;
  }
}
