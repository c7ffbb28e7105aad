import { runCases } from '../../rules/runCases.ts';

declare global {
  interface Window {
    runCases?: typeof runCases;
  }
}

/** The rules as a browser runs them. */
window.runCases = runCases;
