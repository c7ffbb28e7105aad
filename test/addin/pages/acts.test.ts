import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../addin/pages/obligation/history.ts';
import { newId } from '../../../addin/pages/shared/acts/newId.ts';
import { offered, undoOf } from '../../../addin/pages/shared/acts/offered.ts';
import {
  firstReasons,
  keepReasons,
  readReasons,
  reasonsOf,
} from '../../../addin/pages/shared/acts/returnReasons.ts';
import { atOnce, requestsOf, sizeOf, together } from '../../../addin/pages/shared/acts/send.ts';
import { openedFrom } from '../../../addin/pages/shared/desk/obligationAddress.ts';
import { filterOf, queryOf, searchOf, viewOf } from '../../../addin/pages/review/view.ts';
import { blankRow } from '../../../shared/row/row.ts';
import { actRequest } from '../../../shared/wire/act.ts';
import { obligationExample } from '../../../shared/wire/parts/obligation.ts';

const counted = () => {
  let next = 0;
  return () => `act-${String((next += 1)).padStart(5, '0')}`;
};

describe('B14.1: a review’s address', () => {
  it('brings back what is shown, and says nothing of what it says by itself', () => {
    const view = {
      queue: 'returned',
      year: 2024,
      unit: 'xuejia',
      category: '1',
      arrangement: '1-7-1',
      period: '2024-W15',
      light: 'red',
      by: 'arrangement',
      at: '2024.1-7-1.1.xuejia.2024-W15',
    } as const;
    expect(viewOf(searchOf(view))).toEqual(view);
    expect(searchOf({ queue: 'toAccept' })).toBe('');
  });

  it('is as if it said nothing where it is wrong', () => {
    expect(viewOf('?queue=mine&year=24&category=0&arrangement=x&light=green&by=day&unit=')).toEqual({
      queue: 'toAccept',
    });
  });

  it('asks the list and sends an act by one and the same filter', () => {
    const view = viewOf('?queue=overdue&unit=xuejia&category=2');
    expect(queryOf(view)).toEqual({ unit: 'xuejia', category: '2', counted: 'overdue' });
    expect(filterOf(view, 2024)).toEqual({ year: 2024, unit: 'xuejia', category: 2, counted: 'overdue' });
    expect(queryOf(viewOf('?queue=all'))).toEqual({});
  });

  it('names only addresses of this site as the way back', () => {
    const from = (where: string) => openedFrom(`?${new URLSearchParams({ from: where })}`);
    expect(from('/review?queue=returned&at=1.2')).toBe('/review?queue=returned&at=1.2');
    for (const other of ['https://example.org/', '//example.org/review', 'javascript:alert(1)', '/a#b', ''])
      expect(from(other), other).toBeNull();
  });
});

describe('B14.2: requests of an act', () => {
  const seen = (count: number, change: number | null) =>
    Array.from({ length: count }, (_, at) => ({ key: `${change}.${at}`, change }));

  it('are portions of what was seen at the same time, each a sound request with an id of its own', () => {
    const items = [...seen(atOnce + 1, 7), ...seen(2, 9), ...seen(1, null)];
    const requests = requestsOf('return', { items }, { reason: '请补充。' }, counted());
    expect(requests.map(sizeOf)).toEqual([atOnce, 1, 2, 1]);
    expect(requests.map(({ on }) => ('keys' in on ? on.change : 'filter'))).toEqual([7, 7, 9, undefined]);
    expect(new Set(requests.map(({ actId }) => actId)).size).toBe(4);
    for (const request of requests) expect(actRequest.parse(request)).toEqual(request);
    expect(
      requestsOf('accept', { items }, {}, newId).every((each) => actRequest.safeParse(each).success),
    ).toBe(true);
  });

  it('by filter are one, with the number that was shown', () => {
    const on = { filter: { year: 2024, counted: 'toAccept' as const }, count: 400, change: 12 };
    expect(requestsOf('accept', on, {}, counted())).toEqual([{ actId: 'act-00001', act: 'accept', on }]);
  });

  it('are answered together', () => {
    const answer = { actId: 'act-00001', act: 'accept', today: '2024-04-10' };
    const one = { key: 'a', outcome: 'applied' as const };
    const other = { key: 'b', outcome: 'refused' as const, code: 'not-received' };
    const result = together('accept', [
      { ...answer, count: 1, applied: 1, unchanged: 0, refused: 0, outcomes: [one] },
      { ...answer, count: 1, applied: 0, unchanged: 0, refused: 1, outcomes: [other] },
    ]);
    expect(result).toEqual({
      ...{ act: 'accept', count: 2, applied: 1, unchanged: 0, refused: 1 },
      outcomes: [one, other],
    });
  });
});

describe('B14.3: the acts that are offered', () => {
  const today = '2024-04-10';
  const review = { ...obligationExample.review!, state: 'returned' as const };

  it('are those that change something, and what takes them back is among them afterwards', () => {
    expect(offered([obligationExample], today)).toEqual(['accept', 'return', 'declareNotApplicable']);
    expect(offered([{ ...obligationExample, review }], today)).toEqual([
      'accept',
      'reopen',
      'declareNotApplicable',
    ]);
    const extended = {
      ...{ ...obligationExample, state: 'open' as const, review: null },
      ...{ lock: '2024-04-01', unlockedUntil: today, declared: '无此类企业' },
      extension: { reason: '顺延', document: '1号' },
    };
    expect(offered([extended], today)).toEqual([
      'extend',
      'withdrawExtension',
      'withdrawDeclaration',
      'lock',
    ]);
    expect(offered([{ ...extended, unlockedUntil: '2024-04-09', due: null }], today)).toContain('unlock');
    for (const act of ['reopen', 'withdrawExtension', 'withdrawDeclaration', 'lock'])
      expect(Object.values(undoOf)).toContain(act);
  });
});

describe('B14.4: reasons for a return', () => {
  it('are kept in the browser, line by line, and the first ones come back where none are left', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    } as unknown as Storage;
    expect(readReasons(() => storage)).toEqual(firstReasons);
    keepReasons(reasonsOf(' 缺照片。\n\n缺照片。\n数量不符。'), () => storage);
    expect(readReasons(() => storage)).toEqual(['缺照片。', '数量不符。']);
    keepReasons([], () => storage);
    expect(readReasons(() => storage)).toEqual(firstReasons);
    kept.set('taizhang.returnReasons', '{');
    expect(readReasons(() => storage)).toEqual(firstReasons);
    const refused = () => {
      throw new Error('no storage');
    };
    keepReasons(['一'], refused);
    expect(readReasons(refused)).toEqual(firstReasons);
  });
});

describe('B14.5: an obligation’s history', () => {
  it('is told field by field, old and new, the latest first, drafts among it', () => {
    const by = { madeAt: '2024-04-10T09:30:12.000+08:00', madeBy: 'k7f2', by: '王芳', onBehalf: false };
    const first = { ...blankRow, status: '进行中', count: 3, note: '检查 3 家。' };
    const history = historyOf([
      { ...by, version: 2, kind: 'draft', values: { ...first, count: 5, note: null } },
      { ...by, version: 1, kind: 'submission', values: first },
      { ...by, version: 3, kind: 'submission', values: { ...first, count: 5, note: null } },
    ]);
    expect(history.map(({ revision, changes }) => [revision.version, changes])).toEqual([
      [3, []],
      [
        2,
        [
          { field: 'count', before: '3', after: '5' },
          { field: 'note', before: '检查 3 家。', after: '' },
        ],
      ],
      [
        1,
        [
          { field: 'status', before: '', after: '进行中' },
          { field: 'count', before: '', after: '3' },
          { field: 'note', before: '', after: '检查 3 家。' },
        ],
      ],
    ]);
  });
});
