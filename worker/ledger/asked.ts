import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import type { Access } from '../identity/access.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import { allowOnly, dayToNote, identityOf, type Identity, type KeyClaim } from '../identity/claim.ts';
import { Problem } from '../problems/problem.ts';
import { noList } from '../taskLists/chooseList.usecase.ts';
import type { Asked, Found } from './asked.repository.ts';

/** A question that only the database can tell the asker of: key, unit and list are read in the batch of the rows. */
export interface Question extends Asked {
  claim: KeyClaim;
  /** Real time in milliseconds. */
  now: () => number;
  /** Who may ask. */
  roles: readonly Role[];
  /** Counts the request by the key once that is confirmed. @throws Problem `too-many-requests` */
  admit: (keyId: string) => Promise<void>;
}

/** A unit, and a list with its settings. */
export interface UnitAndList {
  unit: { id: string; name: string };
  list: { id: string; year: number; title: string };
  settings: ListSettings;
}

/** Who asks, and for what: settled by what the database has told. */
export interface Answered extends Identity {
  target: UnitAndList;
  /** The day on which the key's use is still to be noted. */
  usedOn: string | null;
}

/**
 * Whose rows of which list: a reporter's own unit, whatever it names; others name one. A reporter naming another unit
 * gets the answer for a unit that does not exist (A4).
 */
function targetOf({ unit, list, settings }: Found, { unitId }: Access, asked: Asked): UnitAndList {
  const named = unitId ?? asked.unit;
  if (named === undefined) throw new Problem('unit-required');
  if (asked.unit !== undefined && asked.unit !== named)
    throw new Problem('unit-not-found', { unit: asked.unit });
  if (!unit) throw new Problem('unit-not-found', { unit: named });
  if (!list) throw noList(asked.year);
  return { unit, list, settings };
}

/** @throws Problem of the key, of its role, of the unit, or of the list. */
export async function answered(
  { claim, now, roles, admit, ...asked }: Question,
  found: Found,
): Promise<Answered> {
  const identity = identityOf(claim, found.key, now());
  await admit(identity.access.keyId);
  allowOnly(identity.access, roles);
  return {
    ...identity,
    target: targetOf(found, identity.access, asked),
    usedOn: found.key && dayToNote(claim, found.key),
  };
}
