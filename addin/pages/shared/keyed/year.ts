import type { Me } from '../../../../shared/wire/me.ts';

/** The year that an address asks for (`?year=2023`); `undefined` where it names none, or wrongly. */
export function yearIn(search: string): number | undefined {
  const said = new URLSearchParams(search).get('year') ?? '';
  return /^20\d\d$/u.test(said) ? Number(said) : undefined;
}

/** The year that a page is about: the one asked for, else that of the newest list; where there is none yet, this year. */
export const yearOf = (me: Me, asked?: number): number => asked ?? me.year ?? Number(me.today.slice(0, 4));
