import { lightsOn, type LightsOn } from '../../shared/obligations/light.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../identity/access.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import type { ListFound } from '../taskLists/taskLists.repository.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import type { ObligationFilter } from './obligationFilter.repository.ts';

export interface Asking {
  db: D1Database;
  access: Access;
  clock: Clock;
}

/** A filter of obligations, as it is asked. */
export type Asked = ObligationFilter & { year?: number | undefined };

/**
 * The list that is meant, and the filter with the unit that may be seen.
 * @throws Problem `unit-not-found`, `list-not-found`, `no-list-yet`.
 */
export async function understand(
  { db, access, clock }: Asking,
  asked: Asked,
): Promise<{ list: ListFound; lights: LightsOn; filter: ObligationFilter }> {
  const unit = await unitOf({ db, access }, asked.unit);
  const list = await chooseList(db, asked.year, clock.today);
  const lights = lightsOn(clock.today, list.settings.blueDays);
  return { list, lights, filter: { ...asked, unit: unit ?? undefined } };
}
