import type { CalendarToken } from '../wire/parts/calendarToken.ts';
import { date, type Table, text, time } from './table.ts';

const columns = {
  unit: { zh: '单位', en: 'Unit' },
  label: { zh: '给谁用', en: 'For' },
  madeBy: { zh: '生成人', en: 'Made by' },
  created: { zh: '生成时间', en: 'Made' },
  used: { zh: '最近读取', en: 'Last read' },
  revoked: { zh: '停用时间', en: 'Revoked' },
  key: { zh: '密钥编号', en: 'Key' },
  keyRevoked: { zh: '密钥状态', en: 'State of the key' },
  id: { zh: '链接编号', en: 'Link id' },
} as const;

const keyStates = { false: { zh: '未停用', en: 'not revoked' }, true: { zh: '已停用', en: 'revoked' } };

/** Links of calendars (B7.4), without what opens them. */
export function calendarTokensTable(links: readonly CalendarToken[], language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  return {
    title: language === 'zh' ? '日历订阅' : 'Calendar links',
    columns: [
      text(name('unit'), 16),
      text(name('label'), 24),
      text(name('madeBy'), 12),
      time(name('created')),
      date(name('used')),
      time(name('revoked')),
      text(name('key'), 12),
      text(name('keyRevoked'), 12),
      text(name('id'), 12),
    ],
    rows: links.map((link) => [
      link.unit.name,
      link.label,
      link.madeBy,
      link.createdAt,
      link.lastUsedOn,
      link.revokedAt,
      link.keyId,
      keyStates[`${link.keyRevoked}`][language],
      link.id,
    ]),
  };
}
