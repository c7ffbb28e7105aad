import type { UnitKind } from '../../../../shared/roster/roster.ts';
import type { NameFault } from '../../../../shared/names/withNames.ts';
import { texts } from '../../../text/texts.ts';

const zh = {
  intro:
    '清单里的这些名称不在名册里。每个名称只问一次，已按字面给出建议；核对之后一次确认，写入名册，整份清单随之读准。',
  parts: {
    look: (n: number) => `请逐个看 ${n}`,
    unit: (n: number) => `新单位 ${n}`,
    alias: (n: number) => `已有单位的别名 ${n}`,
    group: (n: number) => `单位组 ${n}`,
  },
  partHints: {
    look: '从字面看不准，请选定；暂时不定的可以留着，发布之前再定。',
    unit: '名册中没有相近的名称，建议作为新单位。',
    alias: '与名册或清单中的另一个名称是同一个单位，记为它的别名。',
    group: '指的是一批单位，建议作为单位组。',
  },
  stands: (n: number) => `${n} 条`,
  what: (name: string) => `“${name}”是哪个单位`,
  choices: {
    open: '暂不定',
    intoRoster: '写入名册',
    new: {
      bureau: '新单位：部门',
      town: '新单位：镇（乡、村、县区）',
      subdistrict: '新单位：街道',
      park: '新单位：园区',
    } satisfies Record<UnitKind, string>,
    alias: '另一单位的别名…',
    group: '新单位组…',
    ofList: '只在本清单中指：单位',
    ofListGroups: '只在本清单中指：单位组',
    several: '只在本清单中指几个单位…',
  },
  aliasOf: (name: string) => `“${name}”即`,
  choose: '请选择…',
  known: '名册中的单位',
  knownGroups: '名册中的单位组',
  ofThese: '清单中的名称',
  severalOf: (name: string) => `“${name}”是哪几个单位`,
  membersOf: (name: string) => `“${name}”的成员`,
  furtherOf: (name: string) => `“${name}”的其他成员`,
  further: '不在上面的成员，每行一个；名册中没有的，一并作为新单位写入',
  faults: {
    'no-members': '请选定或写上成员',
    'alias-unknown': '请选定是哪个单位的别名',
    'too-long': '名称超过 40 字，不能作为单位；请作为单位组，或更正原文',
    'too-many-aliases': '这个单位已有 20 个别名，请先在名册中删去不用的',
    'member-is-group': '成员应是单位，不能是单位组',
  } satisfies Record<NameFault, string>,
  confirm: (n: number) => `确认 ${n} 个名称，写入名册`,
  left: (n: number) => `其余 ${n} 个暂不定`,
  faulty: (n: number) => `${n} 个还缺内容`,
  writing: '正在写入名册…',
  notAdmin: '写入名册需要管理员密钥；现在可以看建议。',
  written: (n: number) => `${n} 个名称已写入名册，清单已重新对照。`,
  allKnown: '清单里的名称都在名册里。',
  again: '重新读取名册',
};

const en: typeof zh = {
  intro:
    'The roster does not know these names of the list. Each is asked once, with a proposal by its words. Look them over, confirm once, and they are written into the roster.',
  parts: {
    look: (n) => `To be looked at ${n}`,
    unit: (n) => `New units ${n}`,
    alias: (n) => `Other names of known units ${n}`,
    group: (n) => `Groups ${n}`,
  },
  partHints: {
    look: 'Their words do not tell for sure. What is not decided now can stay, until the list is published.',
    unit: 'Nothing in the roster is like them: proposed as new units.',
    alias: 'Another name, of the roster or of this list, is the same unit’s: they become other names of it.',
    group: 'They mean several units: proposed as groups.',
  },
  stands: (n) => `${n} arrangements`,
  what: (name) => `Which unit is “${name}”`,
  choices: {
    open: 'not yet',
    intoRoster: 'Into the roster',
    new: {
      bureau: 'new unit: department',
      town: 'new unit: town, village, county',
      subdistrict: 'new unit: subdistrict',
      park: 'new unit: park',
    },
    alias: 'another name of…',
    group: 'new group…',
    ofList: 'In this list only: a unit',
    ofListGroups: 'In this list only: a group',
    several: 'in this list only: several units…',
  },
  aliasOf: (name) => `“${name}” is`,
  choose: 'Choose…',
  known: 'Units of the roster',
  knownGroups: 'Groups of the roster',
  ofThese: 'Names of this list',
  severalOf: (name) => `Which units are “${name}”`,
  membersOf: (name) => `Members of “${name}”`,
  furtherOf: (name) => `Further members of “${name}”`,
  further: 'Members that do not stand above, one a line; those that are no units yet become units',
  faults: {
    'no-members': 'Choose or write its members',
    'alias-unknown': 'Choose whose name it is',
    'too-long':
      'The name has more than 40 characters and cannot be a unit; make it a group, or correct the document',
    'too-many-aliases': 'This unit has 20 other names already; take out those that are not used first',
    'member-is-group': 'A member is a unit, not a group',
  },
  confirm: (n) => `Confirm ${n} names for the roster`,
  left: (n) => `${n} are left for later`,
  faulty: (n) => `${n} lack something`,
  writing: 'Writing the roster…',
  notAdmin: 'Writing the roster needs an administrator’s key; the proposals can be looked at.',
  written: (n) => `${n} names are in the roster now, and the list has been compared again.`,
  allKnown: 'The roster knows every name of the list.',
  again: 'Read the roster again',
};

export const namesText = texts(zh, en);
