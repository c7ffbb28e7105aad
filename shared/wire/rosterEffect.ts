import * as z from 'zod';

/** What a roster makes of a unit's obligations in one list. */
export const unitEffect = z
  .strictObject({
    unit: z.string(),
    /** Asked for anew. */
    made: z.int(),
    /** Retired once, and asked for again as they were. */
    restored: z.int(),
    /** Not asked for any more, and kept, since the unit has written to them. */
    retired: z.int(),
    /** Not asked for any more, and deleted: nobody has written to them. */
    gone: z.int(),
  })
  .meta({ id: 'UnitEffect' });
export type UnitEffect = z.infer<typeof unitEffect>;

/** `PUT /v1/roster?dryRun=true`: what the roster would do to the obligations of every list. Nothing is stored. */
export const rosterEffect = z
  .strictObject({
    lists: z.array(
      z.strictObject({
        year: z.int(),
        /** Units to which it does anything, in the order of the rosters. */
        units: z.array(unitEffect),
        /** Names in the list that this roster does not know any more: what names them is asked of nobody. */
        lostNames: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'RosterEffect' });
export type RosterEffect = z.infer<typeof rosterEffect>;

export const rosterEffectExample: RosterEffect = {
  lists: [
    {
      year: 2024,
      units: [{ unit: 'xuejia', made: 0, restored: 0, retired: 3, gone: 118 }],
      lostNames: [],
    },
  ],
};
