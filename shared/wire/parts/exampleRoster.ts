import type { Roster } from '../../roster/roster.ts';

/** A roster of two units, for the examples. */
export const exampleRoster: Roster = {
  units: [
    { id: 'yingji', name: '某局', kind: 'bureau', aliases: [] },
    { id: 'xuejia', name: '某镇', kind: 'town', aliases: ['某镇政府'] },
  ],
  groups: [{ name: '各镇', aliases: [], members: [{ unit: 'xuejia', from: null, to: null }] }],
};
