import type { RawValues } from '../../../shared/row/row.ts';
import { checkRow } from '../../../shared/rules/checkRow.ts';
import type { RowContext } from '../../../shared/rules/context.ts';
import { seeded } from '../../support/seeded.ts';

export interface CheckedRow {
  raw: RawValues;
  context: RowContext;
}

const notes = ['已逐家检查，隐患已整改', '专家现场指导，问题清单已反馈', '已完成调度，台账资料存档备查'];

/** Seeded rows of one year, weekly and dated, counting and not; one in ten breaks a rule. */
export function checkedRows(count: number, seed = 20240410): CheckedRow[] {
  const random = seeded(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, (_, i): CheckedRow => {
    const weekly = i % 2 === 0;
    const counting = i % 4 < 2;
    const week = 1 + (i % 50);
    const day = new Date(Date.UTC(2024, 0, 7 * week)).toISOString().slice(0, 10);
    const finished = !weekly && random() < 0.5;
    const amount = 1 + Math.floor(random() * 9);
    const bad = random() < 0.1 ? any(['status', 'count', 'note'] as const) : null;
    return {
      raw: {
        status: bad === 'status' ? '差不多了' : weekly ? '已开展' : finished ? '已完成' : '进行中',
        count: counting ? (bad === 'count' ? '约80' : finished ? 10 : amount) : null,
        completedOn: finished ? day : null,
        note: bad === 'note' && !weekly ? null : `${any(notes)}（第${i}行）`,
        problems: '企业台账不全，已督促补齐',
        contact: null,
        evidence: null,
        explanation: null,
      },
      context: {
        key: `2024.1-${(i % 20) + 1}-1.1.${counting ? 'i1' : 'done'}.xuejia.2024-W${String(week).padStart(2, '0')}.x`,
        today: '2024-12-30',
        year: 2024,
        scheduleKind: weekly ? 'weekly' : 'once',
        opensOn: '2024-01-01',
        dueOn: weekly ? day : '2024-12-31',
        indicator: { id: counting ? 'i1' : 'done', label: '企业', unitOfMeasure: '家', mode: 'cumulative' },
        allocation: counting ? 10 : null,
        districtTarget: counting ? 100 : null,
        previousCount: counting && weekly ? 1 : null,
        nextCount: counting && weekly ? 10 : null,
        explained: { text: null, rules: [] },
      },
    };
  });
}

const dated = new Set(['未开始', '进行中', '已完成', '本地无此类']);
const cadence = new Set(['已开展', '未开展', '本地无此类']);
const plainDate = /^(\d{4})-(\d\d)-(\d\d)$/;

/**
 * What somebody would write by hand for clean cells and these few rules: no readings of aliases, full-width
 * digits or serial dates, no findings, only yes or no.
 */
export function passesByHand({ raw, context }: CheckedRow): boolean {
  const { status, count, completedOn, note } = raw;
  const weekly = context.scheduleKind === 'weekly';
  if (typeof status !== 'string' || !(weekly ? cadence : dated).has(status)) return false;
  if (context.indicator.id === 'done') {
    if (count !== null && count !== undefined) return false;
  } else {
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) return false;
    if (context.previousCount !== null && count < context.previousCount) return false;
    if (context.nextCount !== null && count > context.nextCount) return false;
    if (count > (context.allocation ?? context.districtTarget ?? Infinity)) return false;
    if (status === '已完成' && context.allocation !== null && count !== context.allocation) return false;
  }
  if (completedOn !== null && completedOn !== undefined) {
    const match = typeof completedOn === 'string' ? plainDate.exec(completedOn) : null;
    if (!match || Number(match[1]) !== context.year || completedOn > context.today) return false;
    const day = new Date(Date.UTC(+match[1]!, +match[2]! - 1, +match[3]!));
    if (day.getUTCDate() !== +match[3]! || completedOn < context.opensOn) return false;
  } else if (status === '已完成') return false;
  const told = status === '已完成' || status === '进行中' || status === '未开展';
  if (note === null || note === undefined) return !told;
  const text = String(note).trim();
  return text.length >= 4 && text.length <= 2000 && text !== '同上' && text !== '正常';
}

export interface CheckTimes {
  rules: number[];
  byHand: number[];
  /** Rows on which the two disagree about passing. */
  disagree: number;
}

/** Times both checks over the same rows, in turn. */
export function timeChecks(count: number, runs: number): CheckTimes {
  const rows = checkedRows(count);
  const times: CheckTimes = { rules: [], byHand: [], disagree: 0 };
  for (const row of rows) {
    if (checkRow(row.raw, row.context).passes !== passesByHand(row)) times.disagree += 1;
  }
  let passed = 0;
  for (let run = 0; run < runs; run += 1) {
    let begun = performance.now();
    for (const { raw, context } of rows) passed += Number(checkRow(raw, context).passes);
    times.rules.push(performance.now() - begun);
    begun = performance.now();
    for (const row of rows) passed += Number(passesByHand(row));
    times.byHand.push(performance.now() - begun);
  }
  if (passed < 0) throw new Error('not reached');
  return times;
}
