import { inject, test } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether everything is tried that the tests can try: `npm run thorough`. */
    thorough: boolean;
  }
}

/** Else a share is tried, as every day: what takes long tells the same again, with other data. */
export const thorough = inject('thorough');

/** How often a property is tried. */
export const runs = (daily: number, whole: number): number => (thorough ? whole : daily);

/** Of several values for each of many places: every day one for each, another one for the next. */
export const shareOf = <T>(values: readonly T[], place: number): readonly T[] =>
  thorough ? values : values.slice(place % values.length).slice(0, 1);

/**
 * A test that `npm run thorough` alone has: it takes long, and tests of every day tell nearly the same. Every rule
 * is quoted by a test of every day; the rules' own test sees to it.
 */
export const thoroughly: typeof test = thorough
  ? test
  : (Object.assign(() => {}, { each: () => () => {} }) as unknown as typeof test);
