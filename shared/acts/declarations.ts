/** The bureau's word that a unit has nothing of an arrangement's kind, from a period of one of its schedules on. */
export interface Declaration {
  list: string;
  unit: string;
  arrangement: string;
  schedule: number;
  /** The day on which the first period opens. */
  fromDay: string;
  period: string;
  reason: string;
}

/** What a declaration is told by. */
interface Declarable {
  unit: string;
  arrangement: string;
  schedule: number;
  opensOn: string;
}

/** Whether a declaration covers an obligation: of its series and schedule, from its period on. */
export const covers = (each: Declaration, obligation: Declarable): boolean =>
  each.unit === obligation.unit &&
  each.arrangement === obligation.arrangement &&
  each.schedule === obligation.schedule &&
  each.fromDay <= obligation.opensOn;

/** The reason of the latest declaration that covers an obligation; `null` where none does. */
export function declaredOf(declarations: readonly Declaration[], obligation: Declarable): string | null {
  const found = declarations.filter((each) => covers(each, obligation));
  const latest = found.sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1))[0];
  return latest?.reason ?? null;
}
