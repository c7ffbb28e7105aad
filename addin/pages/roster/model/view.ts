import { yearIn } from '../../shared/keyed/year.ts';

export const rosterTabs = ['units', 'keys', 'calendars', 'reminders'] as const;
export type RosterTab = (typeof rosterTabs)[number];

/** What the page of roster and keys shows; all of it stands in its address (B12). */
export interface RosterView {
  tab: RosterTab;
  year?: number;
  /** Keys of this unit only; `bureau-keys`: those of no unit. */
  unit?: string;
  /** Whether revoked and expired keys are shown, too. */
  all?: boolean;
}

/** The view that an address asks for; what it says wrongly is as if it said nothing. */
export function rosterViewOf(search: string): RosterView {
  const query = new URLSearchParams(search);
  const unit = query.get('unit') ?? '';
  const year = yearIn(search);
  return {
    tab: rosterTabs.find((tab) => tab === query.get('tab')) ?? 'units',
    ...(year === undefined ? {} : { year }),
    ...(/^[a-z][a-z0-9-]{1,30}$/u.test(unit) ? { unit } : {}),
    ...(query.get('all') === '1' ? { all: true } : {}),
  };
}

/** The query of the address that asks for a view; empty for the first one. */
export function searchOfRoster({ tab, year, unit, all }: RosterView): string {
  const said = {
    year: year?.toString(),
    tab: tab === 'units' ? undefined : tab,
    unit,
    all: all ? '1' : undefined,
  };
  const query = new URLSearchParams(
    Object.entries(said).filter((each): each is [string, string] => each[1] !== undefined),
  );
  return query.size === 0 ? '' : `?${query}`;
}
