import type { Me } from '../../../shared/wire/me.ts';
import type { BulletinsApi } from './bulletinsApi.ts';

/** What list and document have in common. */
export interface BulletinsPart {
  api: BulletinsApi;
  me: Me;
  turn: number;
  year: number;
  /** What the step before had to say. */
  said: string;
  /** Opens a bulletin; without an id, the list. */
  open: (id: string | undefined, said?: string) => void;
}

/** Whose keys draft, edit and issue. */
export const writes = ({ role }: Me): boolean => role === 'admin' || role === 'officer';

/** The minute of a moment, as a person reads it. */
export const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ');
