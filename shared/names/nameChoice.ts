import * as z from 'zod';
import { unitKind } from '../roster/roster.ts';
import { listOf } from '../schema/bounded.ts';

const name = z.string().min(1).max(80);

/**
 * What a name that the roster does not know becomes in it: a unit of its own; another name of a unit or group, of the roster or
 * among the names that are decided with it; a group, whose members are named, and become units where they are none yet.
 */
export const nameChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitKind }),
  z.strictObject({ kind: z.literal('alias'), of: name }),
  z.strictObject({ kind: z.literal('group'), members: listOf(name, { max: 2000 }) }),
]);
export type NameChoice = z.infer<typeof nameChoice>;

/** Choices by name. */
export type NameChoices = Readonly<Record<string, NameChoice>>;

/** A name of a list that the roster does not know, once, with what it may become. */
export const unknownName = z
  .strictObject({
    name: z.string(),
    /** Codes of the arrangements that it stands for. */
    arrangements: z.array(z.string()),
    proposal: nameChoice,
    /** Whether its words leave no doubt; what is not sure is a question of its own. */
    sure: z.boolean(),
  })
  .meta({ id: 'UnknownName' });
export type UnknownName = z.infer<typeof unknownName>;
