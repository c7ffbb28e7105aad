import type { RawValues } from '../../../shared/row/row.ts';
import { doneOrNot, monthly, newCases, done } from './notation.ts';

const { cases, rowCase, cellCase } = newCases();

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

export const textsCases = cases;
