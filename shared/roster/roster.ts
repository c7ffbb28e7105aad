import * as z from 'zod';
import { listOf } from '../schema/bounded.ts';

/** The roster (责任单位名册): units, and groups with dated members. The administrator edits it as a file (seeds/roster.json). */

export const unitKind = z.enum(['bureau', 'park', 'town', 'subdistrict']);
export type UnitKind = z.infer<typeof unitKind>;

/** A unit's id: lower-case letters and digits, never used for another unit; it stands in row keys. */
export const unitId = z.string().regex(/^[a-z][a-z0-9]{1,30}$/);

export const unit = z
  .strictObject({
    id: unitId,
    name: z.string().min(1).max(40),
    kind: unitKind,
    /** Other names by which the published list or the clerks call it. */
    aliases: listOf(z.string().min(1).max(40), { max: 20 }).default([]),
  })
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof unit>;

export const groupMember = z
  .strictObject({
    unit: unitId,
    /** First day of membership; `null`: since ever. */
    from: z.iso.date().nullable().default(null),
    /** Last day of membership; `null`: until further notice. */
    to: z.iso.date().nullable().default(null),
  })
  .meta({ id: 'GroupMember' });

export const unitGroup = z
  .strictObject({
    name: z.string().min(1).max(80),
    aliases: listOf(z.string().min(1).max(80), { max: 20 }).default([]),
    members: listOf(groupMember, { max: 2000 }),
  })
  .meta({ id: 'UnitGroup' });
export type UnitGroup = z.infer<typeof unitGroup>;

export const roster = z
  .strictObject({
    /** None in a deployment that has no list yet. */
    units: listOf(unit, { max: 2000 }),
    groups: listOf(unitGroup, { max: 50 }),
  })
  .meta({ id: 'Roster' });
export type Roster = z.infer<typeof roster>;
