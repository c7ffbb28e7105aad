import type { Unit } from '../../../shared/roster/roster.ts';
import type { Role } from '../../../shared/wire/parts/role.ts';
import { texts } from '../../text/texts.ts';
import type { RosterChange } from './model/diffRoster.ts';
import type { KeyState } from './model/keyRows.ts';
import type { RosterTab } from './model/view.ts';

type Member = { from: string | null; to: string | null };
type Kinds = Record<Unit['kind'], string>;

const kindsZh: Kinds = { bureau: '部门', park: '园区', town: '镇', subdistrict: '街道' };
const kindsEn: Kinds = { bureau: 'bureau', park: 'park', town: 'town', subdistrict: 'subdistrict' };

const daysZh = ({ from, to }: Member): string =>
  from === null && to === null ? '一直' : `${from ? `${from} 起` : ''}${to ? `至 ${to}` : ''}`;
const daysEn = ({ from, to }: Member): string =>
  from === null && to === null
    ? 'always'
    : [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ');

function changeZh(change: RosterChange): string {
  const { name } = change;
  switch (change.what) {
    case 'unit-added':
      return `新增单位“${name}”`;
    case 'unit-removed':
      return `删除单位“${name}”`;
    case 'group-added':
      return `新增单位组“${name}”`;
    case 'group-removed':
      return `删除单位组“${name}”`;
    case 'order':
      return '调整单位的排列次序';
    case 'renamed':
      return `“${change.before}”改名为“${name}”`;
    case 'kind':
      return `“${name}”的类型由${kindsZh[change.before]}改为${kindsZh[change.after]}`;
    case 'aliases': {
      const { added, removed } = change;
      const more = added.length > 0 ? `增加${added.join('、')}` : '';
      return `“${name}”的别名：${more}${more && removed.length > 0 ? '，' : ''}${removed.length > 0 ? `去掉${removed.join('、')}` : ''}`;
    }
    case 'joins':
      return `“${change.unit}”加入“${name}”（${daysZh(change.member)}）`;
    case 'leaves':
      return `“${change.unit}”从“${name}”中去掉（原为${daysZh(change.member)}）`;
    case 'dates':
      return `“${change.unit}”在“${name}”中的起止，由“${daysZh(change.before)}”改为“${daysZh(change.after)}”`;
  }
}

function changeEn(change: RosterChange): string {
  const { name } = change;
  switch (change.what) {
    case 'unit-added':
      return `New unit “${name}”`;
    case 'unit-removed':
      return `Unit “${name}” is taken out`;
    case 'group-added':
      return `New group “${name}”`;
    case 'group-removed':
      return `Group “${name}” is taken out`;
    case 'order':
      return 'Units stand in another order';
    case 'renamed':
      return `“${change.before}” is called “${name}”`;
    case 'kind':
      return `“${name}” is a ${kindsEn[change.after]}, no ${kindsEn[change.before]}`;
    case 'aliases':
      return `Other names of “${name}”: ${[...change.added.map((alias) => `+${alias}`), ...change.removed.map((alias) => `−${alias}`)].join(', ')}`;
    case 'joins':
      return `“${change.unit}” joins “${name}” (${daysEn(change.member)})`;
    case 'leaves':
      return `“${change.unit}” is taken out of “${name}” (${daysEn(change.member)})`;
    case 'dates':
      return `“${change.unit}” in “${name}”: ${daysEn(change.after)}, no longer ${daysEn(change.before)}`;
  }
}

/** The sentences of the page of roster and keys. */
export const rosterText = texts(
  {
    title: '名册与密钥',
    tabList: '名册与密钥',
    tabs: { units: '名册', keys: '密钥', calendars: '日历订阅', reminders: '自动提醒' } as Record<
      RosterTab,
      string
    >,
    kinds: kindsZh,
    readOnly: '名册由管理员维护，当前密钥只能查看。',
    units: (count: number) => `单位 ${count} 个`,
    unitColumns: {
      order: '次序',
      name: '名称',
      kind: '类型',
      aliases: '别名（用顿号隔开）',
      groups: '所在单位组',
      id: '编号',
      acts: '操作',
    },
    groups: (count: number) => `单位组 ${count} 个`,
    groupName: '单位组名称',
    members: (count: number) => `成员 ${count} 个`,
    memberColumns: { unit: '单位', from: '起', to: '止', acts: '操作' },
    groupHint: '起止日期按到期日判断：某日起加入的，只承担到期日在该日及以后的应报项；不填即一直。',
    of: (what: string, name: string) => `${name || '新单位'}：${what}`,
    up: '上移',
    down: '下移',
    remove: '删除',
    removeGroup: '删除本组',
    addUnit: '增加单位',
    addGroup: '增加单位组',
    addMember: '增加成员',
    noUnits: '名册里还没有单位。可以在这里逐个增加，也可以在清单页导入清单时一次写入。',
    goToLists: '去清单页',
    bar: '保存名册',
    changed: (count: number) => `改了 ${count} 处`,
    nothingChanged: '没有未保存的改动',
    discard: '放弃改动',
    compare: '对照并试算',
    comparing: '保存之前请核对',
    whatChanges: '改动',
    change: changeZh,
    effects: '对应报项的影响',
    effectOf: (year: number) => `${year} 年清单`,
    effectColumns: {
      unit: '单位',
      made: '新增',
      restored: '恢复',
      retired: '不再要求（已有填报，保留）',
      gone: '删除（从未填报）',
    },
    sum: '合计',
    noEffect: '应报项没有变化。',
    lost: (names: string) => `清单里的这些名称将不再认得：${names}。写着它们的工作安排会没有责任单位。`,
    keepNames: '把旧名称留作别名',
    cancel: '返回修改',
    leave: '取消',
    save: '确认保存',
    saving: '正在保存…',
    saved: '名册已保存，应报项已随之调整。',
    mergeAgain: '并入别人的改动后再对照',
    leaving: '名册还有未保存的改动。',
    keysIntro: '密钥发给具体的人，每人一把。谁做了什么，操作记录里写的就是这里的姓名。',
    unit: '单位',
    all: '全部',
    bureau: '区局（不属于填报单位）',
    chooseForLink: '选择一个单位，即可为它生成链接。',
    showAll: '也显示已停用和已到期的',
    issue: '发放密钥',
    issueFor: (unit: string) => `给${unit}发放密钥`,
    noKey: '没有有效密钥，无法填报。',
    noBureauKey: '没有有效密钥。',
    keyColumns: {
      holder: '持有人',
      role: '角色',
      id: '编号',
      created: '发放',
      expires: '到期',
      used: '最近使用',
      state: '状态',
      acts: '操作',
    },
    roles: { admin: '管理员', officer: '工作人员', reporter: '填报人', viewer: '只读' } as Record<
      Role,
      string
    >,
    roleHints: {
      admin: '发布清单，维护名册和密钥',
      officer: '审核、分解指标、修改设置',
      reporter: '填报本单位的台账',
      viewer: '只能查看',
    } as Record<Role, string>,
    states: { valid: '有效', expired: '已到期', revoked: '已停用' } as Record<KeyState, string>,
    never: '从未',
    unlimited: '长期',
    inUse: '当前使用',
    revoke: '停用',
    revokeTitle: '停用密钥',
    revokeAsk: (holder: string, place: string) =>
      `停用${place}“${holder}”的密钥？停用后立即失效，不能恢复；需要时可以另发一把。已填报的内容不受影响。`,
    revokeOwn: '这是您正在使用的密钥，停用后您将立即退出。',
    revokeLinks: (count: number, names: readonly string[]) =>
      `用这把密钥生成的日历订阅还有 ${count} 条在用：${names.join('、')}${names.length < count ? '等' : ''}。`,
    revokeLinksToo: '一并停用这些日历订阅',
    keptLinks: '保留的链接仍能看到该单位的到期日，需要时在“日历订阅”里停用。',
    unnamedLink: '未注明',
    place: '发给',
    role: '角色',
    holder: '持有人姓名',
    holderMissing: '请填写持有人姓名。',
    until: '有效期至（不填为长期有效）',
    minted: (holder: string) => `“${holder}”的密钥`,
    once: '密钥只显示这一次，关闭后无法再看到。请现在复制并发给本人。',
    copyKey: '复制密钥',
    copyMessage: '复制发给本人的话',
    copied: '已复制',
    message: (holder: string, place: string, link: string, guide: string) =>
      `${holder}，您好：这是${place}的台账链接，内含您本人的密钥，请勿转发。\n${link}\n使用说明：${guide}`,
    bureauMessage: (holder: string, link: string) =>
      `${holder}，您好：这是区局工作台的链接，内含您本人的密钥，请勿转发。\n${link}`,
    done: '已复制，关闭',
  },
  {
    title: 'Roster and keys',
    tabList: 'Roster and keys',
    tabs: { units: 'Roster', keys: 'Keys', calendars: 'Calendars', reminders: 'Reminders' },
    kinds: kindsEn,
    readOnly: 'Administrators keep the roster; this key can only look.',
    units: (count) => `${count} unit(s)`,
    unitColumns: {
      order: 'Order',
      name: 'Name',
      kind: 'Kind',
      aliases: 'Other names (parted by commas)',
      groups: 'Groups',
      id: 'Id',
      acts: 'Acts',
    },
    groups: (count) => `${count} group(s)`,
    groupName: 'Name of the group',
    members: (count) => `${count} member(s)`,
    memberColumns: { unit: 'Unit', from: 'From', to: 'Until', acts: 'Acts' },
    groupHint:
      'Days go by due dates: who joins on a day has what falls due on it or later. Left blank, a member always is one.',
    of: (what, name) => `${name || 'New unit'}: ${what}`,
    up: 'Up',
    down: 'Down',
    remove: 'Remove',
    removeGroup: 'Remove the group',
    addUnit: 'Add a unit',
    addGroup: 'Add a group',
    addMember: 'Add a member',
    noUnits: 'The roster has no units yet. Add them here, or all at once where a list is imported.',
    goToLists: 'To the lists',
    bar: 'Save the roster',
    changed: (count) => `${count} change(s)`,
    nothingChanged: 'Nothing to save',
    discard: 'Discard',
    compare: 'Compare and try out',
    comparing: 'Before it is saved',
    whatChanges: 'Changes',
    change: changeEn,
    effects: 'What it does to reports',
    effectOf: (year) => `List of ${year}`,
    effectColumns: {
      unit: 'Unit',
      made: 'New',
      restored: 'Back again',
      retired: 'Retired (reported, kept)',
      gone: 'Deleted (never reported)',
    },
    sum: 'Sum',
    noEffect: 'No report changes.',
    lost: (names) =>
      `The list's names ${names} would not be known any more: what names them would be asked of nobody.`,
    keepNames: 'Keep the former names as aliases',
    cancel: 'Back',
    leave: 'Cancel',
    save: 'Save',
    saving: 'Saving…',
    saved: 'The roster is saved, and reports follow it.',
    mergeAgain: 'Merge the other’s changes and compare again',
    leaving: 'There are changes of the roster that are not saved.',
    keysIntro: 'A key is issued to a person. That name stands in the record wherever somebody did something.',
    unit: 'Unit',
    all: 'All',
    bureau: 'The bureau (no reporting unit)',
    chooseForLink: 'Choose a unit to make a link for it.',
    showAll: 'Also revoked and expired ones',
    issue: 'Issue a key',
    issueFor: (unit) => `Issue a key to ${unit}`,
    noKey: 'No valid key: nobody can report.',
    noBureauKey: 'No valid key.',
    keyColumns: {
      holder: 'Person',
      role: 'Role',
      id: 'Id',
      created: 'Issued',
      expires: 'Expires',
      used: 'Last used',
      state: 'State',
      acts: 'Acts',
    },
    roles: { admin: 'Administrator', officer: 'Officer', reporter: 'Reporter', viewer: 'Viewer' },
    roleHints: {
      admin: 'publishes lists, keeps roster and keys',
      officer: 'reviews, allocates, changes settings',
      reporter: 'fills in the ledger of the unit',
      viewer: 'looks only',
    },
    states: { valid: 'valid', expired: 'expired', revoked: 'revoked' },
    never: 'never',
    unlimited: 'none',
    inUse: 'in use here',
    revoke: 'Revoke',
    revokeTitle: 'Revoke a key',
    revokeAsk: (holder, place) =>
      `Revoke the key of “${holder}” (${place})? It ends at once and for good; another can be issued. What was reported stays.`,
    revokeOwn: 'This is the key that you are using: you will be signed out.',
    revokeLinks: (count, names) =>
      `${count} calendar link(s) that were made with it are in use: ${names.join(', ')}${names.length < count ? ' and others' : ''}.`,
    revokeLinksToo: 'Revoke these calendar links, too',
    keptLinks: 'Links that are kept go on showing the unit’s due dates; they are revoked under Calendar.',
    unnamedLink: 'not named',
    place: 'Issued to',
    role: 'Role',
    holder: 'Name of the person',
    holderMissing: 'Enter the name of the person.',
    until: 'Valid until (blank: without end)',
    minted: (holder) => `The key of “${holder}”`,
    once: 'The key is shown this once, and never again. Copy it now and send it to the person.',
    copyKey: 'Copy the key',
    copyMessage: 'Copy a message to the person',
    copied: 'Copied',
    message: (holder, place, link, guide) =>
      `${holder}: this is the link to the ledger of ${place}. It holds your own key; do not pass it on.\n${link}\nGuide: ${guide}`,
    bureauMessage: (holder, link) =>
      `${holder}: this is the link to the bureau’s desk. It holds your own key; do not pass it on.\n${link}`,
    done: 'Copied, close',
  },
);
