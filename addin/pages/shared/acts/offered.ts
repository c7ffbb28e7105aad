import type { ActKind } from '../../../../shared/wire/act.ts';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';

/** What takes an act back; an act that takes back has none. */
export const undoOf: Partial<Record<ActKind, ActKind>> = {
  accept: 'reopen',
  return: 'reopen',
  extend: 'withdrawExtension',
  declareNotApplicable: 'withdrawDeclaration',
  unlock: 'lock',
};

/** What an act has to say before it is sent. */
export const asks: Record<ActKind, readonly ('reason' | 'document' | 'due' | 'until')[]> = {
  accept: [],
  return: ['reason'],
  reopen: [],
  extend: ['due', 'document', 'reason'],
  withdrawExtension: [],
  declareNotApplicable: ['reason', 'document'],
  withdrawDeclaration: [],
  unlock: ['until', 'reason'],
  lock: [],
};

/** What may be left out of it. */
export const isOptional = (act: ActKind, field: string): boolean =>
  (act === 'declareNotApplicable' && field === 'document') || (act === 'unlock' && field === 'reason');

const makesSense: Record<ActKind, (item: ObligationItem, today: string) => boolean> = {
  accept: ({ review }) => review !== null && review.state !== 'accepted',
  return: ({ review }) => review !== null && review.state !== 'returned',
  reopen: ({ review }) => review !== null && review.state !== 'toAccept',
  extend: ({ due, state }) => due !== null && !['fulfilled', 'waived', 'retired'].includes(state),
  withdrawExtension: ({ extension }) => extension !== null,
  declareNotApplicable: ({ declared, state }) => declared === null && state !== 'retired',
  withdrawDeclaration: ({ declared }) => declared !== null,
  unlock: ({ lock, unlockedUntil }, today) =>
    lock !== null && lock < today && (unlockedUntil === null || unlockedUntil < today),
  lock: ({ unlockedUntil }, today) => unlockedUntil !== null && unlockedUntil >= today,
};

const order = Object.keys(makesSense) as ActKind[];

/** The acts that mean something for at least one of these, in the order of the buttons. */
export const offered = (items: readonly ObligationItem[], today: string): ActKind[] =>
  order.filter((act) => items.some((item) => makesSense[act](item, today)));
