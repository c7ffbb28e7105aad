import type { ChangeListener } from '../port.ts';
import { type Area, areasOf } from './area.ts';
import type { Known } from './planWrite.ts';
import type { Abilities, Rounds } from './rounds.ts';

/** More rows than these are told as "anything may have changed". */
const mostRows = 2000;

const wholeRow = 16_384;

/** What an event of Excel's means for the ledger. */
export interface Heard {
  /** Whether rows or columns may stand elsewhere now. */
  moved: boolean;
  /** Whether a status cell may have got another cell's dropdown. */
  lists: boolean;
  /** What the listeners are told; `undefined`: nothing. */
  tell: Parameters<ChangeListener>[0] | undefined;
}

const nothing: Heard = { moved: false, lists: false, tell: undefined };
const anything: Heard = { moved: true, lists: true, tell: null };

/**
 * Events are hints. The add-in's own writes are announced by the port itself, and a co-author's are their own pane's to
 * check: they only mean that rows may have moved.
 */
export function hear(
  args: Pick<Excel.WorksheetChangedEventArgs, 'address' | 'changeType' | 'source' | 'triggerSource'>,
  known: Known | null,
): Heard {
  if (args.triggerSource === 'ThisLocalAddin') return nothing;
  if (args.source === 'Remote') return { ...anything, tell: undefined };
  const areas = args.changeType === 'RangeEdited' ? areasOf(args.address) : null;
  if (!areas || !known) return anything;
  const { columns, header } = known.bounds;
  const own = areas.filter((area) => [...columns.values()].some((at) => covers(area, at)));
  const key = columns.get('key')!;
  const rows = own.reduce((sum, area) => sum + area.rows, 0);
  if (
    rows > mostRows ||
    own.some((area) => area.row <= header || area.columns >= wholeRow || covers(area, key))
  )
    return anything;
  const status = columns.get('status');
  const count = known.bounds.end - header - 1;
  const positions = own.flatMap((area) =>
    Array.from({ length: area.rows }, (_, down) => area.row + down - header - 1),
  );
  return {
    moved: positions.some((position) => position >= count),
    lists: own.some((area) => status !== undefined && covers(area, status) && area.rows * area.columns > 1),
    tell: [...new Set(positions)],
  };
}

const covers = ({ column, columns }: Area, at: number): boolean => column <= at && at < column + columns;

/**
 * One round trip in which the add-in's own writes raise no events: where Excel says who caused an event (1.14) they
 * are known by that, before it they are switched off for just this batch.
 */
export async function mute<T>(
  context: Excel.RequestContext,
  rounds: Rounds,
  { triggerSource }: Abilities,
  queue: () => T,
): Promise<T> {
  if (triggerSource) return rounds.round(context, queue);
  const enable = (enabled: boolean) => {
    context.runtime.enableEvents = enabled;
  };
  try {
    return await rounds.round(context, () => {
      enable(false);
      const result = queue();
      enable(true);
      return result;
    });
  } catch (thrown) {
    // A batch that broke off in the middle has not come to its last operation.
    await rounds.round(context, () => enable(true));
    throw thrown;
  }
}
