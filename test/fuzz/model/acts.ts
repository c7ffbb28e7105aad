import { isFulfilled, isReceived } from './push.ts';
import { dayAfter, dayAt, dueNow, isDeclared, standing, type ModelObligation, type State } from './state.ts';

/** What an officer decides of obligations, as the specification has it (B4.2, P4). */
export interface ModelAct {
  act: (typeof actNames)[number];
  keys: string[];
  reason: string;
  /** Of an extension: the new date; of an unlocking: its last day. */
  day: string;
}

export const actNames = [
  ...(['accept', 'return', 'reopen', 'extend', 'withdrawExtension'] as const),
  ...(['declareNotApplicable', 'withdrawDeclaration', 'unlock', 'lock'] as const),
] as const;

/** Does an act; what each obligation is answered, in order. */
export function takeAct(state: State, act: ModelAct, now: number): string[] {
  return act.keys.map((key) => {
    const obligation = state.obligations.find((each) => each.key === key);
    const stands = obligation ? standing(state, obligation) : 'gone';
    if (!obligation || stands === 'gone') return 'unknown';
    if (stands === 'retired') return 'retired';
    const outcome = decide(state, obligation, act, dayAt(now));
    if (outcome === 'applied') obligation.acted = true;
    return outcome;
  });
}

function decide(state: State, each: ModelObligation, { act, reason, day }: ModelAct, today: string): string {
  const due = dueNow(each);
  switch (act) {
    case 'accept':
      if (!isReceived(each)) return 'not-received';
      if (each.review === 'accepted') return 'unchanged';
      each.review = 'accepted';
      return 'applied';
    case 'return':
      if (!isReceived(each)) return 'not-received';
      if (each.review === 'returned' && each.returned?.reason === reason) return 'unchanged';
      each.review = 'returned';
      each.returned = { on: today, reason };
      // The settings of the stage ask for an answer on the same day.
      if (due !== null && state.lockDays !== null && dayAfter(due, state.lockDays) < today)
        each.unlockedUntil = [each.unlockedUntil ?? '', today].toSorted().at(-1)!;
      return 'applied';
    case 'reopen':
      if (!isReceived(each)) return 'not-received';
      if (each.review === 'toAccept') return 'unchanged';
      if (each.review === 'returned') {
        if (each.returned && each.unlockedUntil === each.returned.on) each.unlockedUntil = null;
        each.returned = null;
      }
      each.review = 'toAccept';
      return 'applied';
    case 'extend':
      if (due === null) return 'undated';
      if (isFulfilled(state, each)) return 'unchanged';
      if (day <= due) return 'not-later';
      each.extended = day;
      return 'applied';
    case 'withdrawExtension':
      if (each.extended === null) return 'unchanged';
      each.extended = null;
      return 'applied';
    case 'declareNotApplicable':
      if (isDeclared(state, each)) return 'unchanged';
      state.declarations.push({ ...seriesOf(each), from: each.opensOn });
      return 'applied';
    case 'withdrawDeclaration': {
      if (!isDeclared(state, each)) return 'unchanged';
      const { series } = seriesOf(each);
      state.declarations = state.declarations.filter(
        (one) => one.series !== series || one.from > each.opensOn,
      );
      return 'applied';
    }
    case 'unlock':
      if (due === null || state.lockDays === null) return 'not-locked';
      if (day < today) return 'until-past';
      if (day <= dayAfter(due, state.lockDays) || day === each.unlockedUntil) return 'unchanged';
      each.unlockedUntil = day;
      return 'applied';
    case 'lock':
      if (each.unlockedUntil === null) return 'unchanged';
      each.unlockedUntil = null;
      return 'applied';
  }
}

const seriesOf = ({ unit, arrangement, schedule }: ModelObligation): { series: string } => ({
  series: `${unit} ${arrangement} ${schedule}`,
});

/** A corrected list ends the extensions that are not later than its own dates, of what is asked for. */
export function endExtensions(state: State): void {
  for (const each of state.obligations) {
    if (each.extended === null || standing(state, each) !== 'asked') continue;
    if (each.dueOn === null || each.extended <= each.dueOn) each.extended = null;
  }
}
