import type { Step } from './steps.ts';

/** Runs that once broke something, shrunk: they run before the seeds. */
export const regressions: { what: string; mine: number; steps: Step[] }[] = [];
