import { rowRule } from '../rule.ts';

const explained = new Set(['已完成', '进行中', '未开展']);

/** 已完成 and 进行中 say what was done, 未开展 says why not. */
export const noteRequired = rowRule({
  id: 'V-note-required',
  severity: 'error',
  field: 'note',
  check: ({ status, typed }) =>
    status !== null && explained.has(status) && typed.note === null ? { status } : null,
  zh: ({ cell, p }) =>
    p('status') === '未开展'
      ? `${cell}没有填：状态为「未开展」时请写明原因。`
      : `${cell}没有填：状态为「${p('status')}」时请写明做了哪些工作、取得何种成效。`,
  en: ({ cell, p }) =>
    p('status') === '未开展'
      ? `${cell} is blank. With status "未开展" say why.`
      : `${cell} is blank. With status "${p('status')}" say what was done.`,
});
