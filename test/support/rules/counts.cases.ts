import type { RowValues } from '../../../shared/row/row.ts';
import { newCases, monthly, perPeriod, doneOrNot, unallocated, done, underWay } from './notation.ts';

const { cases, rowCase, cellCase } = newCases();

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
for (const kind of ['weekly', 'monthly', 'two-monthly', 'quarterly', 'half-yearly'] as const) {
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

export const countsCases = cases;
