import type { KnownObligation, LedgerKnown } from '../../../shared/ledgers/known.ts';
import { parseRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { Sheet } from '../../../shared/wire/sheet.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { ListFacts } from '../../api/listFacts.ts';

/** One indicator of one schedule of an arrangement: rows that differ by their period alone. */
export const seriesOf = ({ key }: Pick<SheetRow, 'key'>): string => key.split('.').slice(1, 4).join('.');

/** What a sheet of the clerk's own is read against. */
export function knownOf(sheet: Sheet, facts: ListFacts): LedgerKnown {
  const obligations = new Map<
    string,
    KnownObligation & { indicators: KnownObligation['indicators'][number][] }
  >();
  for (const { key, context } of sheet.rows) {
    const id = parseRowKey(key);
    if (typeof id === 'string') continue;
    const { arrangement, schedule, period } = id;
    const name = `${arrangement}.${schedule}.${period}`;
    const obligation = obligations.get(name) ?? {
      ...{ arrangement, schedule, period, scheduleKind: context.scheduleKind },
      ...{ opensOn: context.opensOn, dueOn: context.dueOn, indicators: [] },
    };
    obligations.set(name, obligation);
    obligation.indicators.push(context.indicator);
  }
  const own = facts.units.find(({ id }) => id === sheet.unit.id);
  const others = facts.units.filter(({ id, kind }) => id !== sheet.unit.id && kind !== 'bureau');
  return {
    year: sheet.list.year,
    today: sheet.today,
    unit: { id: sheet.unit.id, names: [sheet.unit.name, ...(own?.aliases ?? [])] },
    others: others.flatMap(({ name, aliases }) => [name, ...aliases]),
    arrangements: facts.arrangements,
    obligations: [...obligations.values()],
  };
}
