import type { Role } from '../../../../shared/wire/parts/role.ts';

interface DeskPageEntry {
  address: string;
  /** What the navigation calls it: a name among the desk's texts. */
  name: 'bureau' | 'review' | 'shares' | 'lists' | 'bulletins' | 'roster' | 'audit';
  /** Whose keys open it; without it, every key of the bureau. */
  roles?: readonly Role[];
}

/** The pages of the officer's desk, in the order of its navigation. A page that is not there yet has no line here. */
export const deskPages: readonly DeskPageEntry[] = [
  { address: '/bureau', name: 'bureau' },
  { address: '/review', name: 'review' },
  { address: '/bulletins', name: 'bulletins' },
  { address: '/shares', name: 'shares' },
  { address: '/lists', name: 'lists' },
  { address: '/roster', name: 'roster', roles: ['admin', 'officer'] },
  { address: '/audit', name: 'audit', roles: ['admin', 'officer'] },
];
