import { doneOrNot, newCases, monthly, perPeriod, unallocated, done, underWay } from './notation.ts';

const { cases, rowCase, cellCase } = newCases();

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

export const datesAndNotesCases = cases;
