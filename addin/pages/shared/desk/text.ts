import type { Role } from '../../../../shared/wire/parts/role.ts';
import { texts } from '../../../text/texts.ts';

type Named = Record<Exclude<Role, 'reporter'>, string>;

/** The sentences of the frame that the officer's pages share. */
export const deskText = texts(
  {
    navigation: '工作台',
    pages: {
      bureau: '进度',
      review: '审核',
      bulletins: '通报',
      shares: '分解指标',
      lists: '清单',
      roster: '名册与密钥',
      audit: '操作记录',
    },
    year: (year: number) => `${year} 年`,
    roles: { admin: '管理员', officer: '工作人员', viewer: '只读' } as Named,
    signedIn: (role: string, keyId: string) => `当前密钥：${role}，编号 ${keyId}`,
    otherRole: (roles: string) =>
      `当前密钥不能打开本页，需要${roles}的密钥。请从上方打开其他页，或退出后换密钥。`,
    or: '或',
  },
  {
    navigation: 'Desk',
    pages: {
      bureau: 'Progress',
      review: 'Review',
      bulletins: 'Bulletins',
      shares: 'Shares',
      lists: 'Lists',
      roster: 'Roster and keys',
      audit: 'Who did what',
    },
    year: (year) => String(year),
    roles: { admin: 'Administrator', officer: 'Officer', viewer: 'Viewer' },
    signedIn: (role, keyId) => `Signed in: ${role}, key ${keyId}`,
    otherRole: (roles) =>
      `This key cannot open this page, which needs the key of: ${roles}. Open another page above, or sign out and use another key.`,
    or: ' or ',
  },
);
