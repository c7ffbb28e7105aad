import { expect, test } from 'vitest';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { stateOf } from '../../shared/obligations/obligationState.ts';
import { deadlineCases } from '../support/clocks/deadlines.ts';

test.each(deadlineCases)('P1, P2.3: due $due at $at is $state: $why', ({ due, at, state }) => {
  const facts = { opensOn: '2024-01-01', dueOn: due, rowCount: 1, receivedRows: 0, fulfilledRows: 0 };
  const today = shanghaiDate(Date.parse(at));
  expect(stateOf({ ...facts, waivedBy: null, retired: false }, today)).toBe(state);
});
