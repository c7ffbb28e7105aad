import { found, type RowRule } from '../rule.ts';

const explained = new Set(['已完成', '进行中', '未开展']);

/** 已完成 and 进行中 say what was done, 未开展 says why not. */
export const noteRequired: RowRule = (row) =>
  row.status !== null && explained.has(row.status) && row.typed.note === null
    ? found('V-note-required', 'note', { status: row.status })
    : null;
