import type { CellValue, RawValues, RowField, RowValues } from '../../../shared/row/row.ts';
import type { RowContext } from '../../../shared/rules/context.ts';
import type { RuleId } from '../../../shared/rules/ruleIds.ts';

/** One row and what the rules say of it. The same table runs in Node, in workerd and in the browser. */
export interface RowCase {
  name: string;
  /** The rules that the case is about: found, or rightly not found. */
  about: RuleId[];
  raw: RawValues;
  context: Partial<RowContext>;
  /** Every finding, as `field rule`, in the order of the columns. */
  finds: string[];
  /** Values to be compared; the others may be anything. */
  values: Partial<RowValues>;
  readAs: string[];
  /** Warnings that the explanation covers. */
  explained: RuleId[];
  passes: boolean;
}

/** Keys of a sheet, those it knows, and the rule found in each row, or `null`. */
export interface KeyCase {
  name: string;
  keys: CellValue[];
  known: string[];
  finds: (RuleId | null)[];
}

/** 2024, a dated arrangement that counts 家, 86 of them this unit's, 100 the district's; today is 20 May. */
export const baseContext: RowContext = {
  key: '2024.1-6-3.1.i1.xuejia.2024.x',
  today: '2024-05-20',
  year: 2024,
  scheduleKind: 'once',
  opensOn: '2024-02-01',
  dueOn: '2024-06-30',
  indicator: { id: 'i1', label: '企业', unitOfMeasure: '家', mode: 'cumulative' },
  allocation: 86,
  districtTarget: 100,
  previousCount: null,
  nextCount: null,
  explained: { text: null, rules: [] },
};

const monthly: Partial<RowContext> = { scheduleKind: 'monthly', allocation: null, districtTarget: 100 };
const perPeriod = { id: 'i1', label: '检查', unitOfMeasure: '次', mode: 'perPeriod' } as const;
const doneOrNot: Partial<RowContext> = {
  indicator: { id: 'done', label: '完成', unitOfMeasure: '项', mode: 'perPeriod' },
  allocation: null,
  districtTarget: 1,
};
const unallocated: Partial<RowContext> = { allocation: null };

/** A row that passes. */
const done: RawValues = {
  status: '已完成',
  count: 86,
  completedOn: '2024-03-15',
  note: '已完成86家企业的检查',
};
const underWay: RawValues = { status: '进行中', count: 40, note: '已检查40家' };

const cases: RowCase[] = [];

type Rest = Partial<Pick<RowCase, 'values' | 'readAs' | 'explained' | 'context' | 'passes'>>;

function rowCase(name: string, about: RuleId[], raw: RawValues, finds: string[], rest: Rest = {}): void {
  cases.push({
    name,
    about,
    raw,
    finds,
    context: rest.context ?? {},
    values: rest.values ?? {},
    readAs: rest.readAs ?? [],
    explained: rest.explained ?? [],
    passes: rest.passes ?? finds.length === 0,
  });
}

/** A cell of a row that otherwise passes. */
function cellCase(
  field: RowField,
  cell: CellValue,
  about: RuleId[],
  finds: RuleId[],
  rest: Rest & { value?: CellValue } = {},
): void {
  const { value, ...other } = rest;
  rowCase(
    `${field} ${JSON.stringify(cell)}`,
    about,
    { ...done, [field]: cell },
    finds.map((rule) => `${field} ${rule}`),
    { ...other, values: { [field]: value === undefined ? cell : value } },
  );
}

// Status (V): required, one of the row's own kind, aliases shown.

rowCase('a complete row passes', ['V-status-required', 'V-status-known', 'V-status-kind'], done, [], {
  values: { ...done, problems: null, contact: null, evidence: null, explanation: null } as RowValues,
});
rowCase('a row with nothing in it', ['V-status-required'], {}, ['status V-status-required'], {
  values: { status: null, count: null, completedOn: null, note: null },
});
rowCase(
  'blanks are nothing',
  ['V-status-required', 'V-note-required', 'V-count-required'],
  { status: '　', count: ' ', completedOn: '\u200b\n', note: '', problems: null },
  ['status V-status-required'],
  { values: { status: null, count: null, completedOn: null, note: null, problems: null } },
);
rowCase('0 is not blank', ['V-status-required'], { count: 0 }, ['status V-status-required'], {
  values: { count: 0 },
});
for (const word of ['完成', '办结', '已办结', '做完', ' 已 完成。', '全部完成']) {
  rowCase(`${word} is 已完成`, ['V-status-known'], { ...done, status: word }, [], {
    values: { status: '已完成' },
    readAs: [`status ${word.trim()} → 已完成`],
  });
}
for (const word of ['無', '无', '不涉及', '没有', '无此类', '本地没有', '不适用']) {
  rowCase(`${word} is 本地无此类`, ['V-status-known'], { status: word }, [], {
    context: unallocated,
    values: { status: '本地无此类', count: null },
    readAs: [`status ${word} → 本地无此类`],
  });
}
rowCase('推进中 is 进行中', ['V-status-known'], { ...underWay, status: '推进中' }, [], {
  values: { status: '进行中' },
  readAs: ['status 推进中 → 进行中'],
});
rowCase('尚未开始 is 未开始', ['V-status-known'], { status: '尚未开始' }, [], {
  values: { status: '未开始' },
  readAs: ['status 尚未开始 → 未开始'],
});
for (const word of ['未完成', '暂无', '差不多', '√', 1, true] as const) {
  rowCase(`${word} is no status`, ['V-status-known'], { ...done, status: word }, ['status V-status-known'], {
    values: { status: word },
  });
}
rowCase('未开始 alone passes', ['V-note-required', 'V-completed-on-required'], { status: '未开始' }, []);
rowCase('已完成 on a row of a cadence', ['V-status-kind'], { ...done, count: 3 }, ['status V-status-kind'], {
  context: monthly,
  values: { status: '已完成', count: 3 },
});
rowCase('进行中 on a row of a cadence', ['V-status-kind'], underWay, ['status V-status-kind'], {
  context: monthly,
});
rowCase('已开展 on a dated row', ['V-status-kind'], { ...done, status: '已开展' }, ['status V-status-kind']);
rowCase(
  '未开展 on an undated row',
  ['V-status-kind'],
  { status: '未开展', note: '尚未安排' },
  ['status V-status-kind'],
  {
    context: { scheduleKind: 'undated' },
  },
);
for (const kind of ['weekly', 'monthly', 'two-monthly', 'quarterly'] as const) {
  rowCase(`完成 on a ${kind} row is 已开展`, ['V-status-kind', 'V-status-known'], { status: '完成' }, [], {
    context: { ...monthly, scheduleKind: kind },
    values: { status: '已开展' },
    readAs: ['status 完成 → 已开展'],
  });
}
rowCase('a window takes the statuses of a date', ['V-status-kind'], done, [], {
  context: { scheduleKind: 'window' },
});
rowCase('an undated row takes the statuses of a date', ['V-status-kind'], done, [], {
  context: { scheduleKind: 'undated', dueOn: null },
});
rowCase(
  '已开展 needs no count, date or note',
  ['V-count-required', 'V-note-required'],
  { status: '已开展' },
  [],
  {
    context: monthly,
  },
);

// Count: read where it is exact, never guessed.

for (const [cell, value] of [
  ['86', 86],
  ['８６', 86],
  ['８６家', 86],
  ['86 家', 86],
  ['86家企业', 86],
  ['086', 86],
  ['86.0', 86],
  [86, 86],
  [86.0, 86],
] as const) {
  cellCase('count', cell, ['V-count-whole', 'V-count-unit', 'V-count-below-target'], [], {
    value,
    readAs: cell === '86' || cell === 86 ? [] : [`count ${cell} → 86`],
  });
}
for (const [cell, value] of [
  ['1,200', 1200],
  ['1，200 家', 1200],
  ['1,234,567', 1_234_567],
] as const) {
  cellCase('count', cell, ['V-count-whole', 'V-count-too-large'], [], {
    value,
    readAs: [`count ${cell} → ${value}`],
    context: { allocation: null, districtTarget: null },
  });
}
for (const cell of [
  '八十六',
  '1e3',
  '1,20',
  '86.5',
  3.5,
  '无',
  '—',
  '80%',
  '3万',
  true,
  NaN,
  Infinity,
  '4/5',
]) {
  cellCase('count', cell, ['V-count-whole'], ['V-count-whole']);
}
for (const cell of [-1, '-1', '－５', -1.5, '负3']) {
  cellCase('count', cell, ['V-count-negative'], ['V-count-negative']);
}
cellCase('count', '86', ['V-count-negative', 'V-count-approximate'], [], { value: 86 });
for (const cell of [
  '约80',
  '80左右',
  '80余家',
  '近80',
  '80多',
  '大约８０家',
  '80+',
  '≥80',
  '80~90',
  '約80',
  '不少于80以上',
]) {
  cellCase('count', cell, ['V-count-approximate'], ['V-count-approximate']);
}
for (const cell of ['86套', '86 个', '５吨']) cellCase('count', cell, ['V-count-unit'], ['V-count-unit']);
cellCase('count', 1_000_000_001, ['V-count-too-large'], ['V-count-too-large']);
cellCase('count', '9999999999', ['V-count-too-large'], ['V-count-too-large']);
cellCase('count', 1_000_000_000, ['V-count-too-large'], [], {
  context: { allocation: null, districtTarget: null },
});
rowCase('-0 is 0', ['V-count-negative'], { ...underWay, count: -0 }, [], { values: { count: 0 } });

// Count against status, allocation, target.

rowCase('已完成 without a count', ['V-count-required'], { ...done, count: null }, ['count V-count-required']);
rowCase(
  '已完成 without a count, no target printed',
  ['V-count-required'],
  { ...done, count: '' },
  ['count V-count-required'],
  {
    context: { allocation: null, districtTarget: null },
  },
);
rowCase('进行中 without a count', ['V-count-required'], { ...underWay, count: null }, []);
rowCase('a count that cannot be read is not also missing', ['V-count-required'], { ...done, count: '若干' }, [
  'count V-count-whole',
]);
for (const count of [null, 0, 1, '1项']) {
  rowCase(
    `done or not: ${count}`,
    ['V-count-of-done', 'V-count-required', 'V-count-below-target'],
    { ...done, count },
    [],
    {
      context: doneOrNot,
      readAs: count === '1项' ? ['count 1项 → 1'] : [],
    },
  );
}
rowCase(
  'done or not: 2',
  ['V-count-of-done', 'V-count-over-target'],
  { ...done, count: 2 },
  ['count V-count-of-done'],
  {
    context: doneOrNot,
  },
);
rowCase('已完成 with 85 of 86', ['V-count-below-target'], { ...done, count: 85 }, [
  'count V-count-below-target',
]);
rowCase('已完成 with 0 of 86', ['V-count-below-target'], { ...done, count: 0 }, [
  'count V-count-below-target',
]);
rowCase('进行中 with 85 of 86', ['V-count-below-target'], { ...underWay, count: 85 }, []);
rowCase(
  'already 86 of 86, still 进行中',
  ['V-count-below-target', 'V-count-over-allocation'],
  { ...underWay, count: 86 },
  [],
);
rowCase(
  '已完成 with 40 while nothing is allocated',
  ['V-count-below-target', 'V-count-over-target'],
  { ...done, count: 40 },
  [],
  {
    context: unallocated,
  },
);
rowCase('87 of 86, unexplained', ['V-count-over-allocation'], { ...done, count: 87 }, [
  'count V-count-over-allocation',
]);
rowCase(
  '87 of 86, explained',
  ['V-count-over-allocation', 'V-explanation-short', 'V-explanation-telling'],
  { ...done, count: 87, explanation: '4月新增一家企业，已报区局' },
  ['count V-count-over-allocation'],
  { explained: ['V-count-over-allocation'], passes: true },
);
rowCase('100 of 100 while nothing is allocated', ['V-count-over-target'], { ...done, count: 100 }, [], {
  context: unallocated,
});
rowCase(
  '101 of 100 while nothing is allocated',
  ['V-count-over-target', 'V-count-over-allocation'],
  { ...done, count: 101 },
  ['count V-count-over-target'],
  {
    context: unallocated,
  },
);
rowCase(
  '101 of 100, but 101 are allocated',
  ['V-count-over-target', 'V-count-over-allocation'],
  { ...done, count: 101 },
  [],
  {
    context: { allocation: 101 },
  },
);
rowCase('any count while no target is printed', ['V-count-over-target'], { ...done, count: 5000 }, [], {
  context: { allocation: null, districtTarget: null },
});
rowCase(
  'an allocation of 0 is one',
  ['V-count-over-allocation', 'V-none-with-allocation'],
  { ...underWay, count: 1 },
  ['count V-count-over-allocation'],
  {
    context: { allocation: 0 },
  },
);

// Count across periods.

rowCase('39 after 40', ['V-count-falls'], { status: '已开展', count: 39 }, ['count V-count-falls'], {
  context: { ...monthly, previousCount: 40 },
});
rowCase('40 after 40', ['V-count-falls', 'V-count-next-falls'], { status: '已开展', count: 40 }, [], {
  context: { ...monthly, previousCount: 40, nextCount: 40 },
});
rowCase(
  '41 before 40',
  ['V-count-next-falls'],
  { status: '已开展', count: 41 },
  ['count V-count-next-falls'],
  {
    context: { ...monthly, previousCount: 30, nextCount: 40 },
  },
);
rowCase('0 after 40', ['V-count-falls'], { status: '已开展', count: 0 }, ['count V-count-falls'], {
  context: { ...monthly, previousCount: 40 },
});
rowCase('blank after 40 is no fall', ['V-count-falls'], { status: '已开展', count: null }, [], {
  context: { ...monthly, previousCount: 40 },
});
rowCase(
  'counted anew in every period',
  ['V-count-falls', 'V-count-next-falls'],
  { status: '已开展', count: 5 },
  [],
  {
    context: { ...monthly, indicator: perPeriod, previousCount: 40, nextCount: 1 },
  },
);
rowCase(
  'a fall that is explained',
  ['V-count-falls'],
  { status: '已开展', count: 39, explanation: '一家企业已注销退出' },
  ['count V-count-falls'],
  {
    context: { ...monthly, previousCount: 40 },
    explained: ['V-count-falls'],
    passes: true,
  },
);

// Contradictions between status, count and date.

rowCase('未开始 with 5', ['V-not-started-with-count'], { status: '未开始', count: 5 }, [
  'count V-not-started-with-count',
]);
rowCase('未开始 with 0', ['V-not-started-with-count'], { status: '未开始', count: 0 }, []);
rowCase(
  '未开展, the running total carried on',
  ['V-not-started-with-count'],
  { status: '未开展', count: 5, note: '本月停工检修' },
  [],
  {
    context: { ...monthly, previousCount: 5 },
  },
);
rowCase(
  '未开展, and the running total grows',
  ['V-not-started-with-count'],
  { status: '未开展', count: 6, note: '本月停工检修' },
  ['count V-not-started-with-count'],
  {
    context: { ...monthly, previousCount: 5 },
  },
);
rowCase(
  '未开展 with 5, counted per period',
  ['V-not-started-with-count'],
  { status: '未开展', count: 5, note: '本月停工检修' },
  ['count V-not-started-with-count'],
  {
    context: { ...monthly, indicator: perPeriod },
  },
);
rowCase(
  '本地无此类 with 5',
  ['V-none-with-count'],
  { status: '本地无此类', count: 5 },
  ['count V-none-with-count'],
  { context: unallocated },
);
rowCase('本地无此类 with 0', ['V-none-with-count'], { status: '本地无此类', count: 0 }, [], {
  context: unallocated,
  values: { status: '本地无此类', count: 0 },
});
rowCase(
  '本地无此类, blank',
  ['V-none-with-count', 'V-none-with-allocation', 'V-none-after-count'],
  { status: '本地无此类' },
  [],
  {
    context: unallocated,
    values: { status: '本地无此类', count: null },
  },
);
rowCase(
  '本地无此类 on a row of a cadence',
  ['V-none-with-count', 'V-status-kind'],
  { status: '本地无此类', count: 2 },
  ['count V-none-with-count'],
  {
    context: monthly,
  },
);
rowCase('本地无此类 with 86 allocated', ['V-none-with-allocation'], { status: '本地无此类' }, [
  'status V-none-with-allocation',
]);
rowCase('本地无此类 with 0 allocated', ['V-none-with-allocation'], { status: '本地无此类' }, [], {
  context: { allocation: 0 },
});
rowCase('本地无此类, done or not', ['V-none-with-allocation'], { status: '本地无此类' }, [], {
  context: { ...doneOrNot, allocation: 1 },
});
rowCase(
  '本地无此类 after 5',
  ['V-none-after-count'],
  { status: '本地无此类' },
  ['status V-none-after-count'],
  {
    context: { ...monthly, previousCount: 5 },
  },
);
rowCase('本地无此类 after 0', ['V-none-after-count'], { status: '本地无此类' }, [], {
  context: { ...monthly, previousCount: 0 },
});
rowCase('未开始 with a date', ['V-not-started-with-date'], { status: '未开始', completedOn: '2024-03-15' }, [
  'completedOn V-not-started-with-date',
]);
rowCase(
  '未开展 with a date',
  ['V-not-started-with-date'],
  { status: '未开展', completedOn: '2024-03-15', note: '未安排' },
  ['completedOn V-not-started-with-date'],
  {
    context: monthly,
  },
);
rowCase(
  '进行中 with a date',
  ['V-under-way-with-date', 'V-not-started-with-date'],
  { ...underWay, completedOn: '2024-03-15' },
  ['completedOn V-under-way-with-date'],
);
rowCase(
  '进行中 with a date, explained',
  ['V-under-way-with-date'],
  { ...underWay, completedOn: '2024-03-15', explanation: '日期是第一阶段完成的日子' },
  ['completedOn V-under-way-with-date'],
  {
    explained: ['V-under-way-with-date'],
    passes: true,
  },
);
rowCase('进行中 without a date', ['V-under-way-with-date', 'V-completed-on-required'], underWay, []);

// Completion date.

rowCase('已完成 without a date', ['V-completed-on-required'], { ...done, completedOn: null }, [
  'completedOn V-completed-on-required',
]);
for (const cell of [
  '2024.3.15',
  '2024/3/15',
  '2024-3-15',
  '2024年3月15日',
  '2024年03月15号',
  '2024 年 3 月 15 日',
  '3月15日',
  '3.15',
  '3/15',
  '２０２４．３．１５',
  '２０２４年３月１５日',
  '2024。3。15',
  '24.3.15',
  '24年3月15日',
  '20240315',
  20240315,
  '2024/3/15 0:00:00',
  '2024-03-15T09:30:00',
  '2024年3月15日（星期五）',
  '45366',
]) {
  cellCase('completedOn', cell, ['V-completed-on-readable', 'V-completed-on-exists'], [], {
    value: '2024-03-15',
    readAs: [`completedOn ${cell} → 2024-03-15`],
  });
}
// A serial in a date cell looks like a date to the clerk: nothing to be shown.
for (const cell of [45366, 45366.75, 43904]) {
  cellCase('completedOn', cell, ['V-completed-on-serial', 'V-completed-on-readable'], [], {
    value: '2024-03-15',
  });
}
cellCase('completedOn', 45351, ['V-completed-on-serial', 'V-completed-on-exists'], [], {
  value: '2024-02-29',
});
cellCase('completedOn', 43889, ['V-completed-on-serial'], [], { value: '2024-02-29' });
cellCase('completedOn', 45291, ['V-completed-on-serial'], ['V-completed-on-serial']);
cellCase('completedOn', 45658, ['V-completed-on-serial'], ['V-completed-on-serial']);
cellCase('completedOn', '39816', ['V-completed-on-serial'], ['V-completed-on-serial']);
for (const cell of [
  '三月中旬',
  '2024年3月',
  '3月底前',
  '12.3.15',
  '2024.3-15',
  '15/3/2024',
  '2024-03-15T16:00:00.000Z',
  3.15,
  86,
  0,
  -1,
  true,
  NaN,
]) {
  cellCase('completedOn', cell, ['V-completed-on-readable'], ['V-completed-on-readable']);
}
for (const cell of [
  '2月30日',
  '2024-02-30',
  '2024-13-01',
  '2024.0.10',
  '4月31日',
  '2023年2月29日',
  '20240230',
  '3月0日',
]) {
  cellCase('completedOn', cell, ['V-completed-on-exists'], ['V-completed-on-exists']);
}
cellCase('completedOn', '2024-02-29', ['V-completed-on-exists'], []);
cellCase(
  'completedOn',
  '2023-12-31',
  ['V-completed-on-in-year', 'V-completed-on-before-opening'],
  ['V-completed-on-in-year'],
);
cellCase('completedOn', '2025-01-01', ['V-completed-on-in-year'], ['V-completed-on-in-year'], {
  context: { today: '2025-02-01' },
});
cellCase('completedOn', '2024-12-31', ['V-completed-on-in-year'], [], { context: { today: '2025-02-01' } });
cellCase('completedOn', '2024-05-20', ['V-completed-on-future'], []);
cellCase('completedOn', '2024-05-21', ['V-completed-on-future'], ['V-completed-on-future']);
cellCase('completedOn', '2024-02-01', ['V-completed-on-before-opening'], []);
cellCase('completedOn', '2024-01-31', ['V-completed-on-before-opening'], ['V-completed-on-before-opening']);
rowCase(
  '已开展 before the period opens',
  ['V-completed-on-before-opening'],
  { status: '已开展', completedOn: '2024-01-31' },
  ['completedOn V-completed-on-before-opening'],
  {
    context: monthly,
  },
);
rowCase(
  '本地无此类 has nothing to open',
  ['V-completed-on-before-opening'],
  { status: '本地无此类', completedOn: '2024-01-31' },
  [],
  { context: unallocated },
);

// Note.

for (const status of ['已完成', '进行中'] as const) {
  rowCase(
    `${status} without a note`,
    ['V-note-required'],
    { ...done, status, completedOn: status === '已完成' ? '2024-03-15' : null, note: ' ' },
    ['note V-note-required'],
  );
}
rowCase('未开展 without a note', ['V-note-required'], { status: '未开展' }, ['note V-note-required'], {
  context: monthly,
});
rowCase(
  '未开展 with a note',
  ['V-note-required', 'V-not-started-with-count'],
  { status: '未开展', note: '企业停产检修' },
  [],
  { context: monthly },
);
for (const cell of ['无', '同上', '正常', '无。', '一切正常', '已完成', '/', '——', ' 同上！ ']) {
  cellCase('note', cell, ['V-note-telling', 'V-note-short'], ['V-note-telling'], { value: cell.trim() });
}
rowCase(
  '无 on a row that has none',
  ['V-note-telling'],
  { status: '本地无此类', note: '无' },
  ['note V-note-telling'],
  { context: unallocated },
);
cellCase('note', '无重大隐患，检查86家', ['V-note-telling'], []);
cellCase('note', '正常生产企业均已检查', ['V-note-telling'], []);
cellCase('note', '查', ['V-note-short'], ['V-note-short']);
cellCase('note', '已查', ['V-note-short'], []);
cellCase('note', '查'.repeat(500), ['V-text-long'], []);
cellCase('note', '查'.repeat(501), ['V-text-long'], ['V-text-long']);
cellCase('problems', '无', ['V-note-telling'], []);
cellCase('contact', '张'.repeat(201), ['V-text-long'], ['V-text-long']);
cellCase('contact', '张'.repeat(200), ['V-text-long'], []);
cellCase('explanation', '因'.repeat(501), ['V-text-long'], ['V-text-long']);

// Text: trimmed, numbers as text, digits not lost.

cellCase('note', '  已检查\r\n86家　', ['V-note-short'], [], { value: '已检查\n86家' });
cellCase('evidence', 20240315, ['V-id-digits-lost'], [], { value: '20240315' });
cellCase('problems', true, ['V-id-digits-lost'], [], { value: 'TRUE' });
cellCase('evidence', 911101066976941900, ['V-id-digits-lost'], ['V-id-digits-lost']);
cellCase('note', 1234567890123456, ['V-id-digits-lost'], ['V-id-digits-lost']);
cellCase('contact', 1e21, ['V-id-digits-lost'], ['V-id-digits-lost']);
cellCase('evidence', '9.11101E+17', ['V-id-digits-lost'], ['V-id-digits-lost']);
cellCase('evidence', 123456789012345, ['V-id-digits-lost'], [], { value: '123456789012345' });
cellCase('evidence', '911101066976941872', ['V-id-digits-lost', 'V-credit-code-check'], []);
for (const field of ['status', 'count', 'completedOn', 'note', 'evidence'] as const) {
  cellCase(field, '#N/A', ['V-cell-excel-error'], ['V-cell-excel-error']);
}
cellCase('note', '#REF!', ['V-cell-excel-error'], ['V-cell-excel-error']);
cellCase('note', '#1号罐区已检查', ['V-cell-excel-error'], []);

// Unified social credit code (GB 32100).

for (const cell of [
  '91110000101623741K',
  '企业代码91310110666007217T，已检查',
  '统一社会信用代码：92371000MA3MXH0E3W',
  '统一社会信用代码：９１２３０１８４ＭＡ１ＢＵＦＬＴ４４',
  '91350100m000100y43',
]) {
  cellCase(
    'evidence',
    cell,
    ['V-credit-code-check', 'V-credit-code-length', 'V-credit-code-character', 'V-credit-code-trial'],
    [],
  );
}
cellCase('evidence', '91110000101623741A', ['V-credit-code-check'], ['V-credit-code-check']);
cellCase('evidence', '91110000101623714K', ['V-credit-code-check'], ['V-credit-code-check']);
cellCase('note', '检查91310110666007218T一家', ['V-credit-code-check'], ['V-credit-code-check']);
cellCase(
  'problems',
  '９１３１０１１０６６６００７２１８Ｔ',
  ['V-credit-code-check'],
  ['V-credit-code-check'],
);
cellCase(
  'evidence',
  '91350211M00013FA1N',
  ['V-credit-code-trial', 'V-credit-code-check'],
  ['V-credit-code-trial'],
);
cellCase('evidence', '9111000010162374OK', ['V-credit-code-character'], ['V-credit-code-character']);
cellCase(
  'evidence',
  '信用代码: 91I10000101623741K',
  ['V-credit-code-character'],
  ['V-credit-code-character'],
);
cellCase(
  'evidence',
  '统一社会信用代码：9111000010162374K',
  ['V-credit-code-length'],
  ['V-credit-code-length'],
);
cellCase(
  'evidence',
  '统一社会信用代码91110000101623741K0',
  ['V-credit-code-length'],
  ['V-credit-code-length'],
);
cellCase('evidence', '流水号20240315123456789', ['V-credit-code-length', 'V-credit-code-check'], []);
cellCase('evidence', '检查单202403151234567890', ['V-credit-code-check'], []);
cellCase('evidence', '身份证513221199001011235', ['V-credit-code-check'], []);

// Contact.

for (const cell of [
  '张三',
  '张三 13812345678',
  '张三13812345678',
  '13812345678',
  '张三 138 1234 5678',
  '张三（138-1234-5678）',
  '张三 +86 13812345678',
  '张三 １３８１２３４５６７８',
  '0519-86598222',
  '(0519)86598222',
  '051986598222',
  '张三 0519-86598222转8012',
  '张三 0519-86598222-801',
  '010-12345678'.replace('1234', '6234'),
  '86598222',
  '400-820-1234',
  '张三 13812345678、李四 0519-86598222',
  '13812345678 13912345678',
  '13812345678/13912345678',
  '安监办2号楼301室 张三 13812345678',
  '张三 zhang3@163.com 13812345678',
  '张三（2024年3月起）13812345678',
]) {
  cellCase('contact', cell, ['V-contact-phone'], []);
}
cellCase('contact', 13812345678, ['V-contact-phone', 'V-id-digits-lost'], [], { value: '13812345678' });
for (const cell of [
  '张三 1381234567',
  '张三 138123456789',
  '张三 12812345678',
  '张三 138',
  '0519-8659',
  '张三 13812345678、李四 1391234',
  '000-86598222',
]) {
  cellCase('contact', cell, ['V-contact-phone'], ['V-contact-phone']);
}

// Document number.

for (const cell of [
  '常应急〔2023〕70号',
  '见常应急〔2024〕5号附件2',
  '检查表(2024)共3份',
  '照片（2024）12号罐',
  '台账（86家）',
  '［照片］12张',
]) {
  cellCase('evidence', cell, ['V-document-number-form', 'V-document-number-year'], []);
}
for (const cell of [
  '常应急[2023]70号',
  '常应急（2023）70号',
  '常应急(2023) 70号',
  '常应急【2023】第70号',
  '常应急〔2023〕070号',
  '常应急〔23〕70号',
  '常应急〔2023〕70',
  '常应急［２０２３］７０号',
]) {
  cellCase('evidence', cell, ['V-document-number-form'], ['V-document-number-form']);
}
cellCase('evidence', '常应急〔2025〕70号', ['V-document-number-year'], ['V-document-number-year']);
cellCase('note', '按照常应急(2023)70号要求完成', ['V-document-number-form'], []);

// Explanation: worth something, and only for what it was written for.

const over: RawValues = { ...done, count: 87 };
for (const [explanation, rule] of [
  ['核实无误', 'V-explanation-telling'],
  ['已核实', 'V-explanation-telling'],
  ['经核实，数据无误！', 'V-explanation-telling'],
  ['无', 'V-explanation-telling'],
  ['以上数据已经再次核实，准确无误。', 'V-explanation-telling'],
  ['20240315', 'V-explanation-telling'],
  ['啊啊啊啊啊啊', 'V-explanation-telling'],
  ['新增企业', 'V-explanation-short'],
] as const) {
  rowCase(`explained by ${explanation}`, [rule], { ...over, explanation }, [
    'count V-count-over-allocation',
    `explanation ${rule}`,
  ]);
}
rowCase(
  'nothing to explain',
  ['V-explanation-telling', 'V-explanation-short', 'V-explanation-renew'],
  { ...done, explanation: '已核实' },
  [],
);
rowCase(
  'an explanation does not cover an error',
  ['V-count-below-target'],
  { ...done, count: 85, explanation: '还有一家停产未检查' },
  ['count V-count-below-target'],
);
rowCase(
  'the explanation that stood there, for what it was written for',
  ['V-explanation-renew'],
  { ...over, explanation: '4月新增一家企业' },
  ['count V-count-over-allocation'],
  {
    context: { explained: { text: '4月新增一家企业', rules: ['V-count-over-allocation'] } },
    explained: ['V-count-over-allocation'],
    passes: true,
  },
);
rowCase(
  'the explanation that stood there, and a new warning',
  ['V-explanation-renew'],
  { ...over, note: '同上', explanation: '4月新增一家企业' },
  ['count V-count-over-allocation', 'note V-note-telling', 'explanation V-explanation-renew'],
  {
    context: { explained: { text: '4月新增一家企业', rules: ['V-count-over-allocation'] } },
    explained: ['V-count-over-allocation'],
    passes: false,
  },
);
rowCase(
  'a new explanation covers all that is found now',
  ['V-explanation-renew'],
  { ...over, note: '同上', explanation: '4月新增一家企业，内容与上月相同' },
  ['count V-count-over-allocation', 'note V-note-telling'],
  {
    context: { explained: { text: '4月新增一家企业', rules: ['V-count-over-allocation'] } },
    explained: ['V-count-over-allocation', 'V-note-telling'],
    passes: true,
  },
);
rowCase(
  'a too long explanation covers nothing',
  ['V-text-long'],
  { ...over, explanation: '新增一家企业，'.repeat(80) },
  ['count V-count-over-allocation', 'explanation V-text-long'],
);

rowCase(
  'five characters of reason are enough',
  ['V-explanation-short', 'V-explanation-telling'],
  { ...over, explanation: '停产待拆除' },
  ['count V-count-over-allocation'],
  {
    explained: ['V-count-over-allocation'],
    passes: true,
  },
);
rowCase(
  'the longest explanation',
  ['V-text-long'],
  { ...over, explanation: '新增一家企业。'.repeat(72).slice(0, 500) },
  ['count V-count-over-allocation'],
  {
    explained: ['V-count-over-allocation'],
    passes: true,
  },
);
rowCase(
  'three characters make a reason',
  ['V-explanation-telling'],
  { ...over, explanation: '停产停产业' },
  ['count V-count-over-allocation'],
  {
    explained: ['V-count-over-allocation'],
    passes: true,
  },
);
rowCase(
  'a full stop more is no new explanation',
  ['V-explanation-renew'],
  { ...over, explanation: '4月新增一家企业。' },
  ['count V-count-over-allocation', 'explanation V-explanation-renew'],
  {
    context: { explained: { text: '4月新增一家企业', rules: ['V-count-falls'] } },
  },
);
cellCase('evidence', '附件〔2024)3份', ['V-document-number-form'], []);
rowCase('two characters over and over', ['V-explanation-telling'], { ...over, explanation: '啊吧啊吧啊吧' }, [
  'count V-count-over-allocation',
  'explanation V-explanation-telling',
]);
rowCase(
  'a code in the explanation is not judged',
  ['V-credit-code-check'],
  { ...done, explanation: '91110000101623741A已更名' },
  [],
);
cellCase('evidence', 1e15, ['V-id-digits-lost'], ['V-id-digits-lost']);
cellCase('evidence', 999_999_999_999_999, ['V-id-digits-lost'], [], { value: '999999999999999' });
rowCase(
  'done or not, with an allocation of 1',
  ['V-count-below-target', 'V-count-over-allocation'],
  { ...done, count: 0 },
  [],
  {
    context: { ...doneOrNot, allocation: 1 },
  },
);
rowCase('本地无此类 after a 1 of done or not', ['V-none-after-count'], { status: '本地无此类' }, [], {
  context: {
    ...monthly,
    previousCount: 1,
    indicator: { id: 'done', label: '完成', unitOfMeasure: '项', mode: 'cumulative' },
  },
});
cellCase(
  'evidence',
  '信用代码: 91A10000101623741K',
  ['V-credit-code-character'],
  ['V-credit-code-character'],
);
cellCase('evidence', '91659001MA7756789W', ['V-credit-code-character', 'V-credit-code-check'], []);
cellCase(
  'evidence',
  '摘要91110000101623741A91110000101623741A00',
  ['V-credit-code-check', 'V-credit-code-length'],
  [],
);
cellCase('evidence', '检查表(2024)3份', ['V-document-number-form'], []);
cellCase(
  'completedOn',
  `2024-03-15${' '.repeat(60)}上午`,
  ['V-completed-on-readable'],
  ['V-completed-on-readable'],
);
cellCase('status', `已完成${' '.repeat(60)}企业两家`, ['V-status-known'], ['V-status-known']);
cellCase('status', `已完成${' '.repeat(60)}`, ['V-status-known'], [], { value: '已完成' });
cellCase('note', '\u200b已检查86家\u200b', ['V-note-short'], [], { value: '已检查86家' });

export const rowCases: readonly RowCase[] = cases;

const xuejia = '2024.1-6-3.1.done.xuejia.2024-Q3.7';
const benniu = '2024.1-6-3.1.done.benniu.2024-Q3.1';
const lastYear = '2023.1-6-3.1.done.xuejia.2023-Q3.a';

export const keyCases: readonly KeyCase[] = [
  {
    name: 'keys as they were given out',
    keys: [xuejia, benniu],
    known: [xuejia, benniu],
    finds: [null, null],
  },
  { name: 'blanks around a key', keys: [` ${xuejia}\n`], known: [xuejia], finds: [null] },
  {
    name: 'a row of the clerk’s own',
    keys: [xuejia, null, ' '],
    known: [xuejia],
    finds: [null, 'V-key-missing', 'V-key-missing'],
  },
  {
    name: 'no key at all',
    keys: ['合计', 12],
    known: [xuejia],
    finds: ['V-key-malformed', 'V-key-malformed'],
  },
  {
    name: 'a character changed',
    keys: [xuejia.replace('Q3', 'Q2')],
    known: [xuejia],
    finds: ['V-key-broken-check'],
  },
  { name: 'a key of another unit', keys: [benniu], known: [xuejia], finds: ['V-key-unknown'] },
  { name: 'a key of last year’s list', keys: [lastYear], known: [xuejia], finds: ['V-key-other-list'] },
  {
    name: 'a row copied: every copy is told',
    keys: [xuejia, benniu, xuejia],
    known: [xuejia, benniu],
    finds: ['V-key-duplicate', null, 'V-key-duplicate'],
  },
];
