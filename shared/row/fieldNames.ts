import { byField, type RowField } from './columns.ts';

/** What the columns are called. */
export const fieldNames: Record<RowField | 'key', { zh: string; en: string }> = {
  ...byField(({ zh, en }) => ({ zh, en })),
  key: { zh: '行标识', en: 'Row key' },
};
