import type { AccessKey } from '../wire/parts/accessKey.ts';
import type { Role } from '../wire/parts/role.ts';
import { date, type Table, text, time } from './table.ts';

const columns = {
  holder: { zh: '姓名', en: 'Who' },
  role: { zh: '权限', en: 'Role' },
  unit: { zh: '单位', en: 'Unit' },
  label: { zh: '备注', en: 'Label' },
  id: { zh: '密钥编号', en: 'Key' },
  created: { zh: '发放时间', en: 'Issued' },
  expires: { zh: '到期时间', en: 'Expires' },
  used: { zh: '最近使用', en: 'Last used' },
  revoked: { zh: '停用时间', en: 'Revoked' },
  unitId: { zh: '单位编号', en: 'Unit id' },
} as const;

const roleNames: Record<Role, { zh: string; en: string }> = {
  admin: { zh: '管理员', en: 'Administrator' },
  officer: { zh: '工作人员', en: 'Officer' },
  reporter: { zh: '填报人', en: 'Reporter' },
  viewer: { zh: '只读', en: 'Viewer' },
};

/** The access keys with whom they were issued to; nothing of a key's secret is stored, and none is here. */
export function keysTable(
  keys: readonly AccessKey[],
  /** Names of units by id. */
  units: ReadonlyMap<string | null, string | null>,
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  return {
    title: language === 'zh' ? '密钥登记' : 'Access keys',
    columns: [
      text(name('unit'), 16),
      text(name('holder'), 12),
      text(name('role'), 14),
      text(name('label'), 20),
      text(name('id'), 12),
      time(name('created')),
      time(name('expires')),
      date(name('used')),
      time(name('revoked')),
      text(name('unitId'), 14),
    ],
    rows: keys.map((key) => [
      key.unit === null ? (language === 'zh' ? '区局' : 'Bureau') : (units.get(key.unit) ?? key.unit),
      key.holder,
      roleNames[key.role][language],
      key.label,
      key.id,
      key.createdAt,
      key.expiresAt,
      key.lastUsedOn,
      key.revokedAt,
      key.unit,
    ]),
  };
}
